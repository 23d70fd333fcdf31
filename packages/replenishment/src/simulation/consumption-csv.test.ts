import { expect, test } from "vitest";
import { parseConsumptionCsv } from "./consumption-csv.ts";

/** Locations with their days, in the order of the file. */
function read(text: string) {
  const parsed = parseConsumptionCsv(text);
  if (!("locations" in parsed)) throw new Error(JSON.stringify(parsed.problems));
  return parsed.locations.map(({ location, line, days }) => [
    location,
    line,
    [...days].map(([day, { quantity }]) => [new Date(day * 86_400_000).toISOString().slice(0, 10), quantity]),
  ]);
}
function problemsOf(text: string) {
  const parsed = parseConsumptionCsv(text);
  return "problems" in parsed ? parsed.problems.map(({ line, message }) => `${line}: ${message}`) : [];
}

test("lines of several locations, bookings of a day summed", () => {
  expect(read("A-01,2026-01-05,4\nA-02,2026-01-05,1\nA-01,2026-01-05,3\nA-01,2026-01-07,0\n")).toEqual([
    [
      "A-01",
      1,
      [
        ["2026-01-05", 7],
        ["2026-01-07", 0],
      ],
    ],
    ["A-02", 2, [["2026-01-05", 1]]],
  ]);
});

test("columns anywhere, in German, with names in quotes", () => {
  expect(read('Menge;Werk;Lagerplatz;Datum\r\n"1200";1000;"Rack 3; left";05.01.2026\r\n')).toEqual([
    ["Rack 3; left", 2, [["2026-01-05", 1200]]],
  ]);
});

test("every problem is told by its line, and then nothing is read", () => {
  expect(
    problemsOf(
      "location,date,quantity\nA,2026-01-05,4\nA,2026-02-30,4\n,2026-01-05,1\nA,2026-01-06,-1\nA,2026-01-07,1.5\nA,2026-01-08,\nA\n",
    ),
  ).toEqual([
    '3: "2026-02-30" is no date: write it as 2027-03-31 or 31.03.2027',
    "4: names no location",
    '5: "-1" is below 0: leave returns out, or take them off the day\'s quantity',
    '6: "1.5" is not a whole number of pieces',
    "7: has no quantity: write 0 when nothing was used, or leave the line out",
    "8: must have a location, a date and a quantity, separated by commas or semicolons",
  ]);
  expect(problemsOf("")).toEqual(["1: the file has no consumption: write a line a day"]);
  expect(problemsOf("location,date,quantity\n")).toHaveLength(1);
});
