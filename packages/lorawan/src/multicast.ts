import { type DevAddr, writeReversedHex } from "./identifiers.ts";
import { importKey, type Key } from "./key.ts";
import { importSessionKeys, type SessionKeys } from "./session-keys.ts";

/**
 * Session keys of a multicast group from its key (TS005-1.0.0 §4.1): AES under McKey of 0x01 (application) or 0x02
 * (network), McAddr and zeroes.
 */
export function deriveMulticastKeys(mcKey: Key, mcAddr: DevAddr): SessionKeys {
  const derive = (first: number) => {
    const block = Buffer.alloc(16);
    block[0] = first;
    writeReversedHex(mcAddr, block, 1);
    return mcKey.encryptBlocks(block);
  };
  return importSessionKeys({ appSKey: derive(1), nwkSKey: derive(2) });
}

/**
 * McKEKey of a device (TS005-1.0.0 §4.1): from GenAppKey in 1.0.x, from AppKey in 1.1. The group's McKey travels to the
 * device as AES *decryption* under it.
 */
export function multicastKeyEncryptionKey(rootKey: Key, isVersion11: boolean): Key {
  const block = Buffer.alloc(16);
  block[0] = isVersion11 ? 0x20 : 0;
  const mcRootKey = importKey(rootKey.encryptBlocks(block));
  return importKey(mcRootKey.encryptBlocks(Buffer.alloc(16)));
}
