/** So many of each kind are shown. */
export const mostFound = 6;

/**
 * Those that have every word of `search` (lower case), best first: whose name begins with it, then whose name has it, then all
 * others. Stops to look when there are enough of the best.
 */
export function rankOf<T extends { label: string; words: string }>(
  entries: readonly T[],
  search: string,
): T[] {
  const wanted = search.split(/\s+/).filter(Boolean);
  const ranks: [T[], T[], T[]] = [[], [], []];
  for (const entry of entries) {
    if (!wanted.every((word) => entry.words.includes(word))) continue;
    const name = entry.label.toLowerCase();
    const rank = name.startsWith(search) ? 0 : name.includes(search) ? 1 : 2;
    if (ranks[rank].length < mostFound) ranks[rank].push(entry);
    if (ranks[0].length === mostFound) break;
  }
  // What is listed without a search is short.
  return search === "" ? [...entries] : ranks.flat().slice(0, mostFound);
}
