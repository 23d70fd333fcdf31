import { randomUUID } from "node:crypto";
import { nextDataKey, openCustomer, sealCustomer } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import type { Logger } from "pino";
import { Refusal } from "../refusal.ts";
import type { AccountStore } from "./account-store.ts";
import { type Actor, systemActor } from "./actor.ts";
import type { DataKeyRotation } from "./records.ts";
import { atTheBeginning, countOldRows, countSealedRows, type Place, sealSomeAnew } from "./sealed-rows.ts";
import type { WorkingSet } from "./working-set.ts";

/** Jobs that seal an account's records with its newest data key; their data is {@link ResealJob}. */
export const resealQueue = "seal-anew";
export interface ResealJob {
  accountId: string;
}
/** A job whose process died is noticed after ten to fifteen seconds; it goes on where the rows say. */
export const resealQueueOptions = {
  retryLimit: 1000,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 300,
  heartbeatSeconds: 10,
  expireInSeconds: 6 * 60 * 60,
};

const rowsAtOnce = 1_000;
const tellEveryMs = 2_000;

/**
 * A new data key for the account: it seals from now on, also in other processes, since the account's revision goes on with
 * it. What earlier keys sealed is readable until a job has sealed it anew; then they are destroyed.
 */
export async function beginRotation(
  store: AccountStore,
  vault: KeyVault,
  accountId: string,
  actor: Actor,
): Promise<DataKeyRotation> {
  const set = await store.readNow(accountId);
  const running = [...set.all("dataKeyRotation")].find(({ finishedAt }) => finishedAt === null);
  if (running)
    throw new Refusal(
      409,
      "key-rotation-running",
      `The records are being sealed with data key ${running.generation} already.`,
    );
  const { generation, wrapped } = await nextDataKey(vault, accountId, set.sealer.generation + 1);
  const total = await store.query(accountId, countSealedRows);
  await store.regions
    .of(set.region)
    .inDirectory((tx) =>
      tx.query(
        "insert into data_key (account_id, generation, wrapped) values ($1, $2, $3) on conflict do nothing",
        [accountId, generation, wrapped],
      ),
    );
  return store.change(accountId, actor, (change) => {
    change.note({ action: "data-key.created", detail: { generation } });
    change.enqueue(resealQueue, { accountId } satisfies ResealJob);
    // Whoever holds the account reads it anew, and its keys.
    change.changesKeys = true;
    const rotation: DataKeyRotation = {
      id: randomUUID(),
      generation,
      startedAt: change.at,
      finishedAt: null,
      total,
      done: 0,
    };
    return change.put("dataKeyRotation", rotation);
  });
}

/** Does a {@link ResealJob}. `graceMs`: who began with the keys before may write with them for so long. */
export async function sealAnew(
  { accountId }: ResealJob,
  { store, log, graceMs = 60_000 }: { store: AccountStore; log: Logger; graceMs?: number },
): Promise<void> {
  const set = await store.readNow(accountId);
  const rotation = [...set.all("dataKeyRotation")].find(({ finishedAt }) => finishedAt === null);
  if (!rotation) return;
  let done = 0;
  do {
    done += await walk(store, set, rotation, done);
    const wait = rotation.startedAt + graceMs - Date.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  } while ((await store.query(accountId, (tx) => countOldRows(tx, set.sealer))) > 0);
  await finish(store, set, rotation);
  log.info(
    { accountId, generation: rotation.generation, rows: done },
    "an account's records are sealed by a new data key",
  );
}

async function walk(
  store: AccountStore,
  set: WorkingSet,
  rotation: DataKeyRotation,
  before: number,
): Promise<number> {
  let rows = 0;
  let toldAt = Date.now();
  for (let place: Place | null = atTheBeginning; place; ) {
    const from: Place = place;
    const step = await store.query(set.accountId, (tx) => sealSomeAnew(tx, set.sealer, from, rowsAtOnce));
    rows += step.rows;
    place = step.next;
    if (Date.now() - toldAt < tellEveryMs) continue;
    toldAt = Date.now();
    await store.change(set.accountId, systemActor, (change) => {
      const current = change.get("dataKeyRotation", rotation.id);
      if (current) change.put("dataKeyRotation", { ...current, done: before + rows });
    });
  }
  return rows;
}

/** The customer's name is the last that the old keys sealed; then they are destroyed. */
async function finish(store: AccountStore, set: WorkingSet, rotation: DataKeyRotation): Promise<void> {
  const { accountId, sealer } = set;
  const database = store.regions.of(set.region);
  await database.inDirectory(async (tx) => {
    const { rows } = await tx.query<{ sealed: Buffer }>("select sealed from customer where id = $1", [
      accountId,
    ]);
    const facts = openCustomer(sealer, accountId, rows[0]!.sealed);
    await tx.query("update customer set sealed = $2 where id = $1", [
      accountId,
      sealCustomer(sealer, accountId, facts),
    ]);
    await tx.query("delete from data_key where account_id = $1 and generation between 1 and $2", [
      accountId,
      rotation.generation - 1,
    ]);
  });
  await store.change(accountId, systemActor, (change) => {
    const current = change.get("dataKeyRotation", rotation.id);
    if (!current) return;
    change.put("dataKeyRotation", {
      ...current,
      finishedAt: change.at,
      done: Math.max(current.done, current.total),
    });
    change.note({ action: "data-key.destroyed", detail: { before: rotation.generation } });
    change.changesKeys = true;
  });
}
