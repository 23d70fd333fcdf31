import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { CommandRefused } from "../command-refused.ts";
import { readPolicy } from "../what-if/options.ts";
import { simulateCommand } from "./simulate.ts";

const folder = mkdtempSync(join(tmpdir(), "refill-simulate-options-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const csv = join(folder, "demand.csv");
writeFileSync(csv, "2026-01-05,4\n2026-01-06,0\n2026-01-07,3\n");
const idle = join(folder, "idle.csv");
writeFileSync(idle, "2026-01-05,0\n2026-03-06,0\n");

const present = { present: "min-max:10/20" };
const whole = { ...present, leadTime: "5" };

test.each([
  ["neither file nor location", undefined, {}, "Give either a CSV file of demand, or --location"],
  ["both", csv, { location: "x" }, "Give either a CSV file of demand, or --location"],
  ["no such file", join(folder, "none.csv"), whole, "can't be read"],
  ["no lead time", csv, present, "Give --lead-time"],
  ["no policy", csv, { leadTime: "5" }, "Give today's policy by --present"],
  ["a policy that is none", csv, { ...whole, present: "min-max:10" }, "is no policy. Write one of min-max:"],
  ["a policy that can't be", csv, { ...whole, present: "min-max:20/10" }, "--present: minimum must be below"],
  ["a proposed one", csv, { ...whole, proposed: "two-bin:0" }, "--proposed: piecesPerBin must be"],
  ["more than fits", csv, { ...whole, capacity: "15" }, "must not exceed the capacity of 15 pieces"],
  ["a pack that never fits", csv, { ...whole, capacity: "30", pack: "50" }, "The part can't be ordered"],
  ["a negative number", csv, { ...whole, leadTime: "-5" }, "--lead-time takes a number from 0 to 730"],
  ["half a piece", csv, { ...whole, pack: "1.5" }, "--pack takes a whole number"],
  ["an unknown measure", csv, { ...whole, measure: "fill" }, "--measure takes fill-rate or cycle"],
  ["too many days to plan on", csv, { ...whole, planDays: "3" }, "leaves nothing to replay"],
  ["nothing used", idle, whole, "Nothing is used in the days that are planned on"],
  ["a folder that is not there", csv, { ...whole, svg: join(folder, "none", "a.svg") }, "can't be written"],
  ["a location without an address", undefined, { location: "x" }, "--location needs --url"],
  ["no web address", undefined, { location: "x", url: "ftp://x", apiKey: "k" }, "--url takes an address"],
  ["nobody there", undefined, { location: "x", url: "http://127.0.0.1:9", apiKey: "k" }, "can't be reached"],
])("refused: %s", async (_name, file, options, message) => {
  const refusal = await simulateCommand(file, options).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(CommandRefused);
  expect((refusal as Error).message).toContain(message);
});

test("every kind of policy can be written", () => {
  expect(
    ["min-max:4/10", "reorder-point:4/10", "periodic:4/10/1,4", "kanban:3/5", "two-bin:7", "event:9"].map(
      (text) => readPolicy("--present", text),
    ),
  ).toEqual([
    { kind: "min-max", minimum: 4, maximum: 10 },
    { kind: "reorder-point", reorderPoint: 4, quantity: 10 },
    { kind: "periodic", reorderPoint: 4, maximum: 10, days: [1, 4], at: "12:00" },
    { kind: "kanban", cards: 3, piecesPerCard: 5 },
    { kind: "two-bin", piecesPerBin: 7 },
    { kind: "event", quantity: 9 },
  ]);
  for (const text of ["", "kanban:3", "min-max:a/b", "min-max:1/2/3", "periodic:4/10/8", "two-bin:-7"])
    expect(() => readPolicy("--present", text)).toThrow(CommandRefused);
});
