/**
 * Keys and secrets, kept apart from the data that they open. A name is a path such as `account/<id>/data-key`.
 */
export interface KeyVault {
  /** The secret's text, or undefined when there is none of that name. */
  getSecret(name: string): Promise<string | undefined>;
  setSecret(name: string, value: string): Promise<void>;
  /** The AES key of that name; made at random the first time. Of several callers at once, all get the same. */
  getOrCreateKey(name: string, bytes: 16 | 32): Promise<Buffer>;
  /** The AES key of that name, or undefined: for keys whose absence means that they were destroyed. */
  getKey(name: string): Promise<Buffer | undefined>;
  /** What the key or secret sealed is unreadable from now on. */
  destroyKey(name: string): Promise<void>;
}

/** The vault can't be used: wrong root key, damaged secret, unsafe folder. The message says what to do. */
export class VaultRefused extends Error {}
