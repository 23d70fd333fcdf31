/**
 * Keys and secrets, kept apart from the data that they open. A name is a path such as `account/<id>`.
 * Every method throws {@link VaultAway} or {@link VaultRefused} when the vault can't do it.
 */
export interface KeyVault {
  /** The secret's text, or undefined when there is none of that name. */
  getSecret(name: string): Promise<string | undefined>;
  setSecret(name: string, value: string): Promise<void>;
  /** The AES key of that name; made at random the first time. Of several callers at once, all get the same. */
  getOrCreateKey(name: string, bytes: 16 | 32): Promise<Buffer>;
  /** The AES key of that name, or undefined: for keys whose absence means that they were destroyed. */
  getKey(name: string): Promise<Buffer | undefined>;
  /**
   * What the key or secret sealed is unreadable from now on. Nothing happens when there is none of that name.
   * Throws {@link PurgedLater} when that is so, but the store removes it only later.
   */
  destroyKey(name: string): Promise<void>;

  /** Makes a key that never leaves the vault and only wraps other keys. Nothing happens when it is there. */
  createWrappingKey(name: string): Promise<void>;
  /** The key, sealed by the newest version of the wrapping key. Throws {@link KeyGone} when there is none. */
  wrap(name: string, key: Buffer): Promise<Buffer>;
  /** Throws {@link KeyGone} when the wrapping key was destroyed or its version retired. */
  unwrap(name: string, wrapped: Buffer): Promise<Buffer>;
  /** The newest version, or undefined when there is no wrapping key of that name. */
  wrappingKeyVersion(name: string): Promise<number | undefined>;
  /** Answers the new version, by which everything is wrapped from now on; earlier ones go on unwrapping. */
  rotateWrappingKey(name: string): Promise<number>;
  /** Only the newest version unwraps from now on: first wrap anew what earlier ones wrapped. */
  retireWrappingKeyVersions(name: string): Promise<void>;
  /**
   * What it wrapped can't be unwrapped by anybody from now on. Nothing happens when there is none of that name.
   * Throws {@link PurgedLater} when that is so, but the store removes the key itself only later.
   */
  destroyWrappingKey(name: string): Promise<void>;

  /** Resolves when the vault can be used now. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The vault can't be used: wrong root key, damaged secret, refused login, bad setting. The message says what to do. */
export class VaultRefused extends Error {}

/**
 * What was to be destroyed opens nothing from now on, but the store keeps it, by its own rule, until `purgedAt`; an
 * administrator of the store could bring it back until then.
 */
export class PurgedLater extends VaultRefused {
  readonly purgedAt: Date;

  constructor(message: string, purgedAt: Date) {
    super(message);
    this.purgedAt = purgedAt;
  }
}

/** The vault can't be reached now; the same call may succeed later. */
export class VaultAway extends Error {}

/** The key was destroyed, or its version retired: what it sealed or wrapped is unreadable for good. */
export class KeyGone extends Error {}
