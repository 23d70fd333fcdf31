import type pg from "pg";
import type { Logger } from "pino";
import { generationOf, type MessageKeys } from "./message-seal.ts";

const rowsAtOnce = 2_000;

/**
 * A new key for the stored messages, without a stop: from now on it seals; what the old one sealed is sealed anew, page by
 * page; then the old one is destroyed. Interrupted, it goes on at the next rotation or start.
 */
export async function rotateMessageKey(pool: pg.Pool, keys: MessageKeys, log: Logger): Promise<void> {
  const generation = await keys.next();
  const count = await sealAnew(pool, keys, generation);
  await keys.destroyBefore(generation);
  log.info({ generation, messages: count }, "the key of the stored messages is a new one");
}

export async function sealAnew(pool: pg.Pool, keys: MessageKeys, generation: number): Promise<number> {
  let count = 0;
  for (let after = { device: "00000000-0000-0000-0000-000000000000", slot: -1 }; ; ) {
    const { rows } = await pool.query<{ device_id: string; slot: number; sequence: string; sealed: Buffer }>(
      `select device_id, slot, sequence, sealed from network.message
       where (device_id, slot) > ($1::uuid, $2::smallint) order by device_id, slot limit ${rowsAtOnce}`,
      [after.device, after.slot],
    );
    const old = rows.filter(({ sealed }) => generationOf(sealed) < generation);
    const anew = old.map(({ device_id, sequence, sealed }) =>
      keys.seal(device_id, Number(sequence), keys.open(device_id, Number(sequence), sealed)),
    );
    if (old.length > 0)
      // A message that was overwritten meanwhile has another sequence and is left as it is.
      await pool.query(
        `update network.message m set sealed = n.sealed
         from unnest($1::uuid[], $2::smallint[], $3::bigint[], $4::bytea[]) as n (id, slot, sequence, sealed)
         where m.device_id = n.id and m.slot = n.slot and m.sequence = n.sequence`,
        [old.map((row) => row.device_id), old.map((row) => row.slot), old.map((row) => row.sequence), anew],
      );
    count += old.length;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtOnce) return count;
    after = { device: last.device_id, slot: last.slot };
  }
}
