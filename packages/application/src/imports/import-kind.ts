import type { TSchema } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Kind, Records } from "../accounts/records.ts";
import type { ImportField } from "./fields.ts";
import type { LineReader } from "./line-reader.ts";

/** What an import needs to know of a kind of records. */
export interface ImportKind<K extends Kind = Kind, Input extends object = object> {
  name: ImportKindName;
  kind: K;
  fields: readonly ImportField[];
  /** Of what `put` takes. */
  schema: TSchema;
  /** Which record the line means: by its id, or by what people call it. Undefined: a new one. */
  find(change: AccountChange, line: LineReader): Records[K] | undefined;
  /** What the line wants: of what is not in it, what is there. May find problems. */
  read(change: AccountChange, line: LineReader, known: Records[K] | undefined): Input;
  inputOf(record: Records[K]): Input;
  put(change: AccountChange, id: string, input: Input, mayReachPrivate: boolean): Records[K];
  /** Null: what an import did of this kind can't be taken back. */
  remove: ((change: AccountChange, record: Records[K]) => void) | null;
  /** The record in words of the fields: an import of them changes nothing. */
  cells(account: Pick<AccountChange, "get">, record: Records[K]): Record<string, CellValue>;
  /** What a person calls it. */
  title(record: Records[K]): string;
  /** The field that a refusal's path means, e.g. `supplies[0].prices[1].price`; null: none. */
  fieldOf(path: string): string | null;
}
export type CellValue = string | number | boolean | null;

export const importKindNames = [
  "sites",
  "areas",
  "racks",
  "suppliers",
  "parts",
  "locations",
  "stock-counts",
] as const;
export type ImportKindName = (typeof importKindNames)[number];

/** What of a record can be sent, by its input's schema: the rest comes from elsewhere, e.g. stamps and pictures. */
export function inputBy<Input extends object>({ properties }: { properties: object }, record: object): Input {
  return Object.fromEntries(Object.entries(record).filter(([name]) => name in properties)) as Input;
}
