import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { firmwareProblem, keepFirmware, keyCrcOf } from "@refill/network-server";
import { sealer } from "@refill/vault";
import { type Call, listAll } from "../call-api.ts";
import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";
import { asCustomer } from "../rest.ts";
import { readFileOrRefuse } from "./device.ts";

interface Gateway {
  id: string;
  gatewayEui: string;
  name: string;
}

/** `refill gateway add`. */
export async function gatewayAdd(options: {
  customer: string;
  eui: string;
  name?: string;
  region?: string;
  json?: boolean;
}): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    const gateway = await call<Gateway>("POST", "/gateways", {
      gatewayEui: options.eui,
      name: options.name ?? options.eui,
      ...(options.region ? { region: options.region } : {}),
    });
    console.log(
      options.json ? JSON.stringify(gateway) : `${gateway.name} is registered (${gateway.gatewayEui}).`,
    );
  });
}

/** `refill gateway credentials`: the files of LoRa Basics Station, into a folder. */
export async function gatewayCredentials(options: {
  customer: string;
  eui: string;
  folder: string;
  token?: boolean;
}): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    const gateway = await gatewayOf(call, options.eui);
    const files = await call<{
      lnsUri: string;
      cupsUri: string;
      caCertificate: string;
      certificate: string;
      key: string;
      token: string;
    }>("POST", `/gateways/${gateway.id}/station-credentials`, {});
    mkdirSync(options.folder, { recursive: true, mode: 0o700 });
    const write = (name: string, text: string) =>
      writeFileSync(join(options.folder, name), text, { mode: 0o600 });
    for (const [kind, uri] of [
      ["tc", files.lnsUri],
      ["cups", files.cupsUri],
    ] as const) {
      write(`${kind}.uri`, uri);
      write(`${kind}.trust`, files.caCertificate);
      write(`${kind}.key`, options.token ? `Authorization: Bearer ${files.token}\r\n` : files.key);
      if (!options.token) write(`${kind}.crt`, files.certificate);
    }
    console.log(
      `The files for ${gateway.name} lie in ${options.folder}. What it had before is no longer taken.`,
    );
  });
}

/** `refill gateway firmware`: offered to every gateway of this model that knows the key. */
export async function gatewayFirmware(
  file: string,
  options: { model: string; firmware: string; signature: string; key: string },
): Promise<void> {
  const content = readFileOrRefuse(file);
  const signature = readFileOrRefuse(options.signature);
  const key = readFileOrRefuse(options.key);
  const problem = firmwareProblem(content, signature, key);
  if (problem) throw new CommandRefused(`Nothing was kept: ${problem}.`);
  await withRunningInstance(async (controlPlane) => {
    const seal = sealer(await controlPlane.vault.getOrCreateKey("network/session-key", 32), "network");
    for (const region of controlPlane.regions)
      await keepFirmware(controlPlane.owner(region), seal, {
        model: options.model,
        version: options.firmware,
        keyCrc: keyCrcOf(key),
        signature,
        content,
      });
    console.log(
      `Firmware ${options.firmware} is offered to gateways of model ${options.model} when they ask next, within a day.`,
    );
  });
}

export async function gatewayOf(call: Call, eui: string): Promise<Gateway> {
  const gateway = (await listAll<Gateway>(call, "/gateways")).find(
    ({ gatewayEui }) => gatewayEui === eui.toLowerCase(),
  );
  if (!gateway)
    throw new CommandRefused(`There is no gateway ${eui}: register it with npx refill gateway add.`);
  return gateway;
}
