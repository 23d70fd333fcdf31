import type { ServerResponse } from "node:http";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Uses } from "../members/uses.ts";
import { Refusal } from "../refusal.ts";
import { isStillAdmitted, type Principal } from "./authentication.ts";

const lookEveryMs = 2_000;

/**
 * Answers that go on (live events, exports) end when whom they go to is not admitted any more: at once when this process
 * revokes the key, ends the session or removes the member, and within seconds when another one does.
 */
export interface OpenAnswers {
  watch(response: ServerResponse, principal: Principal): void;
  stop(): void;
}

export function openOpenAnswers(store: AccountStore, uses: Uses): OpenAnswers {
  const byAccount = new Map<string, Map<ServerResponse, Principal>>();

  const stopListening = store.onCommitted((set, { overlay }) => {
    const { apiKey, session, member, operatorAccess } = overlay;
    if (apiKey.size + session.size + member.size + operatorAccess.size > 0) end(set.accountId, set);
  });
  const timer = setInterval(() => void look(), lookEveryMs);
  timer.unref();

  function end(accountId: string, set: Parameters<typeof isStillAdmitted>[0]): void {
    // Whoever ends the own session still gets its answer.
    for (const [response, principal] of byAccount.get(accountId) ?? [])
      if (response.headersSent && !isStillAdmitted(set, principal, uses)) response.destroy();
  }

  async function look(): Promise<void> {
    for (const [accountId, answers] of byAccount) {
      if (![...answers.keys()].some(({ headersSent }) => headersSent)) continue;
      try {
        end(accountId, await store.read(accountId));
      } catch (error) {
        // The customer is gone; or the database or the key vault is away, and the next look comes in two seconds.
        if (error instanceof Refusal && error.status === 404)
          for (const response of answers.keys()) response.destroy();
      }
    }
  }

  return {
    watch(response, principal) {
      // Gone while it was admitted: its end is told no more.
      if (response.destroyed) return;
      const { accountId } = principal;
      const answers = byAccount.get(accountId) ?? new Map<ServerResponse, Principal>();
      byAccount.set(accountId, answers);
      answers.set(response, principal);
      response.once("close", () => {
        answers.delete(response);
        if (answers.size === 0 && byAccount.get(accountId) === answers) byAccount.delete(accountId);
      });
    },
    stop() {
      stopListening();
      clearInterval(timer);
    },
  };
}
