import { expect, test } from "vitest";
import { parseDemandCsv } from "./demand-csv.ts";

function demandOf(text: string, gaps?: "zero" | "missing") {
  const parsed = parseDemandCsv(text, gaps);
  if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
  return [...parsed.file.demand];
}

function problemsOf(text: string) {
  const parsed = parseDemandCsv(text);
  return "problems" in parsed ? parsed.problems : [];
}

test("a line a day, in any order; days of the same date are summed, those left out are without demand or missing", () => {
  const text = "date,quantity\n2027-03-30,5\n2027-03-28,3\n2027-03-28,4\n\n";
  expect(demandOf(text)).toEqual([7, 0, 5]);
  expect(demandOf(text, "missing")).toEqual([7, Number.NaN, 5]);
  expect(parseDemandCsv(text)).toMatchObject({ file: { firstDay: 20905, unnamedDays: 1 } });
  // The clocks go forward in between: days are days.
  expect(new Date(20905 * 86_400_000).toISOString()).toMatch(/^2027-03-28/);
});

test("as spreadsheets write it: semicolons, German dates and commas, other columns, quotes, a byte order mark", () => {
  expect(
    demandOf('\ufeffTeil;Menge;Datum\r\n"Schraube; M4";"12,0";31.03.2027\r\nx;1.200.000;1.4.2027\r\n'),
  ).toEqual([12, 1_200_000]);
  expect(demandOf("2027-03-31\t3.00\n2027-04-01\t1.234,0")).toEqual([3, 1234]);
  expect(demandOf('Date,Qty\n2027-03-31T00:00:00Z,"1,234.0"')).toEqual([1234]);
});

test("an empty quantity is not known; another row of the day may know it", () => {
  expect(demandOf("2027-03-31,\n2027-04-01,\n2027-04-01,2\n2027-04-02,3\n2027-04-02,")).toEqual([
    Number.NaN,
    2,
    3,
  ]);
});

test("what is wrong is told by line, all of it, with what to write", () => {
  const problems = problemsOf(
    [
      "date,quantity",
      "2027-02-29,1",
      "03/04/2027,1",
      "2027-03-01,-2",
      "2027-03-02,1.5",
      "2027-03-03,1.200",
      "2027-03-04,many",
      "2027-03-05",
      "2027-03-06,7",
      "2027-03-07,9999999999999999",
    ].join("\n"),
  );
  expect(problems.map(({ line }) => line)).toEqual([2, 3, 4, 5, 6, 7, 8, 10]);
  expect(problems.map(({ message }) => message)).toEqual([
    '"2027-02-29" is no date: write it as 2027-03-31 or 31.03.2027',
    '"03/04/2027" is no date: write it as 2027-03-31 or 31.03.2027',
    '"-2" is below 0: leave returns out, or take them off the day\'s quantity',
    '"1.5" is not a whole number of pieces',
    '"1.200" can be read in two ways: write it without a separator of thousands, e.g. 1200',
    '"many" is no quantity: write whole pieces such as 12',
    "must have a date and a quantity, separated by a comma or a semicolon",
    '"9999999999999999" is more than can be: at most 1000000000000 pieces',
  ]);
});

test("a file without demand, with unknown columns, or of too many years is refused", () => {
  expect(problemsOf("")).toEqual([{ line: 1, message: "the file has no demand: write a line a day" }]);
  expect(problemsOf("date,quantity\n")).toHaveLength(1);
  expect(problemsOf("when,what\n2027-03-31,1")[0]!.message).toMatch("no columns date and quantity");
  expect(problemsOf("1990-01-01,1\n2027-01-01,1")[0]!.message).toMatch("at most 20 years");
});
