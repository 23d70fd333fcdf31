import { setTimeout as wait } from "node:timers/promises";
import { callIfThere } from "./azure-calls.ts";
import { azureCode } from "./azure-errors.ts";
import { PurgedLater, VaultAway } from "./key-vault.ts";

/** Secrets and keys are destroyed in the same way. */
export interface AzureObject {
  /** For people, such as `the key account/1`. */
  what: string;
  listVersions(): Promise<readonly { version?: string; enabled?: boolean }[]>;
  disable(version: string): Promise<unknown>;
  delete(): Promise<unknown>;
  getDeleted(): Promise<{
    properties: { recoveryLevel?: string; recoverableDays?: number; scheduledPurgeDate?: Date };
  }>;
  purge(): Promise<unknown>;
}

const pauseMs = 500;
const patienceMs = 30_000;

/**
 * Disables all versions, so that nothing opens any more from this moment, then deletes and purges. Goes on where an
 * interrupted call ended. Throws PurgedLater in a vault with purge protection, where only Azure purges, later.
 */
export async function destroy(object: AzureObject): Promise<void> {
  for (const { version, enabled } of (await callIfThere(object.what, object.listVersions)) ?? [])
    if (version !== undefined && enabled !== false)
      await callIfThere(object.what, () => object.disable(version));
  const wasThere = (await callIfThere(object.what, () => object.delete().then(() => true))) ?? false;
  const deleted = await deletedOne(object, wasThere);
  if (!deleted) return;
  const { recoveryLevel, recoverableDays = 90, scheduledPurgeDate } = deleted.properties;
  if (recoveryLevel !== undefined && !recoveryLevel.includes("Purgeable"))
    throw new PurgedLater(
      `${capital(object.what)} is disabled and deleted; the vault has purge protection, so Azure purges it only after ${recoverableDays} days.`,
      scheduledPurgeDate ?? new Date(Date.now() + recoverableDays * 86_400_000),
    );
  await repeatWhileBusy(object.what, () => object.purge());
}

/** A deletion takes some seconds, and the deleted object appears at its end. */
async function deletedOne(object: AzureObject, isExpected: boolean) {
  const until = performance.now() + patienceMs;
  for (;;) {
    const deleted = await callIfThere(object.what, object.getDeleted);
    if (deleted || !isExpected) return deleted;
    if (performance.now() > until)
      throw new VaultAway(
        `${capital(object.what)} is disabled; Azure is still deleting it: destroy it again to purge it.`,
      );
    await wait(pauseMs);
  }
}

async function repeatWhileBusy(what: string, work: () => Promise<unknown>): Promise<void> {
  const until = performance.now() + patienceMs;
  await callIfThere(what, async () => {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        if (azureCode(error) !== "ObjectIsBeingDeleted" || performance.now() > until) throw error;
        await wait(pauseMs);
      }
    }
  });
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
