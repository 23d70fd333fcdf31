import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { openStorageUse, type StorageUse } from "../accounts/storage-use.ts";
import { openRefusedAttempts, type RefusedAttempts } from "../audit/refused-attempts.ts";
import { openUses, type Uses } from "../members/uses.ts";
import { defaultLimits, type RequestLimits } from "./limits.ts";
import { type OpenAnswers, openOpenAnswers } from "./open-answers.ts";
import { RequestRates } from "./request-rates.ts";

const writeEveryMs = 60_000;
const measureEveryMs = 5 * 60_000;

/** What this process knows of those who use the API: their rates, last uses, refused attempts, the accounts' sizes. */
export interface Access {
  limits: RequestLimits;
  rates: RequestRates;
  uses: Uses;
  refusedAttempts: RefusedAttempts;
  openAnswers: OpenAnswers;
  storage: StorageUse;
  /** Writes what is not written yet; before the store is closed. */
  stop(): Promise<void>;
}

export function openAccess(options: {
  store: AccountStore;
  log: Logger;
  limits?: Partial<RequestLimits> | undefined;
}): Access {
  const { store, log } = options;
  const rates = new RequestRates();
  const uses = openUses({ store, log });
  const refusedAttempts = openRefusedAttempts({ store, log });
  const openAnswers = openOpenAnswers(store, uses);
  const storage = openStorageUse({ store, log });
  store.beforeCommit((change) => storage.check(change));

  let running: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    running = running.then(work, work);
  };
  const timers = [
    setInterval(() => {
      rates.tidy();
      inTurn(() => uses.flush());
      inTurn(() => refusedAttempts.flush());
    }, writeEveryMs),
    setInterval(() => inTurn(() => storage.measureHeld()), measureEveryMs),
  ];
  for (const timer of timers) timer.unref();

  return {
    limits: { ...defaultLimits, ...options.limits },
    rates,
    uses,
    refusedAttempts,
    openAnswers,
    storage,
    async stop() {
      for (const timer of timers) clearInterval(timer);
      openAnswers.stop();
      await running.catch(() => {});
      await uses.flush();
      await refusedAttempts.flush(true);
    },
  };
}
