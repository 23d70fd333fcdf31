/**
 * QR codes on devices.
 * Source: LoRa Alliance TR005 LoRaWAN Device Identification QR Codes 1.0.0: `LW:D0:<JoinEUI>:<DevEUI>:<ProfileID>` and, each
 * with its letter, owner token (O), serial number (S), proprietary text (P) and checksum (C).
 */
export interface DeviceQrCode {
  /** 16 hexadecimal digits each, in lower case. */
  joinEui: string;
  devEui: string;
  /** Of the LoRa Alliance and of the vendor's own, 4 hexadecimal digits each. */
  vendorId: string;
  vendorProfileId: string;
  /** Proves to a join server that one has the device: no key. */
  ownerToken?: string;
  serialNumber?: string;
  proprietary?: string;
}

export type QrCodeRefusal = { rejected: string };

const longest = 1_000;

/** Reads any text; what is wrong comes in words. */
export function readDeviceQrCode(text: string): DeviceQrCode | QrCodeRefusal {
  const trimmed = text.trim();
  if (trimmed.length > longest) return { rejected: "is too long for a device's QR code" };
  const [scheme, schema, joinEui, devEui, profile, ...rest] = trimmed.split(":");
  if (scheme !== "LW" || schema !== "D0")
    return { rejected: "is no LoRaWAN device's QR code: those begin with LW:D0:" };
  if (!isHex(joinEui, 16)) return { rejected: "has no JoinEUI of 16 hexadecimal digits" };
  if (!isHex(devEui, 16)) return { rejected: "has no DevEUI of 16 hexadecimal digits" };
  if (!isHex(profile, 8)) return { rejected: "has no profile of 8 hexadecimal digits" };
  const code: DeviceQrCode = {
    joinEui: joinEui.toLowerCase(),
    devEui: devEui.toLowerCase(),
    vendorId: profile.slice(0, 4).toLowerCase(),
    vendorProfileId: profile.slice(4).toLowerCase(),
  };
  for (const field of rest) {
    const value = field.slice(1);
    switch (field[0]) {
      case "O":
        code.ownerToken = value;
        break;
      case "S":
        code.serialNumber = value;
        break;
      case "P":
        code.proprietary = value;
        break;
      case "C":
        if (
          !isHex(value, 4) ||
          Number.parseInt(value, 16) !== checksum(trimmed.slice(0, trimmed.lastIndexOf(":C")))
        )
          return { rejected: "has a wrong checksum: scan it once more" };
        break;
    }
  }
  return code;
}

function isHex(text: string | undefined, digits: number): text is string {
  return text !== undefined && text.length === digits && /^[0-9a-f]+$/i.test(text);
}

/** CRC-16 with polynomial 0x8005 reflected and initial value 0xFFFF, over what stands before `:C`. */
function checksum(text: string): number {
  let crc = 0xffff;
  for (let at = 0; at < text.length; at++) {
    crc ^= text.charCodeAt(at) & 0xff;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >> 1) ^ 0xa001 : crc >> 1;
  }
  return crc;
}
