import { createHash, randomBytes, timingSafeEqual, X509Certificate } from "node:crypto";
import { crc32 } from "node:zlib";
import { type Authority, isEnding } from "@refill/certificates";
import type { GatewayEui } from "../gateway.ts";

/** What a station proves itself by: its certificate, or where it has none, its token. Kept sealed. */
export interface StationCredentials {
  /** PEM. */
  certificate: string;
  key: string;
  token: string;
  /** Those before are taken until the station has used these. SHA-256, base64. */
  before?: { certificateHash: string; tokenHash: string };
}

const validDays = 397;

export async function issueCredentials(
  authority: Authority,
  eui: GatewayEui,
  now: Date,
  before?: StationCredentials,
): Promise<StationCredentials> {
  const { certificate, key } = await authority.issue({ name: eui, hosts: [eui], days: validDays, now });
  const token = randomBytes(24).toString("base64url");
  return {
    certificate,
    key,
    token,
    ...(before
      ? { before: { certificateHash: certificateHash(before.certificate), tokenHash: sha256(before.token) } }
      : {}),
  };
}

/** How a connection proved whose it is. */
export type Proof = { kind: "certificate" | "token"; isBefore: boolean };

/** Undefined: neither the certificate nor the token is this gateway's. A certificate that was shown decides. */
export function checkCredentials(
  credentials: StationCredentials,
  shown: { certificate: Buffer | undefined; authorization: string | undefined },
): Proof | undefined {
  const { before } = credentials;
  if (shown.certificate) {
    const hash = sha256(shown.certificate);
    if (isEqual(hash, certificateHash(credentials.certificate)))
      return { kind: "certificate", isBefore: false };
    return before && isEqual(hash, before.certificateHash)
      ? { kind: "certificate", isBefore: true }
      : undefined;
  }
  const token = /^(?:Bearer )?(\S{1,200})$/i.exec(shown.authorization?.trim() ?? "")?.[1];
  if (!token) return undefined;
  const hash = sha256(token);
  if (isEqual(hash, sha256(credentials.token))) return { kind: "token", isBefore: false };
  return before && isEqual(hash, before.tokenHash) ? { kind: "token", isBefore: true } : undefined;
}

export function areEnding({ certificate }: StationCredentials, now: Date): boolean {
  return isEnding(certificate, now);
}

/**
 * Credentials as CUPS hands them over: trusted certificate, own certificate and key in DER, one after the other; a station
 * with a token has four zero bytes and a header line in their place (lorabasics/basicstation, doc "The CUPS Protocol").
 */
export function credentialBytes(
  authority: { certificate: string },
  credentials: StationCredentials,
  kind: Proof["kind"],
): Buffer {
  const trust = der(authority.certificate);
  return kind === "certificate"
    ? Buffer.concat([trust, der(credentials.certificate), der(credentials.key)])
    : Buffer.concat([trust, Buffer.alloc(4), Buffer.from(`Authorization: Bearer ${credentials.token}\r\n`)]);
}

/** As stations compare what they have with what they are to have. */
export function credentialsCrc(bytes: Buffer): number {
  return crc32(bytes);
}

function der(pem: string): Buffer {
  return Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
}

function certificateHash(pem: string): string {
  return sha256(new X509Certificate(pem).raw);
}

function sha256(value: Buffer | string): string {
  return createHash("sha256").update(value).digest("base64");
}

function isEqual(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(a), Buffer.from(b));
}
