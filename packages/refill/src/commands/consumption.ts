import { importConsumption } from "../consumption-file.ts";
import { asCustomer } from "../rest.ts";
import { readChoice } from "../what-if/options.ts";
import { readTextFile } from "./device.ts";

/** `refill consumption import`: a CSV file of the customer's ERP system, all of it or nothing. */
export async function consumptionImport(
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
