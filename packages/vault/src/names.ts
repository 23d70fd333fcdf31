import { VaultRefused } from "./key-vault.ts";

/** The parts of a vault name such as `account/<id>`. Throws VaultRefused for what is none, so that no name leads elsewhere. */
export function partsOfName(name: string): string[] {
  if (!/^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/.test(name) || name.length > 100)
    throw new VaultRefused(`"${name}" is no name for a secret.`);
  return name.split("/");
}
