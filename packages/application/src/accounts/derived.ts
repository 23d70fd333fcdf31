import type { Kind } from "./records.ts";
import type { WorkingSet } from "./working-set.ts";

interface Derived {
  changes: number;
  value: unknown;
}

const known = new WeakMap<WorkingSet, Map<string, Derived>>();

/** What `make` makes of all records of a kind, kept by `name` until one of them is set or removed. */
export function derived<T>(set: WorkingSet, kind: Kind, name: string, make: () => T): T {
  let ofSet = known.get(set);
  if (!ofSet) {
    ofSet = new Map();
    known.set(set, ofSet);
  }
  const key = `${kind} ${name}`;
  const changes = set.changesOf(kind);
  const before = ofSet.get(key);
  if (before?.changes === changes) return before.value as T;
  const value = make();
  ofSet.set(key, { changes, value });
  return value;
}
