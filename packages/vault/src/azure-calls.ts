import { setTimeout as wait } from "node:timers/promises";
import { azureCode, isNotFound, vaultError } from "./azure-errors.ts";
import { VaultRefused } from "./key-vault.ts";

/** Of one call with the SDK's repetitions: after a failure it tries twice again. */
const timeLimitMs = 10_000;
/** Azure frees the name of what was purged some seconds later. */
const freeNameWithinMs = 20_000;

/** Options of every call. */
export function limits(): { abortSignal: AbortSignal } {
  return { abortSignal: AbortSignal.timeout(timeLimitMs) };
}

/** A call's result, its errors as the port has them. */
export async function call<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw vaultError(error, what);
  }
}

/** Undefined when there is nothing of that name. */
export async function callIfThere<T>(what: string, work: () => Promise<T>): Promise<T | undefined> {
  return call(what, () =>
    work().catch((error) => {
      if (isNotFound(error)) return undefined;
      throw error;
    }),
  );
}

/** Makes a secret or key; waits while the name is that of one that was just purged. */
export async function callToMake<T>(name: string, work: () => Promise<T>): Promise<T> {
  const until = performance.now() + freeNameWithinMs;
  return call(name, async () => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const code = azureCode(error);
        if (code === "ObjectIsDeletedButRecoverable")
          throw new VaultRefused(
            `${name} was deleted in Azure Key Vault and is kept there for its retention time: recover it, or purge it.`,
          );
        if (code !== "ObjectIsBeingDeleted" || performance.now() > until) throw error;
        await wait(500);
      }
    }
  });
}
