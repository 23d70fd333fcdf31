import { createHash, randomBytes } from "node:crypto";
import type { Regions } from "@refill/database";

export type CredentialKind =
  | "api-key"
  | "provisioning"
  | "session"
  | "registration"
  | "supplier"
  | "connection"
  | "domain";

const prefixOf: Record<CredentialKind, `rf${string}`> = {
  "api-key": "rfk",
  provisioning: "rfp",
  session: "rfs",
  registration: "rfr",
  supplier: "rfc",
  connection: "rfo",
  domain: "rfd",
};

/** What a token is known by: its SHA-256, hexadecimal. Tokens carry 256 random bits, so no salt is needed. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/**
 * A prefix that tells what the token is for, also to those who scan for leaked secrets; the region that knows it; and 256
 * bits, random unless given.
 */
export function newToken(kind: CredentialKind, region: string, bits: Buffer = randomBytes(32)): string {
  return `${prefixOf[kind]}_${region.toLowerCase()}_${bits.toString("base64url")}`;
}

const shape = /^(rf[a-z])_([a-z]{2,10})_[A-Za-z0-9_-]{43}$/;

/** The directory of tokens: which account a token's hash belongs to, and nothing else. Each region has its own. */
export interface Credentials {
  /** Undefined for an unknown or expired one. Remembered for some seconds, by this process. */
  find(kind: CredentialKind, token: string): Promise<{ accountId: string; hash: string } | undefined>;
  add(
    kind: CredentialKind,
    region: string,
    hash: string,
    accountId: string,
    expiresAt: number | null,
  ): Promise<void>;
  /** Whether this process found it lately: then it is no guess. */
  isFamiliar(kind: CredentialKind, token: string): boolean;
  /** It is looked up anew the next time. */
  forget(kind: CredentialKind, token: string): void;
  /** From now on the token leads nowhere. */
  remove(region: string, hash: string): Promise<void>;
  /** The token still leads to its account until then, which knows that it is revoked and by whom it is tried. */
  retire(region: string, hash: string, until: number): Promise<void>;
}

const rememberedForMs = 10_000;
const mostRemembered = 10_000;

export function openCredentials(regions: Regions): Credentials {
  const remembered = new Map<string, { accountId: string; until: number }>();
  return {
    async find(kind, token) {
      const [, prefix, code] = shape.exec(token) ?? [];
      const region = code?.toUpperCase();
      if (prefix !== prefixOf[kind] || region === undefined || !regions.names.includes(region))
        return undefined;
      const hash = hashOf(token);
      const key = `${kind}/${hash}`;
      const known = remembered.get(key);
      if (known && known.until > performance.now()) return { accountId: known.accountId, hash };
      const { rows } = await regions
        .of(region)
        .inDirectory((tx) =>
          tx.query<{ account_id: string }>(
            "select account_id from credential where hash = $1 and kind = $2 and (expires_at is null or expires_at > now())",
            [Buffer.from(hash, "hex"), kind],
          ),
        );
      const accountId = rows[0]?.account_id;
      remembered.delete(key);
      if (!accountId) return undefined;
      regions.remember(accountId, region);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, { accountId, until: performance.now() + rememberedForMs });
      return { accountId, hash };
    },
    forget(kind, token) {
      remembered.delete(`${kind}/${hashOf(token)}`);
    },
    isFamiliar: (kind, token) => remembered.has(`${kind}/${hashOf(token)}`),
    async add(kind, region, hash, accountId, expiresAt) {
      await regions.of(region).inDirectory(async (tx) => {
        await tx.query(
          "insert into credential (hash, account_id, kind, expires_at) values ($1, $2, $3, $4) on conflict (hash) do nothing",
          [
            Buffer.from(hash, "hex"),
            accountId,
            kind,
            expiresAt === null ? null : new Date(expiresAt).toISOString(),
          ],
        );
        // What expired before is of no use to anybody.
        await tx.query("delete from credential where account_id = $1 and expires_at < now()", [accountId]);
      });
      remembered.set(`${kind}/${hash}`, { accountId, until: performance.now() + rememberedForMs });
    },
    async retire(region, hash, until) {
      await regions
        .of(region)
        .inDirectory((tx) =>
          tx.query("update credential set expires_at = $2 where hash = $1", [
            Buffer.from(hash, "hex"),
            new Date(until).toISOString(),
          ]),
        );
    },
    async remove(region, hash) {
      for (const kind of Object.keys(prefixOf)) remembered.delete(`${kind}/${hash}`);
      await regions
        .of(region)
        .inDirectory((tx) => tx.query("delete from credential where hash = $1", [Buffer.from(hash, "hex")]));
    },
  };
}
