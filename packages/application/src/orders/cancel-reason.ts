import type { CancelReason } from "../accounts/records.ts";
import { refuseFields } from "../refusal.ts";

const words: Readonly<Record<CancelReason, string>> = {
  "not-needed": "not needed any more",
  "ordered-elsewhere": "ordered elsewhere",
  "wrong-quantity": "wrong quantity",
  "wrong-supplier": "wrong supplier",
  "too-expensive": "too expensive",
  "takes-too-long": "takes too long",
  "supplier-cannot-deliver": "the supplier can't deliver",
  "part-discontinued": "the part is discontinued",
  "ordered-twice": "ordered twice",
  other: "another reason",
};

export interface Decided {
  reason: CancelReason;
  note?: string;
}

/** Why somebody decided against an order, in words. Refuses (422) another reason that is not said. */
export function reasonInWords({ reason, note = "" }: Decided): string {
  const said = note.trim();
  if (reason !== "other") return said ? `${words[reason]}: ${said}` : words[reason];
  if (!said) refuseFields([{ field: "note", message: "say which reason it is" }]);
  return said;
}
