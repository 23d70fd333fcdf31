import {
  type AccountTransaction,
  type ApplicationDatabase,
  dataKeyName,
  openCustomer,
} from "@refill/database";
import type { OrderRecord, OrderState } from "@refill/replenishment";
import { type KeyVault, type Sealer, sealer } from "@refill/vault";
import type { Kind, Order, Records } from "./records.ts";
import { kinds, recordOf, tables } from "./tables.ts";
import { closedOrdersHeld, WorkingSet } from "./working-set.ts";

/** Reads and opens all that an account's working set holds; undefined when there is no such active customer. */
export async function readAccount(
  database: ApplicationDatabase,
  vault: KeyVault,
  accountId: string,
): Promise<WorkingSet | undefined> {
  const found = await database.inDirectory((tx) =>
    tx.query<{ region: string; is_demonstration: boolean; sealed: Buffer }>(
      "select region, is_demonstration, sealed from customer where id = $1 and state = 'active'",
      [accountId],
    ),
  );
  const customer = found.rows[0];
  const key = await vault.getKey(dataKeyName(accountId));
  if (!customer || !key) return undefined;
  const seal = sealer(key, accountId);
  return database.inAccount(accountId, async (tx) => {
    await tx.query("set transaction isolation level repeatable read, read only");
    const { rows } = await tx.query<{ revision: string }>("select revision from account_revision");
    const set = new WorkingSet({
      accountId,
      customerName: openCustomer(key, accountId, customer.sealed).name,
      region: customer.region,
      isDemonstration: customer.is_demonstration,
      sealer: seal,
      revision: Number(rows[0]!.revision),
    });
    for (const kind of kinds) {
      if (kind === "order") await readOrders(tx, set);
      else await readKind(tx, set, kind);
    }
    return set;
  });
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
    set.set(kind, recordOf(kind, id, sealed, set.sealer) as unknown as Records[K]);
}

async function readOrders(tx: AccountTransaction, set: WorkingSet): Promise<void> {
  const open = "state in ('proposed', 'placed', 'dispatched', 'confirmed')";
  for (const order of await queryOrders(
    tx,
    set.sealer,
    `select id, sealed from replenishment_order where ${open} union all
     (select id, sealed from replenishment_order where not ${open} order by sequence desc limit ${closedOrdersHeld})`,
    [],
  ))
    set.set("order", order);
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
  const byOrder = new Map<string, OrderRecord[]>();
  for (const row of events.rows) {
    const { cause } = seal.open("order_event", `${row.order_id}/${row.sequence}`, row.sealed) as {
      cause: string;
    };
    const list = byOrder.get(row.order_id) ?? [];
    list.push({ at: row.at.getTime(), state: row.state, cause });
    byOrder.set(row.order_id, list);
  }
  return found.rows.map(({ id, sealed }) => ({
    ...recordOf("order", id, sealed, seal),
    events: byOrder.get(id) ?? [],
  }));
}
