import { createHash, randomBytes } from "node:crypto";
import type { ApplicationDatabase } from "@refill/database";

export type CredentialKind = "api-key" | "session" | "registration" | "supplier";

/** What a token is known by: its SHA-256, hexadecimal. Tokens carry 256 random bits, so no salt is needed. */
export function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** 256 random bits behind a prefix that tells what the token is for, also to those who scan for leaked secrets. */
export function newToken(prefix: "rfk" | "rfs" | "rfr"): string {
  return `${prefix}_${randomBytes(32).toString("base64url")}`;
}

/** The directory of tokens: which account a token's hash belongs to, and nothing else. */
export interface Credentials {
  /** Undefined for an unknown or expired one. Remembered for some seconds; {@link forget} ends that at once. */
  find(kind: CredentialKind, token: string): Promise<{ accountId: string; hash: string } | undefined>;
  add(kind: CredentialKind, hash: string, accountId: string, expiresAt: number | null): Promise<void>;
  /** From now on the token leads nowhere. */
  remove(hash: string): Promise<void>;
}

const rememberedForMs = 10_000;
const mostRemembered = 10_000;

export function openCredentials(database: ApplicationDatabase): Credentials {
  const remembered = new Map<string, { accountId: string; until: number }>();
  return {
    async find(kind, token) {
      if (token.length > 200) return undefined;
      const hash = hashOf(token);
      const key = `${kind}/${hash}`;
      const known = remembered.get(key);
      if (known && known.until > performance.now()) return { accountId: known.accountId, hash };
      remembered.delete(key);
      const { rows } = await database.inDirectory((tx) =>
        tx.query<{ account_id: string }>(
          "select account_id from credential where hash = $1 and kind = $2 and (expires_at is null or expires_at > now())",
          [Buffer.from(hash, "hex"), kind],
        ),
      );
      const accountId = rows[0]?.account_id;
      if (!accountId) return undefined;
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(key, { accountId, until: performance.now() + rememberedForMs });
      return { accountId, hash };
    },
    async add(kind, hash, accountId, expiresAt) {
      await database.inDirectory((tx) =>
        tx.query(
          "insert into credential (hash, account_id, kind, expires_at) values ($1, $2, $3, $4) on conflict (hash) do nothing",
          [
            Buffer.from(hash, "hex"),
            accountId,
            kind,
            expiresAt === null ? null : new Date(expiresAt).toISOString(),
          ],
        ),
      );
    },
    async remove(hash) {
      for (const kind of ["api-key", "session", "registration", "supplier"])
        remembered.delete(`${kind}/${hash}`);
      await database.inDirectory((tx) =>
        tx.query("delete from credential where hash = $1", [Buffer.from(hash, "hex")]),
      );
    },
  };
}
