import { rotateCustomerKey } from "@refill/database";
import { rotateRootKey } from "@refill/vault";
import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";
import { asCustomer } from "../rest.ts";
import { readSettings } from "../settings.ts";

interface Rotation {
  id: string;
  generation: number;
  state: "running" | "done";
  records: { done: number; total: number };
}

const lookEveryMs = 500;

/** `refill key rotate`: a new key of one level, while everything runs. */
export async function keyRotate(options: {
  level: string;
  customer?: string;
  json?: boolean;
}): Promise<void> {
  if (options.level === "root") return rotateRoot(options);
  if (options.level !== "customer" && options.level !== "data")
    throw new CommandRefused(`--level takes root, customer or data, not "${options.level}".`);
  if (!options.customer)
    throw new CommandRefused(`--level ${options.level} needs --customer NAME (see npx refill account list).`);
  if (options.level === "customer") await rotateCustomer(options.customer, options);
  else await rotateData(options.customer, options);
}

async function rotateRoot(options: { json?: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  if (settings.vault !== "local")
    throw new CommandRefused("The root key of this key vault is changed there, by its own means.");
  const { says, resealed } = await rotateRootKey(settings.keysFolder);
  console.log(options.json ? JSON.stringify({ level: "root", resealed }) : says);
}

async function rotateCustomer(slug: string, options: { json?: boolean }): Promise<void> {
  await withRunningInstance(async (controlPlane) => {
    const { accountId, region } = await controlPlane.requireCustomer(slug);
    const version = await rotateCustomerKey(controlPlane.owner(region), controlPlane.vault, accountId);
    await controlPlane.record(region, {
      action: "customer-key.changed",
      accountId,
      detail: { customer: slug, version },
    });
    console.log(
      options.json
        ? JSON.stringify({ level: "customer", customer: slug, version })
        : `The customer key of ${slug} has version ${version}; its data keys are sealed by it, and those before open nothing any more.`,
    );
  });
}

async function rotateData(slug: string, options: { json?: boolean }): Promise<void> {
  await asCustomer(slug, async (call) => {
    let rotation = await call<Rotation>("POST", "/account/key-rotations", {});
    while (rotation.state === "running") {
      if (!options.json && process.stdout.isTTY)
        process.stdout.write(
          `\rSealed anew: ${rotation.records.done} of about ${rotation.records.total} records `,
        );
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      rotation = await call<Rotation>("GET", `/account/key-rotations/${rotation.id}`);
    }
    console.log(
      options.json
        ? JSON.stringify({ level: "data", customer: slug, ...rotation })
        : `\n${slug}: everything is sealed by data key ${rotation.generation}; those before are destroyed.`,
    );
  });
}
