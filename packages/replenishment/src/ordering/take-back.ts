/** Steps that were a mistake are taken back, as long as nothing has been built on them. */
import {
  type LifecycleOrder,
  type OrderRecord,
  type UndoableKind,
  undoableKinds,
} from "./order-lifecycle.ts";

/** `not-last`: something else has happened since. `seen`: the sensor has seen pieces arrive since. */
export type UndoRefusal = "not-last" | "seen";

/** The step that can be taken back: the last one, when nothing has arrived since; null: none. */
export function undoableStep(order: LifecycleOrder, records: readonly OrderRecord[]): UndoableKind | null {
  const kind = undoableKinds.find((each) => each === records.at(-1)?.kind);
  if (!kind) return null;
  return "refused" in takeBack(order, records, { kind, at: 0, cause: "" }) ? null : kind;
}

/**
 * The order as it was before its last step, which has to be of the kind, and the record to keep of it. `records`: all that
 * the order has gone through, without notes that change nothing of it.
 */
export function takeBack<O extends LifecycleOrder>(
  order: O,
  records: readonly OrderRecord[],
  { kind, at, cause }: { kind: UndoableKind; at: number; cause: string },
): { order: O; record: OrderRecord } | { refused: UndoRefusal } {
  const last = records.at(-1);
  if (!last?.before || last.kind !== kind) return { refused: "not-last" };
  if (order.piecesSeen !== last.before.piecesSeen || order.state !== last.state) return { refused: "seen" };
  const next: O = { ...order, ...last.before };
  return { order: next, record: { at, state: next.state, cause, kind: "undo" } };
}
