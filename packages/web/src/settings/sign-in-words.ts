import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";

type Provider = Extract<Connection["settings"], { kind: "oidc" }>["provider"];
const providerNames: Record<Provider, string> = {
  entra: "Microsoft Entra ID",
  google: "Google",
  keycloak: "Keycloak",
  other: t("Other OpenID provider"),
};

/** Whose connection it is; a SAML provider is known by its entity ID alone. */
export function providerWords({ settings }: Connection): string {
  return settings.kind === "oidc" ? providerNames[settings.provider] : settings.entityId;
}

const minute = 1;
const hour = 60 * minute;
const day = 24 * hour;

/** A time of whole minutes, as a person says it: "15 minutes", "24 hours", "7 days", "1 hour 30 minutes". */
export function lengthWords(minutes: number): string {
  if (minutes >= 2 * day && minutes % day === 0)
    return t("{count, plural, one {# day} other {# days}}", { count: minutes / day });
  const [hours, rest] = [Math.floor(minutes / hour), minutes % hour];
  return [
    ...(hours > 0 ? [t("{count, plural, one {# hour} other {# hours}}", { count: hours })] : []),
    ...(rest > 0 ? [t("{count, plural, one {# minute} other {# minutes}}", { count: rest })] : []),
  ].join(" ");
}

/** Claims by which providers say how somebody signed in. */
const factorClaims = ["amr", "acr", "http://schemas.microsoft.com/claims/authnmethodsreferences"];

export function factorHints({ attributes }: NonNullable<Connection["test"]>["seen"]): [string, string[]][] {
  return factorClaims.flatMap((claim) => {
    const values = attributes[claim];
    return values ? [[claim.slice(claim.lastIndexOf("/") + 1), values] as [string, string[]]] : [];
  });
}
