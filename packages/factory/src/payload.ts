import type { ProfileName } from "./plan.ts";

/** What a virtual sensor measures. `fault`: nothing came back. */
export interface SensorReading {
  batteryPercent: number;
  distanceMm?: number;
  fault?: boolean;
  isPressed?: boolean;
}

/**
 * The payload as the manufacturer documents it: Milesight's channels (battery 01 75, distance 03 82, position 04 00,
 * button ff 2e) and the Dragino LLDS12 user manual §2.3. Written apart from the decoders, so that they check each other.
 */
export function encodePayload(
  profile: ProfileName,
  reading: SensorReading,
): { fPort: number; payload: Buffer } {
  const battery = Math.round(Math.min(100, Math.max(0, reading.batteryPercent)));
  const distance = Math.round(reading.distanceMm ?? 0);
  switch (profile) {
    case "milesight-em310-udl": {
      const payload = Buffer.from([0x01, 0x75, battery, 0x03, 0x82, 0, 0, 0x04, 0x00, 0]);
      payload.writeUInt16LE(reading.fault ? 0 : distance, 5);
      return { fPort: 85, payload };
    }
    case "dragino-llds12": {
      const payload = Buffer.alloc(11);
      payload.writeUInt16BE(2500 + battery * 11, 0);
      payload.writeUInt16BE(reading.fault ? 65535 : distance, 4);
      payload.writeUInt16BE(reading.fault ? 20 : 900, 6);
      payload.writeInt8(22, 9);
      payload[10] = 1;
      return { fPort: 2, payload };
    }
    case "milesight-ws101":
      return {
        fPort: 85,
        payload: Buffer.from(
          reading.isPressed ? [0x01, 0x75, battery, 0xff, 0x2e, 1] : [0x01, 0x75, battery],
        ),
      };
  }
}
