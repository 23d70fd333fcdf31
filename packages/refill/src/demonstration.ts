import { randomBytes } from "node:crypto";
import { newProviderKeys, type Person } from "@refill/identity-provider";
import type { KeyVault } from "@refill/vault";
import type { ControlPlane } from "./control-plane.ts";
import type { Deployment } from "./deployment.ts";

const slug = "demo";
const apiKeyName = "demonstration/api-key";
const linkName = "demonstration/registration-token";

/**
 * The demonstration's customer, made at the first start. The virtual plant's API key lies in the key vault; the
 * registration link is the same one at each start until somebody used it.
 */
export async function ensureDemonstration(
  controlPlane: ControlPlane,
  vault: KeyVault,
): Promise<{ accountId: string; apiKey: string; registrationToken: string | undefined }> {
  const known = await controlPlane.findCustomer(slug);
  const accountId =
    known?.accountId ??
    (await controlPlane.createCustomer({
      slug,
      name: "Demonstration plant",
      region: controlPlane.regions[0]!,
      demonstration: true,
    }));
  let apiKey = known && (await vault.getSecret(apiKeyName));
  if (!apiKey) {
    apiKey = await controlPlane.createApiKey(accountId, { name: "virtual plant", role: "admin" });
    await vault.setSecret(apiKeyName, apiKey);
  }
  if (await controlPlane.hasMembers(accountId)) return { accountId, apiKey, registrationToken: undefined };
  let registrationToken = known && (await vault.getSecret(linkName));
  if (!registrationToken) {
    registrationToken = await controlPlane.createRegistrationLink(accountId);
    await vault.setSecret(linkName, registrationToken);
  }
  return { accountId, apiKey, registrationToken };
}

/** Whom the demonstration's provider knows. */
const people: readonly Person[] = [
  {
    id: "maria",
    name: "Maria Berger",
    email: "maria.berger@plant.example",
    emailVerified: true,
    groups: ["admins"],
    amr: ["pwd", "mfa"],
  },
  {
    id: "ivo",
    name: "Ivo Lang",
    email: "ivo.lang@plant.example",
    emailVerified: true,
    groups: ["stores"],
    amr: ["pwd", "mfa"],
  },
];
const clientId = "refill";
const secretName = "demonstration/identity-secret";
const keysName = "demonstration/identity-keys";

/** Starts the demonstration's own OpenID provider, so that a look at Refill takes one click. */
export async function startDemonstrationSignIn(deployment: Deployment, accountId: string): Promise<void> {
  const { controlPlane, vault, baseUrl } = deployment;
  const clientSecret = await keptSecret(vault, secretName, async () => randomBytes(32).toString("base64url"));
  const keys = await keptSecret(vault, keysName, async () => JSON.stringify(await newProviderKeys()));
  const { id, oidcCallback, oidcBackChannel } = await controlPlane.demonstrationAddresses(accountId, baseUrl);
  const provider = await deployment.run("identity", "refill/src/identity-process.ts", (ready) => ({
    REFILL_IDENTITY_PORT: String(ready?.port ?? 0),
    REFILL_IDENTITY_PEOPLE: JSON.stringify(people),
    REFILL_IDENTITY_CLIENT: clientId,
    REFILL_IDENTITY_SECRET: clientSecret,
    REFILL_IDENTITY_CALLBACK: oidcCallback,
    REFILL_IDENTITY_BACK_CHANNEL: oidcBackChannel,
    REFILL_IDENTITY_AFTER_SIGN_OUT: `${baseUrl}/sign-in`,
    REFILL_IDENTITY_KEYS: keys,
  }));
  await controlPlane.putDemonstrationConnection(accountId, id, {
    issuer: String(provider.ready.issuer),
    clientId,
    clientSecret,
    people: people.map(({ id: person, name, groups }) => ({
      id: person,
      name: `${name}, ${groups.includes("admins") ? "admin" : "user"}`,
    })),
  });
}

async function keptSecret(vault: KeyVault, name: string, make: () => Promise<string>): Promise<string> {
  const known = await vault.getSecret(name);
  if (known) return known;
  const made = await make();
  await vault.setSecret(name, made);
  return made;
}
