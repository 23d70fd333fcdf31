import { createHash, randomInt } from "node:crypto";
import { Secret, TOTP } from "otpauth";

const stepSeconds = 30;

/** base32, 160 bits as RFC 4226 §4 recommends. */
export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from a QR code (Key Uri Format of Google Authenticator). */
export function authenticatorUri(secret: string, label: string): string {
  return totp(secret, label).toString();
}

/**
 * The time step of the code that was entered, or undefined when it is wrong, older than 30 s or from the future, or of the
 * step `lastStep` or one before it (RFC 6238 §5.2: a code works once).
 */
export function stepOf(secret: string, code: string, lastStep: number, now: number): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const delta = totp(secret, "").validate({ token: code, window: 1, timestamp: now });
  if (delta === null) return undefined;
  const step = Math.floor(now / 1000 / stepSeconds) + delta;
  return step > lastStep ? step : undefined;
}

function totp(secret: string, label: string): TOTP {
  return new TOTP({
    issuer: "Refill",
    label,
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: 6,
    period: stepSeconds,
  });
}

const letters = "abcdefghjkmnpqrstuvwxyz23456789";
export const recoveryCodeCount = 10;

/** Ten codes of 12 letters, 59 bits each, e.g. `k7wm-3hrc-x9ta`. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: 3 }, () =>
      Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join(""),
    ).join("-"),
  );
}

/** Spaces, hyphens and case make no difference. */
export function hashOfRecoveryCode(code: string): string {
  const plain = code.toLowerCase().replace(/[^a-z0-9]/g, "");
  return createHash("sha256").update(`recovery code ${plain}`).digest("hex");
}

/** Eight digits that prove an e-mail address. */
export function newAddressCode(): string {
  return String(randomInt(100_000_000)).padStart(8, "0");
}

export function hashOfAddressCode(code: string): string {
  return createHash("sha256")
    .update(`address code ${code.replace(/\D/g, "")}`)
    .digest("hex");
}
