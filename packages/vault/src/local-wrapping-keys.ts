import { createHash, randomBytes } from "node:crypto";
import { KeyGone, type KeyVault, VaultRefused } from "./key-vault.ts";
import type { SealedFiles } from "./sealed-files.ts";
import { xaesKey, xaesNonceBytes, xaesTagBytes } from "./xaes-gcm.ts";

type WrappingKeys = Pick<
  KeyVault,
  | "createWrappingKey"
  | "wrap"
  | "unwrap"
  | "wrappingKeyVersion"
  | "rotateWrappingKey"
  | "retireWrappingKeyVersions"
  | "destroyWrappingKey"
>;

interface Version {
  version: number;
  /** Hexadecimal, 32 bytes. */
  key: string;
}

/** The local vault's wrapping keys: a sealed file each name with all versions that still unwrap, newest last. */
export function localWrappingKeys(files: SealedFiles): WrappingKeys {
  return {
    async createWrappingKey(name) {
      await files.update("wrapping-keys", name, (present) => present ?? write([newVersion(1)]));
    },
    async wrap(name, key) {
      const newest = (await versions(name)).at(-1);
      if (!newest) throw gone(name);
      return wrapBy(newest, name, key);
    },
    async unwrap(name, wrapped) {
      return unwrapBy(await versions(name), name, wrapped);
    },
    async wrappingKeyVersion(name) {
      return (await versions(name)).at(-1)?.version;
    },
    async rotateWrappingKey(name) {
      let version = 0;
      await files.update("wrapping-keys", name, (present) => {
        if (!present) throw gone(name);
        const all = read(present);
        version = all.at(-1)!.version + 1;
        return write([...all, newVersion(version)]);
      });
      return version;
    },
    async retireWrappingKeyVersions(name) {
      await files.update("wrapping-keys", name, (present) => {
        if (!present) throw gone(name);
        const all = read(present);
        return all.length === 1 ? present : write(all.slice(-1));
      });
    },
    async destroyWrappingKey(name) {
      await files.update("wrapping-keys", name, () => undefined);
    },
  };

  async function versions(name: string): Promise<Version[]> {
    const present = await files.read("wrapping-keys", name);
    return present ? read(present) : [];
  }
}

const formatVersion = 1;
const headerBytes = 13;

/**
 * Layout of a wrapped key: format version (1 byte), wrapping key version (4, big endian), wrapping key id (first 8
 * bytes of its SHA-256), nonce (24), ciphertext, tag (16); XAES-256-GCM, additional data `wrap|name|version`.
 */
function wrapBy({ version, key }: Version, name: string, plain: Buffer): Buffer {
  const bytes = Buffer.from(key, "hex");
  const wrapped = Buffer.alloc(headerBytes + xaesNonceBytes + plain.length + xaesTagBytes);
  wrapped[0] = formatVersion;
  wrapped.writeUInt32BE(version, 1);
  idOf(bytes).copy(wrapped, 5);
  const nonce = randomBytes(xaesNonceBytes);
  nonce.copy(wrapped, headerBytes);
  const by = xaesKey(bytes);
  by.seal(nonce, plain, additionalData(name, version), wrapped.subarray(headerBytes + xaesNonceBytes));
  by.wipe();
  bytes.fill(0);
  return wrapped;
}

function unwrapBy(versions: readonly Version[], name: string, wrapped: Buffer): Buffer {
  if (wrapped.length < headerBytes + xaesNonceBytes + xaesTagBytes || wrapped[0] !== formatVersion)
    throw new VaultRefused(`What ${name} should unwrap is no wrapped key of this vault.`);
  const version = wrapped.readUInt32BE(1);
  const found = versions.find((each) => each.version === version);
  if (!found) throw gone(name, version);
  const bytes = Buffer.from(found.key, "hex");
  // Another key of this name, made after the first was destroyed, counts its versions from 1 again.
  if (!idOf(bytes).equals(wrapped.subarray(5, headerBytes))) throw gone(name, version);
  const by = xaesKey(bytes);
  try {
    const nonce = wrapped.subarray(headerBytes, headerBytes + xaesNonceBytes);
    return by.open(nonce, wrapped.subarray(headerBytes + xaesNonceBytes), additionalData(name, version));
  } catch {
    throw new VaultRefused(`A key wrapped by ${name} does not open: it was changed.`);
  } finally {
    by.wipe();
    bytes.fill(0);
  }
}

function idOf(key: Buffer): Buffer {
  return createHash("sha256").update(key).digest().subarray(0, 8);
}

function additionalData(name: string, version: number): Buffer {
  return Buffer.from(`wrap|${name}|${version}`);
}

function newVersion(version: number): Version {
  return { version, key: randomBytes(32).toString("hex") };
}

function read(bytes: Buffer): Version[] {
  return JSON.parse(bytes.toString("utf8"));
}

function write(versions: readonly Version[]): Buffer {
  return Buffer.from(JSON.stringify(versions));
}

function gone(name: string, version?: number): KeyGone {
  return new KeyGone(
    version === undefined
      ? `There is no wrapping key ${name}: it was destroyed, or never made.`
      : `What version ${version} of the wrapping key ${name} wrapped can't be unwrapped any more: it was retired or destroyed.`,
  );
}
