import { accountRole } from "@refill/database";
import { type ApplicationUnderTest, until } from "../application-under-test.ts";
import type { AccountUnderTest, Filled } from "./account-under-test.ts";
import type { Operation } from "./operations-under-test.ts";

/** Nothing of what was begun goes on for minutes: webhooks are tried once, old data keys go at once. */
export const quickly = { webhookPlan: { retryAfterMs: [] }, application: { resealGraceMs: 0 } };

/** What is noted of readers and of refused attempts, and the count of such notes. */
const notes = ["account_revision", "audit_entry", "api_key_use", "session_use"];
const restless = /"(requestsLastMinute|storageBytes|lastUsedAt|lastUsedFrom)":("[^"]*"|[^,}]*)/g;

/**
 * For tests: a fingerprint of every row in the database that is this account's. Rows are sealed anew whenever they are
 * written, so one that was written with the same content is another one, too.
 */
export async function rowsOf({ owner }: ApplicationUnderTest, accountId: string): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string; is_shared: boolean }>(
    `select format('%I.%I', t.table_schema, t.table_name) as name, t.table_schema <> $1 as is_shared
     from information_schema.tables t
     where t.table_name <> all ($2) and (t.table_schema = $1 or exists (
       select from information_schema.columns c
       where (c.table_schema, c.table_name, c.column_name) = (t.table_schema, t.table_name, 'account_id')))
     order by 1`,
    [accountRole(accountId), notes],
  );
  const prints = tables.map(
    ({ name, is_shared }) =>
      `select '${name}' as name, count(*), md5(coalesce(string_agg(row::text, '|' order by row::text), '')) as print
       from ${name} as row ${is_shared ? `where account_id = '${accountId}'` : ""}`,
  );
  const { rows } = await owner.query<{ name: string; count: string; print: string }>(
    prints.join(" union all "),
  );
  // Postgres gives them in any order.
  return rows
    .map(({ name, count, print }) => `${name}: ${count} rows, ${print}`)
    .sort()
    .join("\n");
}

/** Waits until nothing is under way in the background: what was ordered has gone out. */
export async function untilQuiet({ owner }: ApplicationUnderTest): Promise<void> {
  await until(async () => {
    const { rows } = await owner.query(
      "select from jobs.job where state in ('created', 'active', 'retry') and start_after <= now()",
    );
    return rows.length === 0;
  });
}

/** Everything that the account's admin reads through the API, by operation; nothing of which it is noted that it was read. */
export async function viewOf(
  account: AccountUnderTest,
  operations: readonly Operation[],
  read: (operation: Operation, filled: Filled) => Promise<string>,
): Promise<Record<string, string>> {
  const view: Record<string, string> = {};
  for (const operation of operations) {
    const isNoted = /^\/api\/v1\/(audit-|events|exports\/.*\/content)/.test(operation.path);
    if (operation.isWriting || operation.isPublic || isNoted) continue;
    view[operation.name] = (await read(operation, await account.fill(operation))).replaceAll(restless, "");
  }
  return view;
}
