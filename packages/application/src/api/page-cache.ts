import type { WorkingSet } from "../accounts/working-set.ts";

export interface CachedPage {
  body: Buffer;
  etag: string;
}
interface Pages {
  revision: number;
  /** ms. */
  since: number;
  bytes: number;
  byAddress: Map<string, CachedPage>;
}

/** A sensor falls silent by time alone, so no page is older. */
const freshForMs = 1_000;
const mostBytes = 4 * 2 ** 20;
const pagesOf = new WeakMap<WorkingSet, Pages>();

/** The answer to an address, while nothing was committed since; otherwise it is made, and kept for who asks next. */
export async function cachedPage(
  set: WorkingSet,
  address: string,
  now: number,
  make: () => Promise<CachedPage>,
): Promise<CachedPage> {
  const known = pagesOf.get(set);
  const isCurrent = known?.revision === set.revision && now - known.since < freshForMs;
  const pages: Pages = isCurrent
    ? known
    : { revision: set.revision, since: now, bytes: 0, byAddress: new Map() };
  if (!isCurrent) pagesOf.set(set, pages);
  const before = pages.byAddress.get(address);
  if (before) return before;
  const page = await make();
  // Committed while it was made: it may be of before.
  if (pages.revision !== set.revision || pages.bytes + page.body.length > mostBytes) return page;
  pages.byAddress.set(address, page);
  pages.bytes += page.body.length;
  return page;
}
