const kinds = ["sites", "areas", "racks", "suppliers", "parts", "locations", "stock-counts"] as const;
const outcomes = ["new", "changed", "same", "error", "not-undone"] as const;

/** What to bring in, in the address of the page of imports. */
export function importsSearchOf(search: Record<string, unknown>): { kind?: (typeof kinds)[number] } {
  const kind = kinds.find((each) => each === search.kind);
  return kind ? { kind } : {};
}

/** Which lines are shown, in the address of one import. */
export function importSearchOf(search: Record<string, unknown>): { outcome?: (typeof outcomes)[number] } {
  const outcome = outcomes.find((each) => each === search.outcome);
  return outcome ? { outcome } : {};
}
