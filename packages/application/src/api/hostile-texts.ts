/** For tests: texts that trouble those who take texts for harmless. */
export const hostileTexts: readonly string[] = [
  "",
  " \t\n\u00a0\u2003",
  // Surrogates without their other half, NUL, and what is no character.
  "A\ud800B",
  "\udfff",
  "A\u0000B",
  "\ufffe\uffff\ufdd0",
  // Right to left, 180 marks on one letter, and one sign of five parts.
  "\u202eabc\u202c\u2066",
  `Z${"\u0351\u0363".repeat(90)}`,
  "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67",
  "A\r\nX-Injected: 1\r\n\r\nB\u2028C",
  "__proto__",
  "constructor",
  "<script>alert(1)</script>&amp;{{1+1}}%s%n",
  "../../../../etc/passwd",
  "'\"`\\'; --",
  "NaN",
  "null",
  "ä".repeat(100_000),
];

/** As they stand in JSON, where they stand there at all. */
export const hostileNumbers: readonly string[] = [
  "-0",
  "-1",
  "0.5",
  "1e308",
  "-1e308",
  "1e400",
  "-1e400",
  "1e-400",
  "5e-324",
  "2147483648",
  "4294967296",
  "9007199254740993",
  "9223372036854775808",
  `1${"0".repeat(400)}`,
];

export const hostileDates: readonly string[] = [
  "0000-01-01T00:00:00Z",
  "0001-01-01T00:00:00Z",
  "9999-12-31T23:59:59.999Z",
  // A leap second that there was, and one that there will hardly be.
  "2016-12-31T23:59:60Z",
  "9999-12-31T23:59:60Z",
  "2016-12-31t23:59:60z",
  "2028-02-30T00:00:00Z",
  "2028-01-01T24:00:00Z",
  "2028-01-01T00:00:00+99:99",
  "2028-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59-23:59",
  "2028-01-01 00:00:00Z",
  "2028-01-01T00:00:00",
  `2028-01-01T00:00:00.${"1".repeat(500)}Z`,
  "+275760-09-13T00:00:00Z",
  "0000-01-01",
  "0001-01-01",
  "9999-12-31",
  "2027-02-29",
];

export const hostileUris: readonly string[] = [
  "http://[::1]:99999/",
  "http://user:secret@127.0.0.1/",
  "http://127.0.0.1:9/\u0000\ud800",
  "javascript:alert(1)",
  "file:///etc/passwd",
  "http:",
  "http://%00/",
  `http://127.0.0.1/${"a".repeat(1900)}`,
];

/** What takes the place of a parameter in a path, as it stands in the request's first line. */
export const hostileSegments: readonly string[] = [
  "not-an-id",
  "%00",
  "%ff",
  "%zz",
  "%",
  "%E0%A4%A",
  "%2e%2e%2fsites",
  "..",
  ".",
  "%2F",
  "%F0%9F%98%80",
  "\u00e4",
  "a;b=c",
  "__proto__",
  "constructor",
  "null",
  "undefined",
  "-1",
  "x".repeat(101),
  "x".repeat(8_000),
  "%41".repeat(1_000),
  "'%3B--",
  "*",
  "{id}",
];

/** What cursors, limits, lists of fields and times are not. */
export const hostileQueryValues: readonly string[] = [
  "-1",
  "0",
  "1",
  "1e9",
  "99999999999999999999",
  "0x10",
  "1.5",
  "eyJhIjoxfQ",
  "AAAA",
  "id,name",
  "id,,name",
  "id,__proto__",
  "*",
  "-createdAt",
];

const long = "x".repeat(5_000);

export const hostileHeaders: Readonly<Record<string, readonly string[]>> = {
  "if-match": ["", "*", "x", '"0"', 'W/"1"', '"1", "2"', '"99999999999999999999"', '"\u00e4"', `"${long}"`],
  "if-none-match": ["*", '"1"', 'W/"x"', "x"],
  "idempotency-key": ["", " ", "x", "\u00e4\u00f6", "__proto__", "k".repeat(256), long, '"quoted"', "a,b"],
  "last-event-id": ["", "-1", "0", "x", "99999999999999999999", "1e9", long, "\u00e4"],
  accept: ["", "text/html", "application/xml", "*/*;q=x", "text/csv", ",".repeat(2_000)],
  "accept-encoding": ["zstd, *;q=0", "gzip;q=-1", "\u00e4"],
  "accept-version": ["2", "*", "x"],
  "accept-language": ["xx-\u00e4", "de;q=9"],
  authorization: ["Bearer", "Bearer a b", "Basic x", "\u00e4", `Bearer ${long}`],
  cookie: ["a=%ff; __proto__=1", ";;;===", `refill_session=${long}`, "refill_session=a; refill_session=b"],
  "content-encoding": ["gzip", "br", "x"],
  "content-type": ["", "x", "application/json; charset=\u00e4", "multipart/form-data", ";;;"],
  expect: ["100-continue", "nonsense"],
  upgrade: ["websocket", "h2c"],
  range: ["bytes=0-18446744073709551615", "bytes=-1", "x"],
  "x-http-method-override": ["DELETE", "TRACE"],
  "x-forwarded-for": ["' or", "\u00e4", "1.2.3.4, ".repeat(500)],
  "x-request-id": ["\u00e4", long],
  "x-huge": ["x".repeat(20_000), "x".repeat(200_000)],
  ["__proto__"]: ["x"],
};
