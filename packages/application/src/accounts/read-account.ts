import {
  type AccountTransaction,
  type CustomerState,
  openAccountKeys,
  openCustomer,
  type Regions,
  type WrappedKey,
} from "@refill/database";
import type { OrderState } from "@refill/replenishment";
import { KeyGone, type KeyVault, ringSealer, type Sealer } from "@refill/vault";
import type { Kind, Order, Records, StoryEvent } from "./records.ts";
import { kinds, recordOf, tables } from "./tables.ts";
import { closedOrdersHeld, WorkingSet } from "./working-set.ts";

interface CustomerRow {
  region: string;
  state: CustomerState;
  is_demonstration: boolean;
  is_service: boolean;
  sealed: Buffer;
  device_limit: number | null;
  request_limit: number | null;
  storage_limit: number | null;
}

/** Reads and opens all that an account's working set holds; undefined when there is no such customer (any more). */
export async function readAccount(
  regions: Regions,
  vault: KeyVault,
  accountId: string,
): Promise<WorkingSet | undefined> {
  const region = await regions.regionOf(accountId);
  if (region === undefined) return undefined;
  const database = regions.of(region);
  const { customer, keys } = await database.inDirectory(async (tx) => {
    const found = await tx.query<CustomerRow>(
      `select region, state, is_demonstration, is_service, sealed, device_limit, request_limit, storage_limit
       from customer where id = $1 and state in ('active', 'suspended')`,
      [accountId],
    );
    const { rows } = await tx.query<WrappedKey>(
      "select generation, wrapped from data_key where account_id = $1 order by generation",
      [accountId],
    );
    return { customer: found.rows[0], keys: rows };
  });
  if (!customer) return undefined;
  const seal = await openSealer(vault, accountId, keys);
  if (!seal) return undefined;
  try {
    return await database.inAccount(accountId, async (tx) => {
      await tx.query("set transaction isolation level repeatable read, read only");
      const { rows } = await tx.query<{ revision: string; audit_sequence: string; audit_hash: Buffer }>(
        "select revision, audit_sequence, audit_hash from account_revision",
      );
      const set = new WorkingSet({
        accountId,
        customerName: openCustomer(seal, accountId, customer.sealed).name,
        region: customer.region,
        state: customer.state,
        quota: {
          devices: customer.device_limit,
          requestsPerMinute: customer.request_limit,
          storageMb: customer.storage_limit,
        },
        isDemonstration: customer.is_demonstration,
        isService: customer.is_service,
        sealer: seal,
        revision: Number(rows[0]!.revision),
        // Copied: it would keep the whole chunk that came from Postgres.
        auditHead: {
          sequence: Number(rows[0]!.audit_sequence),
          hash: Buffer.alloc(32, rows[0]!.audit_hash),
        },
      });
      for (const kind of kinds) {
        if (kind === "order") await readOrders(tx, set);
        else await readKind(tx, set, kind);
      }
      return set;
    });
  } catch (error) {
    seal.wipe();
    throw error;
  }
}

async function openSealer(
  vault: KeyVault,
  accountId: string,
  keys: readonly WrappedKey[],
): Promise<Sealer | undefined> {
  try {
    return ringSealer(await openAccountKeys(vault, accountId, keys));
  } catch (error) {
    // The customer is being closed at this moment.
    if (error instanceof KeyGone) return undefined;
    throw error;
  }
}

async function readKind<K extends Exclude<Kind, "order">>(
  tx: AccountTransaction,
  set: WorkingSet,
  kind: K,
): Promise<void> {
  const { name, key } = tables[kind];
  const { rows } = await tx.query<{ id: string; sealed: Buffer }>(
    `select ${key} as id, sealed from ${name} order by ${key}`,
  );
  for (const { id, sealed } of rows)
    set.load(kind, recordOf(kind, id, sealed, set.sealer) as unknown as Records[K], sealed.length);
}

/** About what an order and an event of it take as JSON. */
const orderBytes = 400;
const eventBytes = 120;

async function readOrders(tx: AccountTransaction, set: WorkingSet): Promise<void> {
  const open = "state not in ('received', 'cancelled', 'rejected')";
  for (const order of await queryOrders(
    tx,
    set.sealer,
    `select id, sealed from replenishment_order where ${open} union all
     (select id, sealed from replenishment_order where not ${open} order by sequence desc limit ${closedOrdersHeld})`,
    [],
  ))
    set.load("order", order, orderBytes + order.events.length * eventBytes);
  const last = await tx.query<{ n: string }>(
    "select coalesce(max(sequence), 0) as n from replenishment_order",
  );
  set.nextOrderNumber = Number(last.rows[0]!.n) + 1;
}

/** Orders with their events; `text` selects `id` and `sealed`. */
export async function queryOrders(
  tx: AccountTransaction,
  seal: Sealer,
  text: string,
  values: unknown[],
): Promise<Order[]> {
  const found = await tx.query<{ id: string; sealed: Buffer }>(text, values);
  const events = await tx.query<{
    order_id: string;
    sequence: number;
    at: Date;
    state: OrderState;
    sealed: Buffer;
  }>(
    "select order_id, sequence, at, state, sealed from order_event where order_id = any($1::uuid[]) order by order_id, sequence",
    [found.rows.map(({ id }) => id)],
  );
  const byOrder = new Map<string, StoryEvent[]>();
  for (const row of events.rows) {
    const content = seal.open("order_event", `${row.order_id}/${row.sequence}`, row.sealed);
    const { v: _version, ...told } = content as { v: number } & Omit<StoryEvent, "at" | "state">;
    const list = byOrder.get(row.order_id) ?? [];
    list.push({ at: row.at.getTime(), state: row.state, ...told });
    byOrder.set(row.order_id, list);
  }
  return found.rows.map(({ id, sealed }) => ({
    ...recordOf("order", id, sealed, seal),
    events: byOrder.get(id) ?? [],
  }));
}
