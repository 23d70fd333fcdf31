import { readFileSync } from "node:fs";
import { CommandRefused } from "../command-refused.ts";
import { asCustomer } from "../rest.ts";

interface DeviceOptions {
  customer: string;
  name?: string;
  profile: string;
  region?: string;
  lorawan?: string;
  class?: string;
  json?: boolean;
}

interface Registered {
  id: string;
  name: string;
  devEui: string;
}

/** `refill device add`: by its EUIs, or by the text of its QR code. */
export async function deviceAdd(
  options: DeviceOptions & {
    devEui?: string;
    joinEui?: string;
    qr?: string;
    appKey: string;
    nwkKey?: string;
  },
): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    const code = options.qr
      ? await call<{ devEui: string; joinEui: string; serialNumber?: string }>("POST", "/devices/qr-code", {
          text: options.qr,
        })
      : undefined;
    const devEui = options.devEui ?? code?.devEui;
    const joinEui = options.joinEui ?? code?.joinEui;
    if (!devEui || !joinEui)
      throw new CommandRefused(
        "Give --dev-eui and --join-eui, or --qr with the text of the device's QR code.",
      );
    const device = await call<Registered>("POST", "/devices", {
      devEui,
      joinEui,
      appKey: options.appKey,
      ...(options.nwkKey ? { nwkKey: options.nwkKey } : {}),
      name: options.name ?? code?.serialNumber ?? devEui,
      profile: options.profile,
      ...(options.region ? { region: options.region } : {}),
      ...(options.lorawan ? { macVersion: options.lorawan } : {}),
      ...(options.class ? { deviceClass: options.class } : {}),
    });
    console.log(
      options.json
        ? JSON.stringify(device)
        : `${device.name} is registered (${device.devEui}). Switch it on: it joins and appears under Devices.`,
    );
  });
}

/** `refill device import`: a CSV file of the vendor's, all of it or nothing. */
export async function deviceImport(
  file: string,
  options: DeviceOptions & { joinEui?: string },
): Promise<void> {
  const csv = readTextFile(file);
  const query = new URLSearchParams({
    profile: options.profile,
    ...(options.joinEui ? { joinEui: options.joinEui } : {}),
    ...(options.region ? { region: options.region } : {}),
    ...(options.lorawan ? { macVersion: options.lorawan } : {}),
  });
  await asCustomer(options.customer, async (call) => {
    const { items } = await call<{ items: Registered[] }>("POST", `/devices/file?${query}`, { csv });
    console.log(
      options.json
        ? JSON.stringify(items)
        : `${items.length} device${items.length === 1 ? " is" : "s are"} registered.`,
    );
  });
}

export function readTextFile(file: string): string {
  return readFileOrRefuse(file).toString("utf8");
}

export function readFileOrRefuse(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new CommandRefused(`${file} can't be read: ${(error as Error).message}`);
  }
}
