import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/** The system user that a process runs as. */
export interface SystemAccount {
  name: string;
  uid: number;
  gid: number;
}

/** Postgres refuses to run as root: then the user `postgres` or else `nobody`. Undefined where we are not root. */
export function unprivilegedAccount(): SystemAccount | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = existsSync("/etc/passwd") ? readFileSync("/etc/passwd", "utf8").split("\n") : [];
  for (const name of ["postgres", "nobody"]) {
    const fields = lines.find((line) => line.startsWith(`${name}:`))?.split(":");
    if (fields) return { name, uid: Number(fields[2]), gid: Number(fields[3]) };
  }
  throw new Error("there is no system user postgres or nobody");
}

/** The uppermost folder above `path` that the account can't enter, as far as its mode tells. */
export function closedFolderAbove(path: string, account: SystemAccount): string | undefined {
  const folders: string[] = [];
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    folders.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return folders.find((folder) => {
    const { mode, uid, gid } = statSync(folder);
    const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    return (mode & mayEnter) === 0;
  });
}
