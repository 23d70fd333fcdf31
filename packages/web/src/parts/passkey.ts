import {
  browserSupportsWebAuthn,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from "@simplewebauthn/browser";
import { t } from "../language/language.ts";

/** Why passkeys can't be used here; undefined: they can. */
export function passkeyObstacle(): string | undefined {
  if (/^[\d.]+$|^\[/.test(location.hostname))
    return t(
      "Passkeys need a name, not a number: open Refill by its name instead, on this machine http://localhost.",
    );
  if (!browserSupportsWebAuthn())
    return t("This browser knows no passkeys, or the page did not come by HTTPS.");
  return undefined;
}

type Answer = { id: string; type: "public-key" } & Record<string, unknown>;

export async function makePasskey(options: unknown): Promise<Answer> {
  const optionsJSON = options as PublicKeyCredentialCreationOptionsJSON;
  return (await inWords(startRegistration({ optionsJSON }))) as unknown as Answer;
}

export async function askForPasskey(options: unknown): Promise<Answer> {
  const optionsJSON = options as PublicKeyCredentialRequestOptionsJSON;
  return (await inWords(startAuthentication({ optionsJSON }))) as unknown as Answer;
}

/** What a browser calls its errors means nothing to people. */
async function inWords<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    const { name, code } = error as Error & { code?: string };
    if (code === "ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED" || name === "InvalidStateError")
      throw new Error(t("This device has a passkey for you already."));
    if (name === "NotAllowedError" || name === "AbortError")
      throw new Error(t("Nothing was confirmed: it was given up, or took too long. Try again."));
    throw new Error(
      t("The browser could not use a passkey here. Try another device, or ask an admin for help."),
    );
  }
}

/** What the passkey is called until its owner names it. */
export function deviceWords(): string {
  const { platform = "" } =
    (navigator as Navigator & { userAgentData?: { platform?: string } }).userAgentData ?? {};
  return platform || (/iPhone|iPad|Mac|Windows|Android|Linux/.exec(navigator.userAgent)?.[0] ?? "Passkey");
}
