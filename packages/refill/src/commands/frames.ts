import type { Schemas } from "@refill/client";
import { type Call, listAll } from "../call-api.ts";
import { CommandRefused } from "../command-refused.ts";
import { asCustomer } from "../rest.ts";
import { gatewayOf } from "./gateway.ts";

type Frame = Schemas["Frame"];
type StoredMessage = Schemas["StoredMessage"];

interface Options {
  customer: string;
  json?: boolean;
}

const askEveryMs = 1_000;

/** `refill device frames`: what goes over the air. */
export async function deviceFrames(options: Options & { devEui: string; follow?: boolean }): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    await showFrames(call, `/devices/${await idOfDevice(call, options.devEui)}/frames`, options);
  });
}

/** `refill gateway frames`: what one gateway hears and sends. */
export async function gatewayFrames(options: Options & { eui: string; follow?: boolean }): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    const { id } = await gatewayOf(call, options.eui);
    await showFrames(call, `/gateways/${id}/frames`, options);
  });
}

/** `refill device messages`: what the network server keeps of a device. */
export async function deviceMessages(options: Options & { devEui: string }): Promise<void> {
  await asCustomer(options.customer, async (call) => {
    const { items } = await call<{ items: StoredMessage[] }>(
      "GET",
      `/devices/${await idOfDevice(call, options.devEui)}/messages`,
    );
    if (options.json) console.log(JSON.stringify(items));
    else if (items.length === 0) console.log("Nothing is stored: the device has sent nothing yet.");
    else for (const message of items) console.log(lineOfMessage(message));
  });
}

async function idOfDevice(call: Call, devEui: string): Promise<string> {
  const devices = await listAll<{ id: string; devEui: string }>(call, "/devices");
  const found = devices.find((device) => device.devEui === devEui.toLowerCase());
  if (!found) throw new CommandRefused(`This customer has no device ${devEui}.`);
  return found.id;
}

/** Those of the last minutes; with `follow` also those to come, until Ctrl-C. */
async function showFrames(
  call: Call,
  path: string,
  { follow, json }: { follow?: boolean; json?: boolean },
): Promise<void> {
  let isStopped = false;
  let wake = () => {};
  const stop = () => {
    isStopped = true;
    wake();
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
  let after = 0;
  let shown = 0;
  do {
    const { items } = await call<{ items: Frame[] }>("GET", `${path}?after=${after}`);
    for (const frame of items) {
      console.log(json ? JSON.stringify(frame) : lineOfFrame(frame));
      after = frame.sequence;
      shown += 1;
    }
    if (!follow) break;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, askEveryMs);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  } while (!isStopped);
  if (shown === 0 && !json) console.log("Nothing was heard in the last minutes.");
}

function lineOfFrame(frame: Frame): string {
  const { direction, gateways, frequencyHz, fPort, payloadBytes, frameCounter, refusal } = frame;
  const best = gateways[0];
  return [
    frame.at.slice(11, 23),
    direction === "up" ? "↑" : "↓",
    frame.kind,
    frame.devEui ?? frame.devAddr,
    frameCounter !== null && `№ ${frameCounter}`,
    frame.dataRate,
    frequencyHz !== null && `${(frequencyHz / 1e6).toFixed(3)} MHz`,
    frame.window,
    direction === "up" && best && `${best.rssiDbm} dBm, ${best.snrDb} dB`,
    gateways.length > 1 && `${gateways.length} gateways`,
    frame.confirmed && "confirmed",
    frame.acknowledges && "acknowledges",
    fPort !== null && `port ${fPort}`,
    payloadBytes > 0 && `${payloadBytes} bytes`,
    frame.commands.join("; "),
    refusal && `${direction === "up" ? "refused" : "not sent"}: ${refusal}`,
  ]
    .filter(Boolean)
    .join("  ");
}

function lineOfMessage(message: StoredMessage): string {
  const best = message.gateways[0];
  return [
    message.receivedAt,
    `№ ${message.frameCounter}`,
    `port ${message.fPort}`,
    message.payload,
    message.dataRate,
    `${(message.frequencyHz / 1e6).toFixed(3)} MHz`,
    best && `${best.rssiDbm} dBm, ${best.snrDb} dB by ${best.gatewayEui}`,
  ]
    .filter(Boolean)
    .join("  ");
}
