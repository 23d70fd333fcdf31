import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { exportResources, inSnapshot, operatorActor, writeExport } from "@refill/application";
import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";
import { operatorName } from "../operator-name.ts";

/** `refill account export`: all of a customer's data as of this moment, for moving out; it stands in both audit trails. */
export async function accountExport(options: {
  customer: string;
  file: string;
  json?: boolean;
}): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const { accountId, region, slug, state } = await controlPlane.requireCustomer(options.customer);
    if (state !== "active" && state !== "suspended")
      throw new CommandRefused(
        `Customer ${slug} is ${state}: its key is destroyed, nothing can be read any more.`,
      );
    const file = createWriteStream(options.file, { mode: 0o600, flags: "wx" });
    await once(file, "open").catch((error) => {
      throw new CommandRefused(`${options.file} can't be written: ${error.message}`);
    });
    const { store } = controlPlane;
    await store.change(accountId, operatorActor(operatorName()), (change) =>
      change.note({ action: "export.fetched", detail: { by: "command line" } }),
    );
    await controlPlane.record(region, { action: "account.exported", accountId, detail: { customer: slug } });
    let written = 0;
    const counts = await inSnapshot(store, accountId, (source) =>
      writeExport(
        source,
        exportResources,
        { format: "ndjson", from: null, to: null },
        {
          async write(text) {
            if (!file.write(text)) await once(file, "drain");
            written += text.length;
            if (!options.json && process.stdout.isTTY)
              process.stdout.write(`\r${Math.round(written / 2 ** 20)} MB `);
          },
        },
      ),
    );
    file.end();
    await once(file, "close");
    if (options.json) return console.log(JSON.stringify({ customer: slug, file: options.file, counts }));
    const list = Object.entries(counts).filter(([, count]) => count > 0);
    console.log(
      `All data of ${slug} lie in ${options.file} (in clear, for its owner only): ${list.map(([what, count]) => `${count} ${what}`).join(", ")}.`,
    );
  });
}
