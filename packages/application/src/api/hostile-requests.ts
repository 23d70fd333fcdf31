import type { Random } from "../../../factory/src/random.ts";
import {
  hostileDates,
  hostileHeaders,
  hostileQueryValues,
  hostileSegments,
  hostileTexts,
} from "./hostile-texts.ts";
import { hostileValue } from "./hostile-values.ts";
import type { Operation } from "./operations-under-test.ts";
import type { RawRequest } from "./raw-http.ts";

/** A request that is wrong in one way, in words. */
export interface HostileRequest {
  what: string;
  request: RawRequest;
  /** Where there is no doubt. */
  expected?: "done" | "refused";
}
type Change = (request: RawRequest, dice: Random) => HostileRequest;

/** For tests: the request with its path, query, headers or method made hostile. */
export function hostileRequest(operation: Operation, request: RawRequest, dice: Random): HostileRequest {
  const changes = [inPath, inQuery, inQuery, inHeaders, inHeaders, inHeaders, inMethod];
  return dice.pick(changes)(request, dice, operation);
}

/** The same for the body as a whole. */
export function hostileBody(request: RawRequest, dice: Random): HostileRequest {
  return dice.pick<Change>([inBytes, inBytes, inContentType])(request, dice);
}

/** Bytes that are no request at all, or hardly one: whoever sends them may be left without an answer. */
export const noRequests: readonly string[] = [
  "\r\n\r\n",
  "GET\r\n\r\n",
  "GET /api/v1/sites\r\n\r\n",
  "GET /api/v1/sites HTTP/9.9\r\nhost: x\r\n\r\n",
  "GET /api/v1/sites HTTP/1.1\r\n\r\n",
  "GET /api/v1/sites HTTP/1.1\r\nhost: x\r\nno colon\r\n\r\n",
  "GET /api/v1/sites HTTP/1.1\r\nhost: x\r\n folded: x\r\n\r\n",
  "GET /api/v1/sites HTTP/1.1\r\nhost: x\r\nx: \u0000\r\n\r\n",
  "GET /api/v1/sites HTTP/1.1\nhost: x\n\n",
  "GET /api/v1/si tes HTTP/1.1\r\nhost: x\r\n\r\n",
  "POST /api/v1/sites HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n",
  "POST /api/v1/sites HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}",
  "POST /api/v1/sites HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n{}",
  "POST /api/v1/sites HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
  "POST /api/v1/sites HTTP/1.1\r\nhost: x\r\ntransfer-encoding: gzip\r\n\r\n{}",
  "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
  "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003",
  "CONNECT 127.0.0.1:22 HTTP/1.1\r\nhost: x\r\n\r\n",
];

function inPath(request: RawRequest, dice: Random): HostileRequest {
  const [path = "", query] = request.target.split("?");
  const segments = path.split("/");
  const at = dice.integer(3, segments.length - 1);
  const each = dice.pick(hostileSegments);
  const paths: [string, string][] = [
    [`${each.slice(0, 40)} for ${segments[at]}`, segments.with(at, each).join("/")],
    [`${each.slice(0, 40)} for ${segments[at]}`, segments.with(at, each).join("/")],
    [`${segments[at]} in capitals`, segments.with(at, segments[at]!.toUpperCase()).join("/")],
    ["a slash after it", `${path}/`],
    ["two slashes", segments.toSpliced(at, 0, "").join("/")],
    ["a segment more", `${path}/${each}`],
    ["another host", `http://other.example${path}`],
    ["a fragment", `${path}#${each}`],
    ["no slash before it", path.slice(1)],
  ];
  const [what, changed] = dice.pick(paths);
  return { what: `path: ${what}`, request: { ...request, target: query ? `${changed}?${query}` : changed } };
}

const commonNames = [
  "limit",
  "cursor",
  "fields",
  "sort",
  "state",
  "after",
  "before",
  "from",
  "to",
  "q",
  "include",
];

