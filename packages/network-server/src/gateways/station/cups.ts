/**
 * CUPS, by which a station asks for its configuration, credentials and firmware.
 * Source: lorabasics/basicstation, doc "The CUPS Protocol", and src/cups.c for the response's segments.
 */
import { createPublicKey, verify } from "node:crypto";
import { crc32 } from "node:zlib";
import { type Static, Type } from "typebox";
import { Compile } from "typebox/compile";

const Crc = Type.Integer({ minimum: 0, maximum: 0xffff_ffff });
const UpdateInfo = Type.Object({
  router: Type.Union([Type.String({ maxLength: 40 }), Type.Integer()]),
  cupsUri: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  tcUri: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  cupsCredCrc: Type.Optional(Crc),
  tcCredCrc: Type.Optional(Crc),
  station: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  model: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  package: Type.Optional(Type.Union([Type.String({ maxLength: 300 }), Type.Null()])),
  /** CRCs of the keys by which the station checks firmware. */
  keys: Type.Optional(Type.Array(Crc, { maxItems: 32 })),
});
export type UpdateInfo = Static<typeof UpdateInfo>;
const contract = Compile(UpdateInfo);

export const longestUpdateInfo = 8 * 1024;

/** Undefined for anything that is no such request. */
export function readUpdateInfo(text: string): UpdateInfo | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return contract.Check(value) ? (value as UpdateInfo) : undefined;
  } catch {
    return undefined;
  }
}

/** Firmware of one model of gateways, signed by whoever builds it. */
export interface Firmware {
  model: string;
  /** What the station shall say as its `package` afterwards. */
  version: string;
  /** CRC-32 of the public key that the station knows. */
  keyCrc: number;
  /** ECDSA P-256 over SHA-512, DER. */
  signature: Buffer;
  content: Buffer;
}

/** A station's key file: X and Y of a point on P-256. */
const keyBytes = 64;

/** Why firmware would be refused by the stations that it is for; undefined: its signature is good. */
export function firmwareProblem(content: Buffer, signature: Buffer, key: Buffer): string | undefined {
  if (key.length !== keyBytes) return `the key must be ${keyBytes} bytes, X and Y of a point on P-256`;
  if (signature.length < 8 || signature.length > 128) return "the signature must be DER of 8 to 128 bytes";
  try {
    const publicKey = createPublicKey({
      key: {
        kty: "EC",
        crv: "P-256",
        x: key.subarray(0, 32).toString("base64url"),
        y: key.subarray(32).toString("base64url"),
      },
      format: "jwk",
    });
    return verify("sha512", content, publicKey, signature)
      ? undefined
      : "the signature is not this file's by this key";
  } catch {
    return "the key is no point on P-256";
  }
}

export function keyCrcOf(key: Buffer): number {
  return crc32(key);
}

/** Segments in their order, each with its length before it (1, 1, 2, 2, 4 and 4 bytes, little endian); empty: no change. */
export function writeUpdate(update: {
  cupsUri?: string | undefined;
  tcUri?: string | undefined;
  cupsCredentials?: Buffer | undefined;
  tcCredentials?: Buffer | undefined;
  firmware?: Pick<Firmware, "keyCrc" | "signature" | "content"> | undefined;
}): Buffer {
  const { firmware } = update;
  const keyCrc = Buffer.alloc(4);
  if (firmware) keyCrc.writeUInt32LE(firmware.keyCrc);
  const segments: [number, Buffer][] = [
    [1, Buffer.from(update.cupsUri ?? "")],
    [1, Buffer.from(update.tcUri ?? "")],
    [2, update.cupsCredentials ?? Buffer.alloc(0)],
    [2, update.tcCredentials ?? Buffer.alloc(0)],
    [4, firmware ? Buffer.concat([keyCrc, firmware.signature]) : Buffer.alloc(0)],
    [4, firmware?.content ?? Buffer.alloc(0)],
  ];
  return Buffer.concat(
    segments.flatMap(([bytes, content]) => {
      const length = Buffer.alloc(bytes);
      length.writeUIntLE(content.length, 0, bytes);
      return [length, content];
    }),
  );
}
