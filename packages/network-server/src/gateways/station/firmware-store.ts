import type { Sealer } from "@refill/vault";
import type pg from "pg";
import type { Firmware } from "./cups.ts";

/** The newest firmware of a model. */
export async function readFirmware(
  pool: pg.Pool,
  sealer: Sealer,
  model: string,
): Promise<Firmware | undefined> {
  const { rows } = await pool.query<{
    version: string;
    key_crc: string;
    signature: Buffer;
    sealed: Buffer;
  }>("select version, key_crc, signature, sealed from network.gateway_firmware where model = $1", [model]);
  const row = rows[0];
  if (!row) return undefined;
  const { content } = sealer.open("gateway-firmware", `${model}/${row.version}`, row.sealed) as {
    content: string;
  };
  return {
    model,
    version: row.version,
    keyCrc: Number(row.key_crc),
    signature: row.signature,
    content: Buffer.from(content, "base64"),
  };
}

/** Takes the place of the model's firmware before; stations ask for it within a day. */
export async function keepFirmware(
  database: { query(text: string, values: unknown[]): Promise<unknown> },
  sealer: Sealer,
  { model, version, keyCrc, signature, content }: Firmware,
): Promise<void> {
  await database.query(
    `insert into network.gateway_firmware (model, version, key_crc, signature, sealed) values ($1, $2, $3, $4, $5)
     on conflict (model) do update set version = excluded.version, key_crc = excluded.key_crc,
       signature = excluded.signature, sealed = excluded.sealed, created_at = now()`,
    [
      model,
      version,
      keyCrc,
      signature,
      sealer.seal("gateway-firmware", `${model}/${version}`, { content: content.toString("base64") }),
    ],
  );
}
