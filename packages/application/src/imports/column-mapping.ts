import { type FieldProblem, refuseFields } from "../refusal.ts";
import { headerKey, type ImportField } from "./fields.ts";

/** What each column holds, in the file's order; null: it is left out. */
export type ColumnMapping = readonly (string | null)[];

/** By the columns' names: labels in either language, the API's names, and what other programs call it. */
export function mappingOf(columns: readonly string[], fields: readonly ImportField[]): ColumnMapping {
  const byKey = new Map<string, string>();
  for (const { name, label, also } of fields)
    for (const word of [name, label.en, label.de, ...also]) {
      const key = headerKey(word);
      // A word of two fields means the first of them.
      if (key !== "" && !byKey.has(key)) byKey.set(key, name);
    }
  const taken = new Set<string>();
  return columns.map((column) => {
    const name = byKey.get(headerKey(column));
    if (name === undefined || taken.has(name)) return null;
    taken.add(name);
    return name;
  });
}

/** Throws a 422 refusal for a mapping that a person sent and that does not fit the file. `names`: an empty one leaves out. */
export function checkedMapping(
  names: readonly (string | null)[],
  columns: readonly string[],
  fields: readonly ImportField[],
): ColumnMapping {
  if (names.length !== columns.length)
    refuseFields([
      { field: "mapping", message: `must say of each of the ${columns.length} columns what it holds` },
    ]);
  const problems: FieldProblem[] = [];
  const mapping = names.map((name) => (name === "" ? null : name));
  for (const [index, name] of mapping.entries()) {
    if (name === null) continue;
    const at = `mapping[${index}]`;
    if (!fields.some((each) => each.name === name))
      problems.push({ field: at, message: `there is no field ${JSON.stringify(name.slice(0, 60))}` });
    else if (mapping.indexOf(name) < index)
      problems.push({ field: at, message: `column ${mapping.indexOf(name) + 1} holds ${name} already` });
  }
  refuseFields(problems);
  return mapping;
}
