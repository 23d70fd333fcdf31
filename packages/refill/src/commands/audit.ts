import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { type ExportFormat, entryView, exportFormats, readTrail, type TrailEntry } from "@refill/application";
import type { Command } from "commander";
import { CommandRefused } from "../command-refused.ts";
import { type ControlPlane, withRunningInstance } from "../control-plane.ts";
import { accountTrail, anchorTrails, entriesOf, serviceTrail, type Trail, verify } from "../trails.ts";

const faults: Record<string, string> = {
  missing: "is missing",
  changed: "was changed, or what lies before it was",
  unreadable: "does not open: it was changed, or comes from elsewhere",
  "too-many": "stands behind the trail's end: it was put there, or the trail's head was set back",
};

/** `refill audit …`: what was done, by whom, on what. */
export function addAudit(program: Command): void {
  const audit = program.command("audit").description("audit trails: what was done, by whom, on what");
  audit
    .command("verify")
    .description("whether every entry is there, unchanged and in order; ends with 1 when not")
    .option("--customer <name>", "one customer only (default: all, and the service)")
    .option("--json", "print as JSON")
    .action(auditVerify);
  audit
    .command("list")
    .description("the newest entries")
    .option("--customer <name>", "the customer's short name")
    .option("--service", "what operators did to customers")
    .option("--action <begin>", "only actions that begin so, e.g. api-key.")
    .option("--limit <n>", "how many", "50")
    .option("--json", "print as JSON, one a line")
    .action(auditList);
  audit
    .command("export")
    .description("a whole trail, oldest first")
    .option("--customer <name>", "the customer's short name")
    .option("--service", "what operators did to customers")
    .requiredOption("--file <path>", "a new file")
    .option("--format <format>", "ndjson or csv", "ndjson")
    .action(auditExport);
}

/** `refill audit verify`: ends with 1 when a trail is not as it was written. */
async function auditVerify(options: { customer?: string; json?: boolean }): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const { vault } = controlPlane;
    const results: { trail: string; entries: number; ok: boolean; says: string }[] = [];
    for (const trail of await trailsOf(controlPlane, options.customer)) {
      const { entries, fault, anchor } = await verify(trail, vault);
      const anchored = anchor
        ? `compared with the key vault's note of entry ${anchor.sequence}`
        : "not noted in the key vault yet";
      results.push({
        trail: trail.name,
        entries,
        ok: fault === undefined,
        says: fault
          ? `entry ${fault.sequence} ${faults[fault.fault]}`
          : `every entry is there, unchanged and in order; ${anchored}`,
      });
    }
    // What was found to be right is noted: from here on it can't be cut.
    if (results.every(({ ok }) => ok))
      for (const region of controlPlane.regions)
        await anchorTrails(controlPlane.owner(region), vault, region);
    else process.exitCode = 1;
    if (options.json) return console.log(JSON.stringify(results));
    for (const { trail, entries, ok, says } of results)
      console.log(`${ok ? "ok   " : "WRONG"}  ${trail.padEnd(24)} ${entries} entries: ${says}`);
  });
}

interface ListOptions {
  customer?: string;
  service?: boolean;
  action?: string;
  limit: string;
  json?: boolean;
}

/** `refill audit list`: newest first. */
async function auditList(options: ListOptions): Promise<void> {
  const limit = Number(options.limit);
  if (!/^\d{1,4}$/.test(options.limit) || limit < 1)
    throw new CommandRefused("--limit takes a number from 1 to 9999.");
  await withRunningInstance(async (controlPlane) => {
    for (const trail of await chosen(controlPlane, options)) {
      const { entries } = await readTrail(trail.source, await trail.seal(), {
        limit,
        mostRows: Number.POSITIVE_INFINITY,
        ...(options.action ? { filter: { action: options.action } } : {}),
      });
      for (const entry of entries) console.log(options.json ? JSON.stringify(entryView(entry)) : line(entry));
    }
  });
}

/** `refill audit export`: the whole trail into a file, oldest first. */
async function auditExport(options: {
  customer?: string;
  service?: boolean;
  file: string;
  format: string;
}): Promise<void> {
  if (!(options.format in exportFormats))
    throw new CommandRefused(`--format takes ndjson or csv, not "${options.format}".`);
  const format = exportFormats[options.format as ExportFormat];
  await withRunningInstance(async (controlPlane) => {
    const [trail, ...others] = await chosen(controlPlane, options);
    if (others.length > 0)
      throw new CommandRefused("Several regions have a service trail: use audit list --service.");
    const file = createWriteStream(options.file, { mode: 0o600, flags: "wx" });
    await once(file, "open").catch((error) => {
      throw new CommandRefused(`${options.file} can't be written: ${error.message}`);
    });
    let count = 0;
    file.write(format.head());
    for await (const batch of entriesOf(trail!, {})) {
      count += batch.length;
      if (!file.write(batch.map((entry) => format.line(entry)).join(""))) await once(file, "drain");
    }
    file.end();
    await once(file, "close");
    console.log(`${count} entries lie in ${options.file}.`);
  });
}

async function chosen(
  controlPlane: ControlPlane,
  { customer, service }: { customer?: string; service?: boolean },
): Promise<Trail[]> {
  if (service)
    return controlPlane.regions.map((region) =>
      serviceTrail(controlPlane.owner(region), controlPlane.vault, region),
    );
  if (!customer) throw new CommandRefused("Give --customer NAME, or --service for what operators did.");
  return trailsOf(controlPlane, customer);
}

async function trailsOf(controlPlane: ControlPlane, slug: string | undefined): Promise<Trail[]> {
  if (slug) return [accountTrail(controlPlane, await controlPlane.requireCustomer(slug))];
  const customers = (await controlPlane.listCustomers()).filter(
    ({ state }) => state === "active" || state === "suspended",
  );
  return [
    ...customers.map((customer) => accountTrail(controlPlane, customer)),
    ...controlPlane.regions.map((region) =>
      serviceTrail(controlPlane.owner(region), controlPlane.vault, region),
    ),
  ];
}

function line({ sequence, at, action, actor, target, before, after, detail }: TrailEntry): string {
  const kinds = {
    "api-key": "API key ",
    supplier: "supplier ",
    operator: "operator ",
    member: "",
    system: "",
  };
  const who = `${kinds[actor.kind]}${actor.name}${actor.address ? ` (${actor.address})` : ""}`;
  const what = target ? ` ${target.name}` : "";
  const change = [
    before && `before ${JSON.stringify(before)}`,
    after && `after ${JSON.stringify(after)}`,
    detail && JSON.stringify(detail),
  ]
    .filter(Boolean)
    .join(" ");
  return `${String(sequence).padStart(6)}  ${new Date(at).toISOString()}  ${action}${what}  by ${who}  ${change}`.slice(
    0,
    400,
  );
}
