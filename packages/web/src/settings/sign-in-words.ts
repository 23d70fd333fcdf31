import type { Connection } from "../api/client.ts";

type Provider = Extract<Connection["settings"], { kind: "oidc" }>["provider"];
const providerNames: Record<Provider, string> = {
  entra: "Microsoft Entra ID",
  google: "Google",
  keycloak: "Keycloak",
  other: "Other OpenID provider",
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
  if (minutes >= 2 * day && minutes % day === 0) return counted(minutes / day, "day");
  const parts = [
    [Math.floor(minutes / hour), "hour"],
    [minutes % hour, "minute"],
  ] as const;
  return parts.flatMap(([count, unit]) => (count === 0 ? [] : [counted(count, unit)])).join(" ");
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? "" : "s"}`;
}

/** Claims by which providers say how somebody signed in. */
const factorClaims = ["amr", "acr", "http://schemas.microsoft.com/claims/authnmethodsreferences"];

export function factorHints({ attributes }: NonNullable<Connection["test"]>["seen"]): [string, string[]][] {
  return factorClaims.flatMap((claim) => {
    const values = attributes[claim];
    return values ? [[claim.slice(claim.lastIndexOf("/") + 1), values] as [string, string[]]] : [];
  });
}
