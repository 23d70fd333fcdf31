import type { Device } from "../api/client.ts";
import { deviceWords, profileWords } from "../words.ts";
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
  return (
    <dl style={{ margin: "10px 0 0", display: "grid", gridTemplateColumns: "auto 1fr", gap: "4px 16px" }}>
      {facts.map(([name, value]) => (
        <div key={name} style={{ display: "contents" }}>
          <dt className="soft">{name}</dt>
          <dd style={{ margin: 0, overflowWrap: "anywhere" }}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function signal({ rssiDbm, snrDb, spreadingFactor }: Device): string {
  if (rssiDbm === null) return "–";
  return `${rssiDbm} dBm, ${snrDb} dB, SF${spreadingFactor}`;
}
