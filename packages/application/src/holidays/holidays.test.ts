import { expect, test } from "vitest";
import { daysOfCalendar } from "./calendar-file.ts";
import { countries, easter, publicHolidays } from "./public-holidays.ts";

test("Easter is as in published tables", () => {
  // https://www.ptb.de: Osterdaten.
  const published = {
    2026: "04-05",
    2027: "03-28",
    2028: "04-16",
    2029: "04-01",
    2030: "04-21",
    2038: "04-25",
    2049: "04-18",
    2076: "04-19",
  };
  for (const [year, day] of Object.entries(published))
    expect(easter(Number(year)).toString()).toBe(`${year}-${day}`);
});

const dates = (country: string, region: string | null, year: number) =>
  publicHolidays(country, region, year, 1).map(({ date }) => date.slice(5));

test("public holidays follow their laws", () => {
  expect(dates("DE", "BY", 2027)).toEqual([
    "01-01",
    "01-06",
    "03-26",
    "03-29",
    "05-01",
    "05-06",
    "05-17",
    "05-27",
    "10-03",
    "11-01",
    "12-25",
    "12-26",
  ]);
  expect(dates("DE", "SN", 2027)).toEqual([
    "01-01",
    "03-26",
    "03-29",
    "05-01",
    "05-06",
    "05-17",
    "10-03",
    "10-31",
    "11-17",
    "12-25",
    "12-26",
  ]);
  expect(dates("DE", null, 2027)).toHaveLength(9);
  expect(dates("DE", "BE", 2028)).toContain("06-17");
  expect(dates("AT", null, 2027)).toHaveLength(13);
  expect(dates("FR", null, 2027)).toHaveLength(11);
  // New Year's Day of 2028 is a Saturday: the federal holiday is the day before.
  expect(dates("US", null, 2027)).toEqual([
    "01-01",
    "01-18",
    "02-15",
    "05-31",
    "06-18",
    "06-19",
    "07-04",
    "07-05",
    "09-06",
    "10-11",
    "11-11",
    "11-25",
    "12-24",
    "12-25",
    "12-31",
  ]);
  for (const [country, { regions }] of Object.entries(countries))
    for (const region of [null, ...Object.keys(regions)])
      expect(publicHolidays(country, region, 2026, 5).length).toBeGreaterThan(15);
  expect(() => publicHolidays("DE", "XX", 2027, 1)).toThrow(RangeError);
});

test("whole days of a calendar file are read, folded lines, several days and annual ones as well", () => {
  const event = (...lines: string[]) => ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
  const file = [
    "BEGIN:VCALENDAR",
    event(
      "DTSTART;VALUE=DATE:20270802",
      "DTEND;VALUE=DATE:20270805",
      "SUMMARY:Works holi",
      " days\\, all closed",
    ),
    event("DTSTART;VALUE=DATE:20201224", "RRULE:FREQ=YEARLY", "SUMMARY:Christmas Eve"),
    event("DTSTART:20270101T090000Z", "SUMMARY:A meeting"),
    event("DTSTART;VALUE=DATE:20270105", "RRULE:FREQ=WEEKLY", "SUMMARY:Every week"),
    event("DTSTART;VALUE=DATE:20270107", "STATUS:CANCELLED"),
    event("DTSTART;VALUE=DATE:20250101"),
    event("DTSTART;VALUE=DATE:20279999"),
    "END:VCALENDAR",
  ].join("\r\n");
  expect(daysOfCalendar(file, "2026-11-25", "2028-12-31")).toEqual({
    isCalendar: true,
    ignored: 3,
    days: [
      { date: "2026-12-24", name: "Christmas Eve" },
      { date: "2027-08-02", name: "Works holidays, all closed" },
      { date: "2027-08-03", name: "Works holidays, all closed" },
      { date: "2027-08-04", name: "Works holidays, all closed" },
      { date: "2027-12-24", name: "Christmas Eve" },
      { date: "2028-12-24", name: "Christmas Eve" },
    ],
  });
  expect(daysOfCalendar("hello", "2026-01-01", "2027-01-01").isCalendar).toBe(false);
});
