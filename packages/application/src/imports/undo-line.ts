import type { AccountChange } from "../accounts/account-change.ts";
import type { ImportLine } from "../accounts/records.ts";
import { Refusal } from "../refusal.ts";
import type { ImportKind } from "./import-kind.ts";

/** Takes back what an import did by this line, unless its record was changed since or is in use now. */
export async function undoLine(
  change: AccountChange,
  kind: ImportKind,
  line: ImportLine,
  mayReachPrivate: boolean,
): Promise<ImportLine> {
  const { applied, recordId } = line;
  if (!applied || recordId === null) return line;
  const record = change.get(kind.kind, recordId);
  if (!record) return { ...line, applied: null, undoProblem: "was removed since" };
  if ((record as { version: number }).version !== applied.version)
    return { ...line, undoProblem: "was changed since: correct it by hand" };
  try {
    await change.attempt(() => {
      if (applied.before) kind.put(change, recordId, applied.before, mayReachPrivate);
      else kind.remove?.(change, record);
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { ...line, undoProblem: error.message };
  }
  return { ...line, applied: null, undoProblem: null };
}
