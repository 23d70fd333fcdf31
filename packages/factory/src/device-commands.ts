import type { ProfileName } from "./plan.ts";

/** What a downlink tells a virtual sensor to do. */
export type Command =
  | { kind: "interval"; seconds: number }
  | { kind: "restart" }
  | { kind: "introduce" }
  | undefined;

/**
 * Read as the manufacturers document them: Milesight ff 03 (interval, seconds), ff 10 (restart), ff 28 (state); Dragino 01
 * (interval, seconds), 04 FF (restart); MClimate 02 (keep-alive, minutes), 04 (versions). Written apart from the product's
 * encoders, so that they check each other.
 */
export function readCommand(profile: ProfileName, payload: Buffer): Command {
  if (profile.startsWith("milesight")) {
    if (payload[0] !== 0xff) return undefined;
    if (payload[1] === 0x03 && payload.length === 4)
      return { kind: "interval", seconds: payload.readUInt16LE(2) };
    if (payload[1] === 0x10) return { kind: "restart" };
    return payload[1] === 0x28 ? { kind: "introduce" } : undefined;
  }
  if (profile === "dragino-llds12") {
    if (payload[0] === 0x01 && payload.length === 4)
      return { kind: "interval", seconds: payload.readUIntBE(1, 3) };
    return payload.toString("hex") === "04ff" ? { kind: "restart" } : undefined;
  }
  if (profile === "mclimate-button") {
    if (payload[0] === 0x02 && payload.length === 2) return { kind: "interval", seconds: payload[1]! * 60 };
    return payload[0] === 0x04 ? { kind: "introduce" } : undefined;
  }
  return undefined;
}

/**
 * What a device says of itself when it has joined or is asked; `reading`: an MClimate answer stands before one. Undefined
 * where its type never does.
 */
export function introduction(profile: ProfileName, devEui: string, reading: Buffer): Buffer | undefined {
  if (profile.startsWith("milesight")) {
    const firmware = profile === "milesight-ws101" ? "0114" : "0102";
    return Buffer.from(`ff0bffff0101ff16${devEui}ff090140ff0a${firmware}ff0f00`, "hex");
  }
  return profile === "mclimate-button" ? Buffer.concat([Buffer.from("041210", "hex"), reading]) : undefined;
}
