import { type Login, passwordSince, type RegionDatabase, rotatePassword } from "@refill/database";
import type { KeyVault } from "@refill/vault";
import type { Logger } from "pino";
import type { ControlPlane } from "./control-plane.ts";

const lookEveryMs = 10 * 60_000;
const firstLookMs = 60_000;
const dayMs = 24 * 60 * 60_000;

/** What has to be done from time to time, with the owner's rights: passwords that are old, anchors of the audit trails. */
export function startUpkeep(options: {
  databases: readonly { database: RegionDatabase; isEmbedded: boolean }[];
  controlPlane: ControlPlane;
  vault: KeyVault;
  passwordDays: number;
  log: Logger;
}): { stop(): Promise<void> } {
  const { databases, controlPlane, vault, log } = options;
  let running: Promise<void> = Promise.resolve();
  const lookAgain = () => {
    running = running.then(look);
  };
  const timers = [setTimeout(lookAgain, firstLookMs), setInterval(lookAgain, lookEveryMs)];
  for (const timer of timers) timer.unref();

  async function look(): Promise<void> {
    for (const { database, isEmbedded } of databases) {
      const { region } = database;
      try {
        for (const login of loginsOf(isEmbedded)) {
          const since = await passwordSince(vault, region, login);
          if (since && Date.now() - since.getTime() < options.passwordDays * dayMs) continue;
          await rotatePassword(database, login, vault);
          log.info({ region, login }, "a password of Postgres was changed on schedule");
        }
        await controlPlane.anchorTrails(region);
      } catch (error) {
        log.warn({ region, reason: (error as Error).message }, "upkeep did not succeed; tried again");
      }
    }
  }

  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}

/** The logins whose passwords Refill made. */
export function loginsOf(isEmbedded: boolean): (Login | "postgres")[] {
  return isEmbedded
    ? ["refill_application", "refill_network", "refill_owner", "postgres"]
    : ["refill_application", "refill_network"];
}
