import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Actor } from "../accounts/actor.ts";

/** Why somebody who is known was refused. */
export type RefusalReason =
  | "expired"
  | "revoked"
  | "source-address"
  | "role"
  | "visitor"
  | "key-purpose"
  | "session-needed"
  | "operators-only"
  | "suspended";

export interface RefusedAttempt {
  accountId: string;
  actor: Actor;
  target: { kind: "api-key" | "member" | "operator"; id: string; name: string };
  reason: RefusalReason;
  method: string;
  /** As the API describes it: no token of an address gets into the trail. */
  route: string;
}

interface Tally {
  latest: RefusedAttempt;
  /** ms since 1970: of the minute that is counted. */
  since: number;
  entries: number;
  /** Attempts that no entry tells of yet. */
  untold: number;
}

const entriesAMinute = 3;
const minuteMs = 60_000;
const mostTallies = 10_000;

/**
 * Refused attempts in the audit trail. For each key or member and reason a few entries a minute; further attempts are
 * counted, and the next entry says how many they were, so that nobody fills a trail by trying.
 */
export interface RefusedAttempts {
  /** Resolves when it is written or counted; a trail that can't be written now changes nobody's answer. */
  note(attempt: RefusedAttempt): Promise<void>;
  /** Entries for what was counted in minutes that are over; `all`: in the running ones, too. */
  flush(all?: boolean): Promise<void>;
}

export function openRefusedAttempts({ store, log }: { store: AccountStore; log: Logger }): RefusedAttempts {
  const tallies = new Map<string, Tally>();

  async function tell(tally: Tally): Promise<void> {
    const { accountId, actor, target, reason, method, route } = tally.latest;
    const attempts = tally.untold;
    tally.untold = 0;
    try {
      await store.change(accountId, actor, (change) =>
        change.note({ action: "access.refused", target, detail: { reason, attempts, method, route } }),
      );
    } catch (error) {
      tally.untold += attempts;
      log.warn({ accountId, reason: (error as Error).message }, "a refused attempt was not audited yet");
    }
  }

  return {
    async note(attempt) {
      const key = `${attempt.accountId}/${attempt.target.id}/${attempt.reason}`;
      const now = Date.now();
      let tally = tallies.get(key);
      if (!tally) {
        if (tallies.size >= mostTallies) tallies.delete(tallies.keys().next().value!);
        tally = { latest: attempt, since: now, entries: 0, untold: 0 };
        tallies.set(key, tally);
      }
      if (now - tally.since >= minuteMs) Object.assign(tally, { since: now, entries: 0 });
      tally.latest = attempt;
      tally.untold += 1;
      if (tally.entries >= entriesAMinute) return;
      tally.entries += 1;
      await tell(tally);
    },
    async flush(all = false) {
      const before = Date.now() - minuteMs;
      for (const [key, tally] of [...tallies]) {
        if (!all && tally.since > before) continue;
        if (tally.untold > 0) await tell(tally);
        if (tally.untold === 0) tallies.delete(key);
      }
    },
  };
}
