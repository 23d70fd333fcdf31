import { HeldSecrets } from "./held-secrets.ts";
import { KeyGone, type KeyVault, VaultAway, VaultRefused } from "./key-vault.ts";

export interface HoldingOptions {
  /** How long reads are answered from memory after the vault was reached last. Default 15 minutes. */
  holdMs?: number;
  /** What nobody read for so long is wiped. Default 10 minutes. */
  idleMs?: number;
  /** How many keys and secrets are held; the one that was not read for longest makes room. Default 10,000. */
  most?: number;
  /** How often the vault is looked for by itself. Default 10 seconds. */
  checkEveryMs?: number;
  /** Milliseconds that only go forward. */
  now?: () => number;
}

export interface VaultStatus {
  /** It does not answer, or refuses: programs that hold opened keys must end within the time that they may hold them. */
  isAway: boolean;
  /** Milliseconds since 1970. */
  awaySince: number | null;
}

export interface HoldingVault extends KeyVault {
  status(): VaultStatus;
}

/**
 * A vault whose keys and secrets go on being read for a while when it can't be reached: what was read before is held in
 * memory. Everything else (writing, wrapping, rotating, destroying) always goes to the vault, and fails when it is away.
 * When it has been away for `holdMs`, all that is held is overwritten, and reads fail, too.
 */
export function holdingVault(vault: KeyVault, options: HoldingOptions = {}): HoldingVault {
  const { holdMs = 15 * 60_000, idleMs = 10 * 60_000, most = 10_000, checkEveryMs = 10_000 } = options;
  const now = options.now ?? (() => performance.now());
  const held = new HeldSecrets({ idleMs, most, now });
  let reachedAt = now();
  let awayAt: number | undefined;
  let refusedAt: number | undefined;
  /** Counts writes: what was read while something was written may be what was before, and is not held. */
  let writes = 0;

  const look = setInterval(() => {
    check().catch(() => undefined);
  }, checkEveryMs);
  look.unref();

  return {
    async getSecret(name) {
      const read = async () => toBuffer(await vault.getSecret(name));
      return (await readHeld(`secret ${name}`, read))?.toString("utf8");
    },
    setSecret: (name, value) => write([`secret ${name}`, `key ${name}`], () => vault.setSecret(name, value)),
    getKey: (name) => readHeld(`key ${name}`, () => vault.getKey(name)),
    async getOrCreateKey(name, bytes) {
      const key = await readHeld(
        `key ${name}`,
        () => vault.getOrCreateKey(name, bytes),
        (present) => present.length === bytes,
      );
      return key!;
    },
    destroyKey: (name) => write([`secret ${name}`, `key ${name}`], () => vault.destroyKey(name)),
    createWrappingKey: (name) => through(() => vault.createWrappingKey(name)),
    wrap: (name, key) => through(() => vault.wrap(name, key)),
    unwrap: (name, wrapped) => through(() => vault.unwrap(name, wrapped)),
    wrappingKeyVersion: (name) => through(() => vault.wrappingKeyVersion(name)),
    rotateWrappingKey: (name) => through(() => vault.rotateWrappingKey(name)),
    retireWrappingKeyVersions: (name) => through(() => vault.retireWrappingKeyVersions(name)),
    destroyWrappingKey: (name) => through(() => vault.destroyWrappingKey(name)),
    check,
    async close() {
      clearInterval(look);
      held.wipe();
      await vault.close();
    },
    status() {
      const since = awayAt ?? refusedAt;
      return {
        isAway: since !== undefined,
        awaySince: since === undefined ? null : Date.now() - (now() - since),
      };
    },
  };

  async function check(): Promise<void> {
    held.wipeIdle();
    wipeWhatWasHeldTooLong();
    try {
      await through(() => vault.check());
    } catch (error) {
      if (error instanceof VaultRefused) {
        // It answered: what it refuses now is not read from memory instead. But a login was withdrawn, perhaps: what
        // programs have opened must not outlive it by more than a vault that is away.
        const since = refusedAt ?? now();
        reached();
        refusedAt = since;
      }
      throw error;
    }
  }

  /** What the vault answers, noting whether it answered. */
  async function through<T>(work: () => Promise<T>): Promise<T> {
    try {
      const result = await work();
      reached();
      return result;
    } catch (error) {
      if (error instanceof KeyGone) reached();
      if (error instanceof VaultAway) awayAt ??= now();
      throw error;
    }
  }

  function reached(): void {
    reachedAt = now();
    awayAt = undefined;
    refusedAt = undefined;
  }

  async function write(names: readonly string[], work: () => Promise<void>): Promise<void> {
    writes += 1;
    try {
      await through(work);
    } finally {
      writes += 1;
      for (const name of names) held.forget(name);
    }
  }

  async function readHeld(
    name: string,
    read: () => Promise<Buffer | undefined>,
    isGood: (present: Buffer) => boolean = () => true,
  ): Promise<Buffer | undefined> {
    const present = () => {
      wipeWhatWasHeldTooLong();
      const copy = held.copy(name);
      return copy && isGood(copy) ? copy : undefined;
    };
    // Known to be away: nobody waits for the vault's time limit. It is looked for every few seconds.
    const atOnce = awayAt === undefined ? undefined : present();
    if (atOnce) return atOnce;
    const writesBefore = writes;
    let value: Buffer | undefined;
    try {
      value = await through(read);
    } catch (error) {
      const instead = error instanceof VaultAway ? present() : undefined;
      if (instead) return instead;
      throw error;
    }
    if (value === undefined) held.forget(name);
    else if (writes === writesBefore) held.hold(name, value);
    return value;
  }

  function wipeWhatWasHeldTooLong(): void {
    if (awayAt !== undefined && now() - reachedAt >= holdMs) held.wipe();
  }
}

function toBuffer(text: string | undefined): Buffer | undefined {
  return text === undefined ? undefined : Buffer.from(text, "utf8");
}
