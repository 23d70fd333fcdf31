import type { CryptographyClient, KeyClient, KeyProperties } from "@azure/keyvault-keys";
import { call, callIfThere, callToMake, limits } from "./azure-calls.ts";
import { destroy } from "./azure-destruction.ts";
import { azureCode, isNotFound } from "./azure-errors.ts";
import { KeyGone, type KeyVault, VaultRefused } from "./key-vault.ts";
import { dashedName } from "./names.ts";

type WrappingKeys = Omit<
  KeyVault,
  "getSecret" | "setSecret" | "getKey" | "getOrCreateKey" | "destroyKey" | "check" | "close"
>;

const algorithm = "RSA-OAEP-256";
const keySize = 3072;
/** Clients of one key version each know its public half, so that it is not fetched for every call. */
const mostClients = 1000;

/**
 * Wrapping keys as RSA keys of 3072 bits, which wrap by RSA-OAEP with SHA-256. Azure names versions at random; their
 * number here is how many there are, also those that were retired, which are disabled.
 */
export function azureWrappingKeys(keys: KeyClient): WrappingKeys {
  const clients = new Map<string, CryptographyClient>();

  return {
    async createWrappingKey(name) {
      if (!(await newest(name))) await make(name);
    },
    async wrap(name, key) {
      const present = await newest(name);
      // Azure itself wraps by a disabled key, too: that takes the public half only.
      if (!present || present.enabled === false) throw gone(name);
      const version = present.version!;
      const { result } = await forVersion(name, () =>
        client(name, version).wrapKey(algorithm, key, limits()),
      );
      return Buffer.concat([Buffer.from([formatVersion]), Buffer.from(version, "hex"), result]);
    },
    async unwrap(name, wrapped) {
      if (wrapped.length !== headerBytes + keySize / 8 || wrapped[0] !== formatVersion)
        throw new VaultRefused(`What ${name} should unwrap is no wrapped key of this vault.`);
      const version = wrapped.subarray(1, headerBytes).toString("hex");
      const body = wrapped.subarray(headerBytes);
      const { result } = await forVersion(name, () =>
        client(name, version).unwrapKey(algorithm, body, limits()),
      );
      return Buffer.from(result);
    },
    async wrappingKeyVersion(name) {
      return (await versionsOf(name)).length || undefined;
    },
    async rotateWrappingKey(name) {
      if (!(await newest(name))) throw gone(name);
      await make(name);
      return (await versionsOf(name)).length;
    },
    async retireWrappingKeyVersions(name) {
      // In this order, a version that appears meanwhile is the newest, or not among those that are disabled.
      const versions = await versionsOf(name);
      const present = await newest(name);
      if (!present) throw gone(name);
      for (const { version, enabled } of versions)
        if (version !== present.version && enabled !== false) await disable(name, version!);
    },
    async destroyWrappingKey(name) {
      const dashed = dashedName(name);
      await destroy({
        what: `the wrapping key ${name}`,
        listVersions: () => versionsOf(name),
        disable: (version) => disable(name, version),
        delete: () => keys.beginDeleteKey(dashed, limits()),
        getDeleted: () => keys.getDeletedKey(dashed, limits()),
        purge: () => keys.purgeDeletedKey(dashed, limits()),
      });
    },
  };

  async function newest(name: string): Promise<KeyProperties | undefined> {
    return (await callIfThere(name, () => keys.getKey(dashedName(name), limits())))?.properties;
  }

  function make(name: string) {
    return callToMake(`the wrapping key ${name}`, () =>
      keys.createRsaKey(dashedName(name), { keySize, keyOps: ["wrapKey", "unwrapKey"], ...limits() }),
    );
  }

  function disable(name: string, version: string) {
    return call(name, () =>
      keys.updateKeyProperties(dashedName(name), version, { enabled: false, ...limits() }),
    );
  }

  function versionsOf(name: string): Promise<KeyProperties[]> {
    return call(name, async () => {
      const versions: KeyProperties[] = [];
      try {
        for await (const each of keys.listPropertiesOfKeyVersions(dashedName(name), limits()))
          versions.push(each);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
      return versions;
    });
  }

  function client(name: string, version: string): CryptographyClient {
    const id = `${name}|${version}`;
    const present = clients.get(id) ?? keys.getCryptographyClient(dashedName(name), { keyVersion: version });
    clients.delete(id);
    clients.set(id, present);
    if (clients.size > mostClients) clients.delete(clients.keys().next().value!);
    return present;
  }

  function forVersion<T>(name: string, work: () => Promise<T>): Promise<T> {
    return call(name, () =>
      work().catch((error) => {
        if (isNotFound(error) || azureCode(error) === "KeyDisabled")
          throw new KeyGone(
            `The version of the wrapping key ${name} that wrapped this was retired, or the key was destroyed.`,
          );
        throw error;
      }),
    );
  }
}

/** Layout of a wrapped key: format version (1 byte), Azure's key version (16), RSA-OAEP-256 ciphertext (384). */
const formatVersion = 1;
const headerBytes = 17;

function gone(name: string): KeyGone {
  return new KeyGone(`There is no wrapping key ${name}: it was destroyed, or never made.`);
}
