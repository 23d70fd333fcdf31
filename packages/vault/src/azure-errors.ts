import { KeyGone, VaultAway, VaultRefused } from "./key-vault.ts";

/** What the SDK throws: `code` and `details` are Key Vault's, `statusCode` is HTTP's. */
interface AzureError extends Error {
  statusCode?: number;
  code?: string;
  details?: { error?: { code?: string; message?: string; innerError?: { code?: string } } };
}

/** Key Vault's own code of an error, the inner one when there is one, such as `KeyDisabled`. */
export function azureCode(error: unknown): string | undefined {
  const { code, details } = error as AzureError;
  return details?.error?.innerError?.code ?? details?.error?.code ?? code;
}

export function isNotFound(error: unknown): boolean {
  return (error as AzureError).statusCode === 404;
}

/**
 * The port's error for one of the SDK (https://learn.microsoft.com/azure/key-vault/general/rest-error-codes).
 * What has no HTTP status came from the network or the login.
 */
export function vaultError(error: unknown, what: string): Error {
  if (error instanceof VaultAway || error instanceof VaultRefused || error instanceof KeyGone) return error;
  const { statusCode, name, message } = error as AzureError;
  const says = `Azure Key Vault, ${what}: ${oneLine(message)}`;
  if (/Authentication|CredentialUnavailable/.test(name)) {
    const isNetwork = /network|ENOTFOUND|ECONN|EAI_AGAIN|ETIMEDOUT|timed? ?out/i.test(message);
    if (isNetwork) return new VaultAway(says);
    return new VaultRefused(`${says} (no login to Azure: see DefaultAzureCredential)`);
  }
  if (statusCode === undefined) {
    // Anything else is the SDK's own refusal: a wrong address, or a server that is no Key Vault.
    const isNetwork = /^(RestError|AbortError|TimeoutError)$/.test(name);
    const isTrust = /certificate|self-signed|altnames/i.test(message);
    return isNetwork && !isTrust ? new VaultAway(says) : new VaultRefused(says);
  }
  if (statusCode === 401 || statusCode === 403)
    return new VaultRefused(`${says} (give the identity the rights of docs/key-vault.md)`);
  if (statusCode >= 500 || [408, 409, 429].includes(statusCode)) return new VaultAway(says);
  return new VaultRefused(says);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim().slice(0, 300);
}
