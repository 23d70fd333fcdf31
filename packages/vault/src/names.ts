import { VaultRefused } from "./key-vault.ts";

/** The parts of a vault name such as `account/<id>`. Throws VaultRefused for what is none, so that no name leads elsewhere. */
export function partsOfName(name: string): string[] {
  if (!/^[a-z0-9][a-z0-9_-]*(?:\/[a-z0-9][a-z0-9_-]*)*$/.test(name) || name.length > 100)
    throw new VaultRefused(`"${name}" is no name for a secret.`);
  return name.split("/");
}

/**
 * The name in letters, digits and dashes only, for stores that take no others (Azure Key Vault, Transit), where upper
 * and lower case may be the same: "/" becomes "--", a single "-" stays, and any other run of separators becomes its
 * hexadecimal bytes between "---". No two names become the same; {@link nameFromDashed} is the way back.
 */
export function dashedName(name: string): string {
  partsOfName(name);
  const dashed = name.replace(/[-_/]+/g, (run) => {
    if (run === "/") return "--";
    return run === "-" ? run : `---${Buffer.from(run).toString("hex")}---`;
  });
  if (dashed.length > 127) throw new VaultRefused(`"${name}" is too long for the name of a secret.`);
  return dashed;
}

export function nameFromDashed(dashed: string): string {
  return dashed
    .replace(/---([0-9a-f]+)---/g, (_, hex) => Buffer.from(hex, "hex").toString().replaceAll("-", "\0"))
    .replaceAll("--", "/")
    .replaceAll("\0", "-");
}
