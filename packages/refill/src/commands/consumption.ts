import type { Command } from "commander";
import { importConsumption } from "../consumption-file.ts";
import { asCustomer } from "../rest.ts";
import { readChoice } from "../what-if/options.ts";
import { readTextFile } from "./device.ts";

/** `refill consumption …`. */
export function addConsumption(program: Command): void {
  program
    .command("consumption")
    .description("what was used of a customer's storage locations before there were sensors")
    .command("import <file>")
    .description(
      "bring it from a CSV file of an ERP system (columns location, date, quantity), all of it or nothing",
    )
    .requiredOption("--customer <name>", "the customer's short name")
    .option("--gaps <meaning>", "a day that the file does not name: zero or unknown (default: zero)")
    .option("--json", "print as JSON")
    .addHelpText(
      "after",
      `
A line a booking or a day, e.g. A-01-1,2027-03-31,12 (also A-01-1;31.03.2027;12). The location is its name or its id;
bookings of a day are summed. What was brought for a location before is replaced.`,
    )
    .action(consumptionImport);
}

/** `refill consumption import`: a CSV file of the customer's ERP system, all of it or nothing. */
async function consumptionImport(
  file: string,
  options: { customer: string; gaps?: string; json?: boolean },
): Promise<void> {
  const gaps = readChoice("--gaps", options.gaps, ["zero", "unknown"] as const) ?? "zero";
  const text = readTextFile(file);
  await asCustomer(options.customer, async (call) => {
    const items = await importConsumption(call, { name: file, text }, { gaps, now: Date.now() });
    if (options.json) return console.log(JSON.stringify(items));
    const days = items.reduce((sum, { days }) => sum + days, 0);
    const what = items.length === 1 ? "location is" : "locations are";
    console.log(
      `${items.length} ${what} known from before now, ${days} days together. The next planning takes them.`,
    );
  });
}
