import type { ProfileName } from "./plan.ts";
import type { Fault } from "./shelf.ts";

/** What a virtual sensor measures. `fault`: nothing came back, and which number is missing. */
export interface SensorReading {
  batteryPercent: number;
  distanceMm?: number;
  weightGrams?: number;
  present?: boolean;
  fault?: Fault;
  isPressed?: boolean;
  temperatureC?: number;
}

/**
 * The payload as the manufacturer documents it: Milesight's channels (battery 01 75, distance 03 82, position 04 00,
 * temperature 03 67, magnet 06 00, button ff 2e), the Dragino LLDS12 user manual §2.3, MClimate's keep-alive command and
 * Cayenne LPP. Written apart from the decoders, so that they check each other.
 */
export function encodePayload(
  profile: ProfileName,
  reading: SensorReading,
): { fPort: number; payload: Buffer } {
  const battery = Math.round(Math.min(100, Math.max(0, reading.batteryPercent)));
  const distance = Math.round(reading.distanceMm ?? 0);
  const tenths = Math.round((reading.temperatureC ?? 22) * 10);
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
      payload.writeInt8(Math.round(tenths / 10), 9);
      payload[10] = 1;
      return { fPort: 2, payload };
    }
    case "milesight-em300-mcs": {
      const payload = Buffer.from([0x01, 0x75, battery, 0x03, 0x67, 0, 0, 0x04, 0x68, 90]);
      payload.writeInt16LE(tenths, 5);
      // A contact that was not read is not told of.
      if (reading.fault || reading.present === undefined) return { fPort: 85, payload };
      return { fPort: 85, payload: Buffer.concat([payload, Buffer.from([6, 0, reading.present ? 0 : 1])]) };
    }
    case "milesight-ws101":
      return {
        fPort: 85,
        payload: Buffer.from(
          reading.isPressed ? [0x01, 0x75, battery, 0xff, 0x2e, 1] : [0x01, 0x75, battery],
        ),
      };
    case "mclimate-button": {
      const volts = Math.round((2500 + battery * 11 - 1600) / 8);
      const warm = Math.max(0, tenths);
      return {
        fPort: 2,
        payload: Buffer.from([1, volts, warm >> 8, warm & 0xff, reading.isPressed ? 1 : 0]),
      };
    }
    case "cayenne-lpp":
      return { fPort: 1, payload: cayennePayload(reading, tenths) };
  }
}

/** What a scale sends that is broken or overloaded. */
const mostGrams = 0x7fffff;

/** Channel 1 the stock, channel 2 the thermometer. */
function cayennePayload({ distanceMm, weightGrams, present, fault }: SensorReading, tenths: number): Buffer {
  const temperature = Buffer.from([2, 0x67, 0, 0]);
  temperature.writeInt16BE(tenths, 2);
  const parts: Buffer[] = [temperature];
  if (distanceMm !== undefined || fault === "distanceMm") {
    const part = Buffer.from([1, 0x82, 0, 0, 0, 0]);
    part.writeUInt32BE(fault ? 0 : Math.round(distanceMm!), 2);
    parts.push(part);
  }
  if (weightGrams !== undefined || fault === "weightGrams") {
    const part = Buffer.from([1, 0x7a, 0, 0, 0]);
    part.writeIntBE(fault ? mostGrams : Math.min(mostGrams, Math.round(weightGrams!)), 2, 3);
    parts.push(part);
  }
  if (present !== undefined) parts.push(Buffer.from([1, 0x66, present ? 1 : 0]));
  return Buffer.concat(parts);
}
