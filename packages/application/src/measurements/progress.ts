import type { AccountTransaction } from "@refill/database";

type Transaction = Pick<AccountTransaction, "query">;

/** How far an account's history is; all are begins of days, ms since 1970. Kept in `directory.history`. */
export interface Progress {
  /** All days before are summed, but for late messages. Null: the account was never visited. */
  summedUntil: number | null;
  /** Raw measurements of all days before are gone. */
  rawSince: number | null;
}

const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString());
const due = `from customer c left join history h on h.account_id = c.id
  where c.state in ('active', 'suspended') and (h.finished_for is null or h.finished_for < $1)`;

/** The account that waits longest to be gone through for the days before `until`, but for those in `without`. */
export async function nextAccount(
  tx: Transaction,
  until: number,
  without: readonly string[],
): Promise<{ accountId: string; progress: Progress } | undefined> {
  const { rows } = await tx.query<{ id: string; summed_until: Date | null; raw_since: Date | null }>(
    `select c.id, h.summed_until, h.raw_since ${due} and c.id <> all($2::uuid[]) order by h.visited_at nulls first, c.id limit 1`,
    [iso(until), without],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { id, summed_until, raw_since } = row;
  const progress = {
    summedUntil: summed_until?.getTime() ?? null,
    rawSince: raw_since?.getTime() ?? null,
  };
  return { accountId: id, progress };
}

export async function countWaiting(tx: Transaction, until: number): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(`select count(*)::int as n ${due}`, [iso(until)]);
  return rows[0]!.n;
}

/** `finishedFor`: all was done for the days before; null: the account is due again after the others. */
export async function noteVisit(
  tx: Transaction,
  accountId: string,
  { summedUntil, rawSince }: Progress,
  finishedFor: number | null,
): Promise<void> {
  await tx.query(
    `insert into history (account_id, visited_at, summed_until, raw_since, finished_for)
     select id, clock_timestamp(), $2, $3, $4 from customer where id = $1
     on conflict (account_id) do update set visited_at = excluded.visited_at, summed_until = excluded.summed_until,
       raw_since = excluded.raw_since, finished_for = coalesce(excluded.finished_for, history.finished_for)`,
    [accountId, iso(summedUntil), iso(rawSince), iso(finishedFor)],
  );
}
