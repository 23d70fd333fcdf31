import type { AccountTransaction } from "@refill/database";
import type { Sealer } from "@refill/vault";
import type { ImportChunkRow, ImportLine } from "../accounts/records.ts";
import { linesInAChunk } from "./import-progress.ts";

/** An import's lines lie outside of the programs' memory, some in a row. */

const chunkId = (importId: string, sequence: number) => `${importId}/${sequence}`;

export function chunksOf(importId: string, lines: readonly ImportLine[]): ImportChunkRow[] {
  const chunks: ImportChunkRow[] = [];
  for (let first = 0; first < lines.length; first += linesInAChunk)
    chunks.push({
      importId,
      sequence: first / linesInAChunk,
      lines: lines.slice(first, first + linesInAChunk),
    });
  return chunks;
}

type Transaction = Pick<AccountTransaction, "query">;

/** Undefined: there is none. */
export async function readChunk(
  tx: Transaction,
  sealer: Sealer,
  importId: string,
  sequence: number,
): Promise<ImportLine[] | undefined> {
  const { rows } = await tx.query<{ sealed: Buffer }>(
    "select sealed from data_import_chunk where import_id = $1 and sequence = $2",
    [importId, sequence],
  );
  return rows[0] && open(sealer, importId, sequence, rows[0].sealed);
}

/** All lines of an import, chunk by chunk, as they are at one moment. */
export async function readAllLines(tx: Transaction, sealer: Sealer, importId: string): Promise<ImportLine[]> {
  const { rows } = await tx.query<{ sequence: number; sealed: Buffer }>(
    "select sequence, sealed from data_import_chunk where import_id = $1 order by sequence",
    [importId],
  );
  return rows.flatMap(({ sequence, sealed }) => open(sealer, importId, sequence, sealed));
}

function open(sealer: Sealer, importId: string, sequence: number, sealed: Buffer): ImportLine[] {
  const content = sealer.open("data_import_chunk", chunkId(importId, sequence), sealed);
  return (content as { lines: ImportLine[] }).lines;
}
