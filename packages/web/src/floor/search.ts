/** What a floor's address holds beside its site: what is looked for, which rack is open, and how all is shown. */
export interface FloorSearch {
  /** Looked for among locations, parts and devices. */
  q?: string;
  /** The rack whose front is open. */
  rack?: string;
  /** Left out: the map. */
  view?: "racks";
  /** Left out: what lies there. */
  layer?: "signal";
}

export function floorSearchOf(given: Record<string, unknown>): FloorSearch {
  const { q, rack, view, layer } = given;
  return {
    ...(typeof q === "string" || typeof q === "number" ? { q: String(q) } : {}),
    ...(typeof rack === "string" ? { rack } : {}),
    ...(view === "racks" ? { view } : {}),
    ...(layer === "signal" ? { layer } : {}),
  };
}
