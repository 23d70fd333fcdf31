import type { Device } from "../api/client.ts";
import { percent } from "../words.ts";
import { isBatteryWeak } from "./device-words.ts";

/** A battery with its charge, and the number beside it. */
export function Battery({ device }: { device: Device }) {
  const { batteryPercent } = device;
  if (batteryPercent === null) return <span className="soft">–</span>;
  return (
    <span className="battery">
      <svg
        viewBox="0 0 24 12"
        className={isBatteryWeak(device) ? "battery-weak" : "battery-good"}
        aria-hidden
      >
        <rect x={0.6} y={0.6} width={20.4} height={10.8} rx={2.4} className="battery-shell" />
        <rect x={22} y={3.6} width={1.6} height={4.8} rx={0.8} className="battery-pole" />
        <rect
          x={2.2}
          y={2.2}
          width={(17.2 * batteryPercent) / 100}
          height={7.6}
          rx={1.2}
          className="battery-charge"
        />
      </svg>
      {percent(batteryPercent / 100)}
    </span>
  );
}
