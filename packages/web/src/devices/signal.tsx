import type { Device } from "../api/client.ts";
import { measure } from "../words.ts";
import { bestRssi, signalBars, signalWords } from "./device-words.ts";

/** Four bars, as on a phone. */
export function Bars({ count }: { count: number | null }) {
  return (
    <svg viewBox="0 0 20 14" className={`signal-bars bars-${count ?? 0}`} aria-hidden>
      {[0, 1, 2, 3].map((index) => (
        <rect
          key={index}
          x={index * 5}
          y={10 - index * 3}
          width={3.4}
          height={4 + index * 3}
          rx={0.8}
          className={count !== null && index < count ? "lit" : "unlit"}
        />
      ))}
    </svg>
  );
}

export function Signal({ device }: { device: Device }) {
  const bars = signalBars(device.signalMarginDb);
  const rssi = bestRssi(device);
  if (rssi === null) return <span className="soft">–</span>;
  return (
    <span className="signal">
      <Bars count={bars} />
      {measure(rssi, "dBm", 0)}
      {bars !== null && <span className="visually-hidden">, {signalWords[bars]}</span>}
    </span>
  );
}
