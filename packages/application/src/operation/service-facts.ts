import { statfs } from "node:fs/promises";
import type { RefusedSignIns } from "./refused-sign-ins.ts";
import type { RequestHistory } from "./request-history.ts";

/** What this process knows of itself, for operators. */
export interface ServiceFacts {
  requests: RequestHistory;
  refusedSignIns: RefusedSignIns;
  /** Certificates of this program, PEM, by what they are for. */
  certificates: Readonly<Record<string, string>>;
  /** Where the embedded Postgres and the log lie; undefined: not known. */
  dataFolder: string | undefined;
  vaultAddress: string;
  vaultStatus(): { isAway: boolean; awaySince: number | null };
}

/** Of the disk that the data lie on; null: it can't be asked. */
export async function diskOf(
  folder: string | undefined,
): Promise<{ freeBytes: number; bytes: number } | null> {
  if (folder === undefined) return null;
  try {
    const { bsize, bavail, blocks } = await statfs(folder);
    return { freeBytes: bsize * bavail, bytes: bsize * blocks };
  } catch {
    return null;
  }
}
