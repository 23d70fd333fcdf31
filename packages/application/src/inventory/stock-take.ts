import { randomUUID } from "node:crypto";
import { capacityOf, correct, initialLevel, levelOf } from "@refill/replenishment";
import type { Sealer } from "@refill/vault";
import type { AccountChange } from "../accounts/account-change.ts";
import type { StockTakeRow, StorageLocation } from "../accounts/records.ts";
import { reorderIfNeeded } from "../orders/reorder.ts";
import { refuseFields } from "../refusal.ts";
import type { StockTakeInput } from "./location-schema.ts";

/** People counted: their count holds until the sensor sees a change. `by`: who, as a person reads it. */
export function takeStock(
  change: AccountChange,
  location: StorageLocation,
  { counted, reason = "count", note = "" }: StockTakeInput,
  by: string,
): StockTakeRow {
  const capacity = capacityOf(location.geometry);
  if (counted > capacity)
    refuseFields([{ field: "counted", message: `the location holds ${capacity} pieces at most` }]);
  const { at } = change;
  const level = change.get("level", location.id);
  const state = level?.state ?? initialLevel();
  const before = levelOf(state)?.onHand ?? null;
  change.put("level", {
    ...level,
    id: location.id,
    state: correct(state, location.geometry, counted, at),
    measuredAt: at,
    unknownSince: null,
    // Who finds what was known says nothing new: an order that was rejected at this stock stays so.
    heldAt: level?.heldAt === counted ? counted : null,
  });
  const row = {
    id: randomUUID(),
    locationId: location.id,
    at,
    content: { counted, before, reason, note, by },
  };
  change.stockTakes.push(row);
  change.note({
    action: "location.counted",
    target: { kind: "location", id: location.id, name: location.name },
    detail: { counted, before, reason, note },
  });
  reorderIfNeeded(change, location, at);
  return row;
}

/** As it is read from the database. */
export interface StockTakeRowRead {
  id: string;
  location_id: string;
  at: Date;
  sealed: Buffer;
}

export function openStockTake(
  sealer: Sealer,
  { id, location_id, at, sealed }: StockTakeRowRead,
): StockTakeRow {
  const { v: _version, ...content } = sealer.open("stock_take", id, sealed) as { v: number };
  return { id, locationId: location_id, at: at.getTime(), content: content as StockTakeRow["content"] };
}

export function stockTakeView({ id, locationId, at, content }: StockTakeRow) {
  return { id, locationId, at: new Date(at).toISOString(), ...content };
}
