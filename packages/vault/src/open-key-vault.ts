import { type HoldingVault, holdingVault } from "./holding-vault.ts";
import { type KeyVault, VaultRefused } from "./key-vault.ts";
import { openLocalVault } from "./local-vault.ts";
import type { OpenBaoLogin } from "./openbao-session.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The key vault at `address`: `local` (a folder), `azure:https://NAME.vault.azure.net`, or `openbao:https://HOST:8200`
 * (or `vault:` for HashiCorp Vault). Logins come from `environment`; docs/key-vault.md lists the settings.
 * What was read is held while the vault is away, for `holdMs` at most.
 * Throws VaultRefused for a wrong address or login, VaultAway when the vault can't be reached now.
 */
export async function openKeyVault(options: {
  address?: string;
  keysFolder: string;
  environment: Environment;
  holdMs?: number;
}): Promise<HoldingVault> {
  const vault = await openAddress(options.address || "local", options.keysFolder, options.environment);
  const holding = holdingVault(vault, options.holdMs === undefined ? {} : { holdMs: options.holdMs });
  try {
    await holding.check();
    return holding;
  } catch (error) {
    await holding.close();
    throw error;
  }
}

/** The adapters for other stores are loaded only by those who use them: Azure's libraries are large. */
async function openAddress(address: string, keysFolder: string, environment: Environment): Promise<KeyVault> {
  if (address === "local") {
    const rootKey = environment.REFILL_ROOT_KEY;
    return openLocalVault(keysFolder, rootKey ? { rootKey } : {});
  }
  const [, kind, rest] = /^(azure|openbao|vault):(\S+)$/.exec(address) ?? [];
  if (kind === "azure") {
    const url = azureUrl(rest!);
    return (await import("./azure-vault.ts")).openAzureVault({ url });
  }
  if (kind === "openbao" || kind === "vault") {
    const url = openBaoUrl(rest!);
    return (await import("./openbao-vault.ts")).openOpenBaoVault({
      url,
      login: openBaoLogin(environment),
      namespace: environment.REFILL_OPENBAO_NAMESPACE || undefined,
      kvMount: mount(environment, "REFILL_OPENBAO_KV"),
      transitMount: mount(environment, "REFILL_OPENBAO_TRANSIT"),
    });
  }
  throw refuseAddress(address);
}

/** Of the public cloud and those for China and the US government. */
function azureUrl(text: string): string {
  const match =
    /^(https:\/\/[a-z0-9](?:[a-z0-9-]{1,22})[a-z0-9]\.vault\.(?:azure\.net|azure\.cn|usgovcloudapi\.net))\/?$/i.exec(
      text,
    );
  if (!match) throw refuseAddress(`azure:${text}`);
  return match[1]!.toLowerCase();
}

function openBaoUrl(text: string): string {
  const url = URL.parse(text);
  const isOnThisMachine = url !== null && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname);
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && isOnThisMachine);
  if (!url || !isSafe || url.pathname !== "/" || url.search || url.hash || url.username || url.password)
    throw refuseAddress(`openbao:${url ? `${url.protocol}//${url.host}…` : text}`);
  return url.origin;
}

function openBaoLogin(environment: Environment): OpenBaoLogin {
  const {
    REFILL_OPENBAO_TOKEN: token,
    REFILL_OPENBAO_TOKEN_FILE: tokenFile,
    REFILL_OPENBAO_ROLE_ID: roleId,
    REFILL_OPENBAO_SECRET_ID_FILE: secretIdFile,
  } = environment;
  if (roleId && secretIdFile) return { kind: "approle", roleId, secretIdFile };
  if (tokenFile) return { kind: "token-file", path: tokenFile };
  if (token) return { kind: "token", token };
  throw new VaultRefused(
    "No login to OpenBao: set REFILL_OPENBAO_ROLE_ID and REFILL_OPENBAO_SECRET_ID_FILE, or REFILL_OPENBAO_TOKEN_FILE.",
  );
}

function mount(environment: Environment, name: string): string | undefined {
  const path = environment[name];
  if (!path) return undefined;
  if (!/^[\w-]+(\/[\w-]+)*$/.test(path))
    throw new VaultRefused(`${name} must be the path of an engine, such as refill, not "${path}".`);
  return path;
}

function refuseAddress(address: string): VaultRefused {
  return new VaultRefused(
    `REFILL_VAULT must be local, azure:https://NAME.vault.azure.net or openbao:https://HOST:8200 (http only for this machine), not "${address}".`,
  );
}
