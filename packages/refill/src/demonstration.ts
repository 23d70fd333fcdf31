import type { KeyVault } from "@refill/vault";
import type { ControlPlane } from "./control-plane.ts";

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
): Promise<{ apiKey: string; registrationToken: string | undefined }> {
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
  if (await controlPlane.hasMembers(accountId)) return { apiKey, registrationToken: undefined };
  let registrationToken = known && (await vault.getSecret(linkName));
  if (!registrationToken) {
    registrationToken = await controlPlane.createRegistrationLink(accountId);
    await vault.setSecret(linkName, registrationToken);
  }
  return { apiKey, registrationToken };
}
