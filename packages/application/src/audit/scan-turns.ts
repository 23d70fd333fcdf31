import { Refusal } from "../refusal.ts";

const mostWaiting = 10;

/**
 * Scans of one account's trail run one after the other, since each opens thousands of sealed entries: so no customer takes
 * the process from the others. Throws a 429 refusal when too many wait already.
 */
export function scanTurns(): <T>(accountId: string, scan: () => Promise<T>) => Promise<T> {
  const turns = new Map<string, { last: Promise<unknown>; waiting: number }>();
  return async (accountId, scan) => {
    const turn = turns.get(accountId) ?? { last: Promise.resolve(), waiting: 0 };
    if (turn.waiting >= mostWaiting)
      throw new Refusal(
        429,
        "too-many-requests",
        "Too many searches of the audit trail wait already. Try again in some seconds, or export the trail.",
      );
    turns.set(accountId, turn);
    turn.waiting += 1;
    const own = turn.last.then(scan, scan);
    turn.last = own.catch(() => {});
    try {
      return await own;
    } finally {
      turn.waiting -= 1;
      if (turn.waiting === 0) turns.delete(accountId);
    }
  };
}
