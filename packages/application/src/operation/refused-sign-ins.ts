import type { AccountStore } from "../accounts/account-store.ts";

const hourMs = 60 * 60 * 1000;
const hours = 24;

/** How many attempts to get in were refused of late, by customer; in memory, of this process. */
export interface RefusedSignIns {
  /** In the last 24 hours. */
  of(accountId: string, now?: number): number;
}

/** What stands in a customer's audit trail as an attempt that was refused. */
const actions = new Set(["sign-in.refused", "access.refused", "second-factor.refused"]);

export function watchRefusedSignIns(store: AccountStore): RefusedSignIns {
  const byAccount = new Map<string, Map<number, number>>();
  store.onCommitted(({ accountId }, { notes }) => {
    const attempts = notes
      .filter(({ action }) => actions.has(action))
      // A refused key tells how often; of wrong codes each has an entry of its own.
      .reduce(
        (sum, { action, detail }) => sum + (action === "access.refused" ? Number(detail?.attempts ?? 1) : 1),
        0,
      );
    if (attempts === 0) return;
    const hour = Math.floor(Date.now() / hourMs);
    const own = byAccount.get(accountId) ?? new Map<number, number>();
    byAccount.set(accountId, own);
    own.set(hour, (own.get(hour) ?? 0) + attempts);
    for (const old of own.keys()) if (old <= hour - hours) own.delete(old);
  });
  return {
    of(accountId, now = Date.now()) {
      const since = Math.floor(now / hourMs) - hours;
      let sum = 0;
      for (const [hour, attempts] of byAccount.get(accountId) ?? []) if (hour > since) sum += attempts;
      return sum;
    },
  };
}
