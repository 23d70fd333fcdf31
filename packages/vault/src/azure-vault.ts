import { randomBytes } from "node:crypto";
import type { Agent } from "node:https";
import { setTimeout as wait } from "node:timers/promises";
import { DefaultAzureCredential, type TokenCredential } from "@azure/identity";
import { KeyClient } from "@azure/keyvault-keys";
import { SecretClient, type SecretProperties } from "@azure/keyvault-secrets";
import { call, callIfThere, callToMake, limits } from "./azure-calls.ts";
import { destroy } from "./azure-destruction.ts";
import { azureWrappingKeys } from "./azure-wrapping-keys.ts";
import { type KeyVault, VaultRefused } from "./key-vault.ts";
import { dashedName } from "./names.ts";

export interface AzureOptions {
  /** `https://NAME.vault.azure.net` */
  url: string;
  /** Default: what DefaultAzureCredential finds (environment, workload identity, managed identity, az login). */
  credential?: TokenCredential;
  /** For a private endpoint with a certificate of its own authority. */
  agent?: Agent;
}

/** "Secrets: 25 kB" (https://learn.microsoft.com/azure/key-vault/secrets/about-secrets). */
const longestSecretBytes = 25_000;

/** Times are in whole seconds, and those of two servers of Azure may differ a little. */
const settledAfterMs = 2000;

/**
 * A vault in Azure Key Vault: keys and secrets as its secrets (a key in base64), wrapping keys as its RSA keys, which
 * never leave it. Names are mapped by {@link dashedName}.
 */
export function openAzureVault(options: AzureOptions): KeyVault {
  const credential = options.credential ?? new DefaultAzureCredential();
  const pipeline = () => ({
    retryOptions: { maxRetries: 2, retryDelayInMs: 200, maxRetryDelayInMs: 1000 },
    ...(options.agent === undefined ? {} : { agent: options.agent }),
  });
  const secrets = new SecretClient(options.url, credential, pipeline());
  const keys = new KeyClient(options.url, credential, pipeline());

  return {
    async getSecret(name) {
      return (await callIfThere(name, () => secrets.getSecret(dashedName(name), limits())))?.value;
    },
    async setSecret(name, value) {
      if (Buffer.byteLength(value) > longestSecretBytes)
        throw new VaultRefused(
          `The secret ${name} has ${Buffer.byteLength(value)} bytes; Azure Key Vault takes ${longestSecretBytes}.`,
        );
      await set(name, value, "text/plain");
    },
    getKey,
    async getOrCreateKey(name, bytes) {
      let key = await getKey(name);
      if (!key) {
        await set(name, randomBytes(bytes).toString("base64"), "application/octet-stream");
        key = await getKey(name);
      }
      if (key?.length !== bytes)
        throw new VaultRefused(`The key ${name} has ${key?.length ?? 0} bytes, not ${bytes}.`);
      return key;
    },
    async destroyKey(name) {
      const dashed = dashedName(name);
      await destroy({
        what: `the secret ${name}`,
        listVersions: async () => (await versionsOf(name)).versions,
        disable: (version) =>
          secrets.updateSecretProperties(dashed, version, { enabled: false, ...limits() }),
        delete: () => secrets.beginDeleteSecret(dashed, limits()),
        getDeleted: () => secrets.getDeletedSecret(dashed, limits()),
        purge: () => secrets.purgeDeletedSecret(dashed, limits()),
      });
    },
    ...azureWrappingKeys(keys),
    async check() {
      // Whether it is there does not matter: the vault answered, and the login may read secrets and keys.
      await callIfThere("check", () => secrets.getSecret("refill-check", limits()));
      await callIfThere("check", () => keys.getKey("refill-check", limits()));
    },
    async close() {},
  };

  function set(name: string, value: string, contentType: string) {
    return callToMake(`the secret ${name}`, () =>
      secrets.setSecret(dashedName(name), value, { contentType, ...limits() }),
    );
  }

  async function getKey(name: string): Promise<Buffer | undefined> {
    const first = await firstVersion(name);
    if (!first) return undefined;
    const version = first.version!;
    const secret = await callIfThere(name, () =>
      secrets.getSecret(dashedName(name), { version, ...limits() }),
    );
    return secret?.value === undefined ? undefined : Buffer.from(secret.value, "base64");
  }

  /**
   * Azure Key Vault can't make a secret "only if it is not there": of several callers that make a key at once, each adds
   * a version. So all agree on one of them: the earliest, and of those of the same second the one whose version sorts
   * first. While the earliest is younger than the shortest time after which no equally early one can appear, the answer
   * is not settled: everybody waits and looks again. The age is taken by the vault's clock, not by ours.
   */
  async function firstVersion(name: string): Promise<SecretProperties | undefined> {
    for (;;) {
      const { versions, nowMs } = await versionsOf(name);
      const [first] = versions.toSorted(
        (a, b) => createdMs(a) - createdMs(b) || (a.version! < b.version! ? -1 : 1),
      );
      if (first?.enabled === false)
        throw new VaultRefused(
          `The key ${name} is disabled in Azure Key Vault: enable it again, or destroy it.`,
        );
      if (!first || nowMs - createdMs(first) >= settledAfterMs) return first;
      await wait(500);
    }
  }

  /** All versions, and the vault's time. */
  function versionsOf(name: string): Promise<{ versions: SecretProperties[]; nowMs: number }> {
    return call(name, async () => {
      let nowMs = Date.now();
      const versions: SecretProperties[] = [];
      const pages = secrets.listPropertiesOfSecretVersions(dashedName(name), {
        ...limits(),
        onResponse: ({ headers }) => {
          nowMs = Date.parse(headers.get("date") ?? "") || nowMs;
        },
      });
      try {
        for await (const each of pages) versions.push(each);
      } catch (error) {
        if ((error as { statusCode?: number }).statusCode !== 404) throw error;
      }
      return { versions, nowMs };
    });
  }
}

function createdMs(version: SecretProperties): number {
  return version.createdOn?.getTime() ?? 0;
}