function inQuery(request: RawRequest, dice: Random, operation: Operation): HostileRequest {
  const own = operation.parameters.filter((each) => each.in === "query");
  const parameter = own.length > 0 && dice.chance(0.7) ? dice.pick(own) : undefined;
  const name = parameter?.name ?? dice.pick(commonNames);
  const hostile = parameter
    ? hostileValue(parameter.schema, "A", dice).value
    : dice.pick([...hostileTexts, ...hostileQueryValues, ...hostileDates]);
  const value = encodeURIComponent(String(hostile).toWellFormed()).slice(0, 4_000);
  const queries = [
    `${name}=${value}`,
    `${name}=${value}`,
    `${name}=${value}`,
    `${name}=1&${name}=2`,
    `${name}[a]=1&${name}[]=2`,
    `${name}`,
    `${name}=%zz%ff%`,
    `${name}=\u00e4`,
    "__proto__=1&constructor=2",
    `${dice.hex(3)}=1`,
    "&".repeat(3_000),
    Array.from({ length: 1_500 }, (_, n) => `a${n}`).join("&"),
  ];
  const query = dice.pick(queries);
  const joint = request.target.includes("?") ? "&" : "?";
  return {
    what: `query: ${query.slice(0, 60)}`,
    request: { ...request, target: `${request.target}${joint}${query}` },
  };
}

function inHeaders(request: RawRequest, dice: Random): HostileRequest {
  const [name, values] = dice.pick(Object.entries(hostileHeaders));
  const value = dice.pick(values);
  const kept = request.headers.filter(([each]) => each !== name || dice.chance(0.2));
  const times = dice.pick([1, 1, 1, 2]);
  return {
    what: `header ${name}: ${value.slice(0, 40)}${times > 1 ? ", twice" : ""}`,
    request: { ...request, headers: [...kept, ...Array(times).fill([name, value])] },
  };
}

const methods = [
  "GET",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "HEAD",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "QUERY",
  "M-SEARCH",
  "get",
  "FOO",
];

function inMethod(request: RawRequest, dice: Random): HostileRequest {
  const method = dice.pick(methods);
  return { what: `method ${method}`, request: { ...request, method } };
}

function inBytes(request: RawRequest, dice: Random): HostileRequest {
  const good = request.body ?? Buffer.from("{}");
  const cut = dice.integer(0, good.length - 1);
  const blanks = (length: number) => Buffer.concat([good, Buffer.alloc(length, " ")]);
  const bodies: [string, () => Buffer | undefined][] = [
    ["cut off", () => good.subarray(0, cut)],
    [
      "with bytes that are no UTF-8",
      () => Buffer.concat([good.subarray(0, cut), broken, good.subarray(cut)]),
    ],
    ["with such bytes in a text", () => Buffer.concat([Buffer.from('{"name":"'), broken, Buffer.from('"}')])],
    ["in UTF-16", () => Buffer.from(good.toString("utf8"), "utf16le")],
    ["after a byte order mark", () => Buffer.concat([Buffer.from("\ufeff"), good])],
    ["twice", () => Buffer.concat([good, good])],
    ["left out", () => undefined],
    ["too large", () => blanks(1024 * 1024)],
    ["far too large", () => (dice.chance(0.1) ? blanks(17 * 1024 * 1024) : blanks(5 * 1024 * 1024))],
    ...[
      "",
      " ",
      "null",
      "[]",
      '""',
      "0",
      "true",
      "{",
      "}",
      "NaN",
      "{'a':1}",
      '{"a":1,}',
      "/**/{}",
      "undefined",
      "{}",
    ].map((text): [string, () => Buffer] => [text, () => Buffer.from(text)]),
  ];
  const [what, make] = dice.pick(bodies);
  return { what: `body ${what}`, request: { ...request, body: make() } };
}

const broken = Buffer.from([0xff, 0xfe, 0xc0, 0x80, 0xed, 0xa0, 0x80, 0xf5]);

const contentTypes = [
  "text/plain",
  "text/xml",
  "text/csv",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "application/json; charset=utf-16",
  "application/json;;;",
  "application/merge-patch+json",
  "application/json, text/plain",
  "APPLICATION/JSON",
  "json",
  "*/*",
  "",
  undefined,
];

function inContentType(request: RawRequest, dice: Random): HostileRequest {
  const type = dice.pick(contentTypes);
  const kept = request.headers.filter(([name]) => name !== "content-type");
  return {
    what: `content type ${type ?? "left out"}`,
    request: { ...request, headers: type === undefined ? kept : [...kept, ["content-type", type]] },
  };
}
