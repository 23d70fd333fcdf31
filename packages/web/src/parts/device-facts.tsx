import type { Device } from "../api/client.ts";
import { deviceWords, profileWords } from "../words.ts";
import { Facts } from "./facts.tsx";
import { Time } from "./small.tsx";

/** What a person wants to know of a sensor beside its location. */
export function DeviceFacts({ device }: { device: Device }) {
  const facts: [string, React.ReactNode][] = [
    ["State", deviceWords[device.state]],
    ["Last seen", <Time key="seen" iso={device.lastSeenAt} />],
    ["Battery", device.batteryPercent === null ? "–" : `${device.batteryPercent} %`],
    ["Signal", signal(device)],
    ["Type", profileWords[device.profile]],
    ["DevEUI", <code key="eui">{device.devEui}</code>],
  ];
  if (device.overwritten > 0) facts.push(["Lost messages", device.overwritten]);
  return <Facts facts={facts} />;
}

export function signal({ rssiDbm, snrDb, spreadingFactor, dataRate }: Device): string {
  if (rssiDbm === null) return "–";
  return `${rssiDbm} dBm, ${snrDb} dB, ${spreadingFactor === null ? dataRate : `SF${spreadingFactor}`}`;
}
