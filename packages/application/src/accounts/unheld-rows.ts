import type { AccountTransaction } from "@refill/database";
import type { AccountChange } from "./account-change.ts";
import { unnest } from "./unnest.ts";

/** Writes what a change adds to tables that no working set holds: they are read from the database when somebody asks. */
export async function writeUnheld(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  await writeStockTakes(transaction, change);
  await writePictures(transaction, change);
  await writePhotos(transaction, change);
  await writeFloorPlans(transaction, change);
  await writeImportedUse(transaction, change);
  await writeImportChunks(transaction, change);
  await writeMails(transaction, change);
  await writeWebhookEvents(transaction, change);
}

async function writeStockTakes(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  if (change.stockTakes.length === 0) return;
  const rows = change.stockTakes.map(({ id, locationId, at, content }) => [
    id,
    locationId,
    new Date(at).toISOString(),
    change.base.sealer.seal("stock_take", id, { v: 1, ...content }),
  ]);
  const values: unknown[] = [];
  const from = unnest(["uuid", "uuid", "timestamptz", "bytea"], rows, values);
  await transaction.query(
    `insert into stock_take (id, location_id, at, sealed) select * from ${from}`,
    values,
  );
}

async function writePictures(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  for (const { partId, picture } of change.pictures)
    if (picture)
      await transaction.query(
        `insert into part_picture (part_id, sealed) values ($1, $2)
         on conflict (part_id) do update set sealed = excluded.sealed`,
        [partId, change.base.sealer.seal("part_picture", partId, { v: 1, ...picture })],
      );
    else await transaction.query("delete from part_picture where part_id = $1", [partId]);
}

async function writePhotos(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  for (const { id, locationId, at, picture } of change.photos)
    if (picture)
      await transaction.query(
        "insert into location_photo (id, location_id, at, sealed) values ($1, $2, $3, $4)",
        [
          id,
          locationId,
          new Date(at).toISOString(),
          change.base.sealer.seal("location_photo", id, { v: 1, ...picture }),
        ],
      );
    else await transaction.query("delete from location_photo where id = $1", [id]);
}

async function writeFloorPlans(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  for (const { siteId, picture } of change.floorPlans)
    if (picture)
      await transaction.query(
        `insert into floor_plan (site_id, sealed) values ($1, $2)
         on conflict (site_id) do update set sealed = excluded.sealed`,
        [siteId, change.base.sealer.seal("floor_plan", siteId, { v: 1, ...picture })],
      );
    else await transaction.query("delete from floor_plan where site_id = $1", [siteId]);
}

async function writeImportedUse(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  const forgotten = change.importedUse.filter(({ use }) => use === null).map(({ locationId }) => locationId);
  if (forgotten.length > 0)
    await transaction.query("delete from consumption_history where location_id = any($1::uuid[])", [
      forgotten,
    ]);
  const rows = change.importedUse.flatMap(({ locationId, use }) => {
    if (use === null) return [];
    const content = { v: 1, first: use.firstDay, use: use.use };
    const at = new Date(change.at).toISOString();
    return [[locationId, at, change.base.sealer.seal("consumption_history", locationId, content)]];
  });
  if (rows.length === 0) return;
  const values: unknown[] = [];
  const from = unnest(["uuid", "timestamptz", "bytea"], rows, values);
  await transaction.query(
    `insert into consumption_history (location_id, imported_at, sealed) select * from ${from}
     on conflict (location_id) do update set imported_at = excluded.imported_at, sealed = excluded.sealed`,
    values,
  );
}

async function writeImportChunks(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  const rows = change.importChunks.map(({ importId, sequence, lines }) => [
    importId,
    sequence,
    change.base.sealer.seal("data_import_chunk", `${importId}/${sequence}`, { v: 1, lines }),
  ]);
  if (rows.length === 0) return;
  const values: unknown[] = [];
  const from = unnest(["uuid", "integer", "bytea"], rows, values);
  await transaction.query(
    `insert into data_import_chunk (import_id, sequence, sealed) select * from ${from}
     on conflict (import_id, sequence) do update set sealed = excluded.sealed`,
    values,
  );
}

async function writeMails(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  for (const { id, ...content } of change.mailbox)
    await transaction.query(
      "insert into mailbox_message (id, created_at, sealed) values ($1, $2, $3) on conflict (id) do nothing",
      [
        id,
        new Date(content.at).toISOString(),
        change.base.sealer.seal("mailbox_message", id, { v: 1, ...content }),
      ],
    );
}

async function writeWebhookEvents(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  if (change.webhookEvents.length === 0) return;
  const rows = change.webhookEvents.map(({ id, type, at, data }) => [
    id,
    new Date(at).toISOString(),
    change.base.sealer.seal("webhook_event", id, { v: 1, type, data }),
  ]);
  const values: unknown[] = [];
  const from = unnest(["uuid", "timestamptz", "bytea"], rows, values);
  await transaction.query(`insert into webhook_event (id, at, sealed) select * from ${from}`, values);
  await writeDeliveries(transaction, change);
}

async function writeDeliveries(transaction: AccountTransaction, change: AccountChange): Promise<void> {
  const rows = change.webhookEvents.flatMap(({ id: eventId, at, deliveries }) =>
    deliveries.map(({ id, webhookId, content }) => [
      id,
      webhookId,
      eventId,
      "waiting",
      new Date(at).toISOString(),
      change.base.sealer.seal("webhook_delivery", id, content),
    ]),
  );
  const values: unknown[] = [];
  const from = unnest(["uuid", "uuid", "uuid", "text", "timestamptz", "bytea"], rows, values);
  await transaction.query(
    `insert into webhook_delivery (id, webhook_id, event_id, state, created_at, updated_at, sealed)
     select id, webhook_id, event_id, state, at, at, sealed
     from ${from} as new (id, webhook_id, event_id, state, at, sealed)`,
    values,
  );
}
