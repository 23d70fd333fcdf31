import { createHash } from "node:crypto";
import { chmodSync, chownSync, lstatSync, mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SystemAccount } from "./system-account.ts";

/** unix(7): a socket's path has at most 107 bytes, on macOS 103; Postgres adds `/.s.PGSQL.5432.lock`. */
const longestFolderBytes = 80;

/**
 * Makes the folder (mode 0700) of the Unix socket: in the data folder, or where that path is too long, in the folder for
 * temporary files under a name that is the same at each start.
 */
export function makeSocketFolder(dataFolder: string, account: SystemAccount | undefined): string {
  const name = createHash("sha256").update(dataFolder).digest("hex").slice(0, 16);
  const near = join(dataFolder, "socket");
  const folder = Buffer.byteLength(near) <= longestFolderBytes ? near : join(tmpdir(), `refill-${name}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const found = lstatSync(folder);
  const owners = [process.getuid?.(), account?.uid];
  // In a folder for temporary files, somebody else may have put a link or a folder of his under this name.
  if (!found.isDirectory() || !owners.includes(found.uid))
    throw new Error(`${folder} belongs to somebody else: remove it`);
  if (account) chownSync(folder, account.uid, account.gid);
  chmodSync(folder, 0o700);
  return folder;
}
