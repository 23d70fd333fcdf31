import { readFileSync, writeFileSync } from "node:fs";
import {
  closeAccount,
  isGenuineClosing,
  type SignedClosing,
  setCustomerState,
  setQuota,
} from "@refill/database";
import { askNetworkServer } from "../ask-network-server.ts";
import { CommandRefused } from "../command-refused.ts";
import { type Customer, withRunningInstance } from "../control-plane.ts";
import { operatorName } from "../operator-name.ts";
import { quotaOf } from "../quota.ts";

interface Named {
  customer: string;
  json?: boolean;
}

/** `refill account list`. */
export async function accountList(options: { all?: boolean; json?: boolean }): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const customers = (await controlPlane.listCustomers()).filter(
      ({ state }) => options.all || state !== "closed",
    );
    if (options.json) return console.log(JSON.stringify(customers));
    if (customers.length === 0)
      return console.log("There is no customer yet: npx refill account create --customer NAME");
    for (const { slug, region, state, accountId, createdAt } of customers)
      console.log(
        `${slug.padEnd(24)} ${region.padEnd(6)} ${state.padEnd(10)} ${accountId}  since ${createdAt.toISOString().slice(0, 10)}`,
      );
  });
}

/** `refill account suspend` and `resume`. */
export async function accountSetState(to: "suspended" | "active", options: Named): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const customer = await controlPlane.requireCustomer(options.customer);
    const { accountId, region, state, slug } = customer;
    const from = to === "suspended" ? "active" : "suspended";
    if (!(await setCustomerState(controlPlane.owner(region), accountId, [from], to)))
      throw new CommandRefused(`Customer ${slug} is ${state}, not ${from}: nothing was changed.`);
    await controlPlane.record(region, {
      action: to === "suspended" ? "account.suspended" : "account.resumed",
      accountId,
      detail: { customer: slug },
    });
    const says =
      to === "suspended"
        ? `Customer ${slug} is suspended: nobody of it can read or change anything, nothing is ordered; its sensors are still heard.`
        : `Customer ${slug} is active again.`;
    console.log(options.json ? JSON.stringify({ customer: slug, state: to }) : says);
  });
}

/** `refill account quota`: shows it, and changes what is given. */
export async function accountQuota(
  options: Named & { devices?: string; requests?: string; storage?: string },
): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const { accountId, region, slug, quota: before } = await controlPlane.requireCustomer(options.customer);
    const quota = { ...before, ...quotaOf(options, before) };
    const isChanged = JSON.stringify(quota) !== JSON.stringify(before);
    if (isChanged) {
      await setQuota(controlPlane.owner(region), accountId, quota);
      await controlPlane.record(region, {
        action: "account.quota-changed",
        accountId,
        detail: { customer: slug, before, after: quota },
      });
    }
    if (options.json) return console.log(JSON.stringify({ customer: slug, quota }));
    const say = (value: number | null, unit: string) => (value === null ? "no limit" : `${value} ${unit}`);
    console.log(
      `${slug}: ${say(quota.devices, "devices")}, ${say(quota.requestsPerMinute, "requests a minute")}, ${say(quota.storageMb, "MB")} of storage`,
    );
  });
}

/** `refill account close`: for good. The record is printed, or written to a file. */
export async function accountClose(options: Named & { confirm?: string; record?: string }): Promise<void> {
  await withRunningInstance(async (controlPlane, _baseUrl, instance) => {
    const customer = await controlPlane.requireCustomer(options.customer);
    refuseUnconfirmed(customer, options.confirm);
    const { accountId, region, slug } = customer;
    const owner = controlPlane.owner(region);
    await setCustomerState(owner, accountId, ["active", "suspended"], "closing");
    await askNetworkServer(controlPlane.vault, instance.deliveryPorts?.[region] ?? [], {
      name: "remove-account",
      accountId,
    });
    const signed = await closeAccount(owner, controlPlane.vault, accountId, operatorName());
    const text = `${JSON.stringify(signed, null, 2)}\n`;
    if (options.record) writeFileSync(options.record, text, { mode: 0o600 });
    if (options.json || !options.record) process.stdout.write(text);
    if (options.json) return;
    console.log(
      `Customer ${slug} is closed: its key was destroyed at ${signed.record.keyDestroyedAt}, then its data.${options.record ? ` The signed record lies in ${options.record}.` : ""}`,
    );
  });
}

function refuseUnconfirmed({ slug, state }: Customer, confirm: string | undefined): void {
  if (state === "closed") throw new CommandRefused(`Customer ${slug} is closed already.`);
  if (confirm === slug) return;
  throw new CommandRefused(
    `Closing ${slug} destroys all of its data for good, also in backups. Export it first (npx refill account export --customer ${slug} --file FILE), then repeat with --confirm ${slug}.`,
  );
}

/** `refill account closing`: the signed records of closed customers. */
export async function accountClosings(options: { json?: boolean }): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const closings: SignedClosing[] = [];
    for (const region of controlPlane.regions) {
      const { rows } = await controlPlane
        .owner(region)
        .query<{ closing: string | SignedClosing }>(
          "select closing from directory.customer where closing is not null order by state_since",
        );
      for (const { closing } of rows)
        closings.push(typeof closing === "string" ? JSON.parse(closing) : closing);
    }
    if (options.json) return console.log(JSON.stringify(closings));
    if (closings.length === 0) return console.log("No customer was closed.");
    for (const { record } of closings)
      console.log(
        `${record.customer.padEnd(24)} ${record.region.padEnd(6)} closed ${record.closedAt} by ${record.by}  (${record.accountId})`,
      );
  });
}

/** `refill account verify-closing FILE`. */
export async function accountVerifyClosing(file: string): Promise<void> {
  let signed: SignedClosing;
  try {
    signed = JSON.parse(readFileSync(file, "utf8")) as SignedClosing;
  } catch (error) {
    throw new CommandRefused(`${file} can't be read as a closing record: ${(error as Error).message}`);
  }
  await withRunningInstance(async ({ vault }) => {
    if (!(await isGenuineClosing(signed, vault)))
      throw new CommandRefused(`${file} is NOT genuine: it was changed, or another Refill signed it.`);
    const { customer, closedAt, by } = signed.record;
    console.log(`Genuine: customer ${customer} was closed at ${closedAt} by ${by}.`);
  });
}
