import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Passkey } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";

/** The web page as browsers know it. */
export interface RelyingParty {
  /** e.g. `https://refill.acme.example` */
  origin: string;
  /** Its host name. */
  id: string;
}

export function relyingParty(baseUrl: string): RelyingParty {
  const { origin, hostname } = new URL(baseUrl);
  return { origin, id: hostname };
}

/**
 * The user handle that a passkey keeps: the region's letters, and account and member as 16 bytes each; nothing that tells of a
 * person. At most 64 bytes are allowed (WebAuthn Level 2, §5.4.3).
 */
export function userHandle(region: string, accountId: string, memberId: string): Buffer {
  const bytes = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
  return Buffer.concat([Buffer.from(region, "latin1"), bytes(accountId), bytes(memberId)]);
}

/** Undefined for a handle that Refill did not make. */
export function readUserHandle(
  base64url: string | undefined,
): { region: string; accountId: string; memberId: string } | undefined {
  const bytes = Buffer.from(base64url ?? "", "base64url");
  const region = bytes.subarray(0, -32).toString("latin1");
  if (!/^[A-Z]{2,10}$/.test(region)) return undefined;
  const uuid = (from: number, to?: number) =>
    bytes
      .subarray(from, to)
      .toString("hex")
      .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return { region, accountId: uuid(-32, -16), memberId: uuid(-16) };
}

export function creationOptions(
  party: RelyingParty,
  person: { handle: Buffer; name: string; email: string },
  present: readonly Passkey[],
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Refill",
    rpID: party.id,
    userName: person.email,
    userDisplayName: person.name,
    userID: new Uint8Array(person.handle),
    attestationType: "none",
    excludeCredentials: present.map(({ credentialId }) => ({ id: credentialId })),
    // It asks its owner (PIN, finger, face) and is found without a user name: two factors in one step.
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

export type NewPasskey = Pick<
  Passkey,
  "credentialId" | "publicKey" | "counter" | "transports" | "isBackedUp"
>;

/** Throws a 401 refusal unless the answer is to this challenge, of this page, and asked its owner. */
export async function verifyCreation(
  party: RelyingParty,
  challenge: string,
  response: unknown,
): Promise<NewPasskey> {
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified || !registrationInfo) throw refused();
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: (credential.transports ?? []).slice(0, 10).map(String),
    isBackedUp: credentialBackedUp,
  };
}

/** Without passkeys: whichever the browser finds. */
export function requestOptions(
  party: RelyingParty,
  passkeys: readonly Passkey[] = [],
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: party.id,
    userVerification: "required",
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports] as NonNullable<
        AuthenticationResponseJSON["authenticatorAttachment"]
      >[] as never,
    })),
  });
}

/**
 * Gives the counter to be kept. Throws a 401 refusal unless the answer is to this challenge, of this page, by this passkey,
 * and asked its owner; a counter that went back tells of a copy, and is refused (WebAuthn Level 2, §7.2 step 21).
 */
export async function verifyRequest(
  party: RelyingParty,
  challenge: string,
  passkey: Passkey,
  response: unknown,
): Promise<number> {
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: response as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.credentialId,
      publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
      counter: passkey.counter,
    },
  }).catch(refuse);
  if (!verified) throw refused();
  return authenticationInfo.newCounter;
}

function refuse(): never {
  throw refused();
}

export function refused(): Refusal {
  return new Refusal(
    401,
    "sign-in-refused",
    "That did not work. Try again; if it fails again, ask an admin of your account for a new sign-in link.",
  );
}
