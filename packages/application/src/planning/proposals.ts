import { randomUUID } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import { DAY_MS, type EarlierProposal, type Plan, proposal as proposalOf } from "@refill/replenishment";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Actor } from "../accounts/actor.ts";
import type { Proposal, StorageLocation } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import { Refusal } from "../refusal.ts";
import { applyProposal } from "./apply-proposal.ts";
import { parametersOf } from "./parameters.ts";
import type { ProposalCounts } from "./runs.ts";

/** What planning does by itself, within the customer's limits. */
export const planningActor: Actor = { kind: "system", id: null, name: "Planning", address: null };

/** Of a location; the audit trail has all. */
const mostKept = 5;

const whyNone = {
  "no-plan": "There is no plan for the location any more.",
  "little-history": "Too little of the location's use is known.",
  uncertain: "The lead time is not known well enough.",
  "no-better": "The present parameters are as good.",
  "small-change": "The change has become too small.",
  "small-effect": "It would bring too little.",
  dismissed: "The same was dismissed.",
} as const;

/**
 * Brings the proposals in line with these plans: makes new ones, withdraws those that are not worth it any more, and
 * applies what the customer allows. The same plans again change nothing.
 */
export async function settleProposals(
  change: AccountChange,
  plans: readonly Plan[],
): Promise<ProposalCounts> {
  const counts: ProposalCounts = { created: 0, kept: 0, withdrawn: 0, applied: 0 };
  const { currency, planning } = settingsOf(change.base);
  const wanted = new Set(plans.map(({ id }) => id));
  const byLocation = new Map<string, Proposal[]>();
  for (const each of change.all("proposal")) {
    if (!wanted.has(each.locationId)) continue;
    const own = byLocation.get(each.locationId);
    if (own) own.push(each);
    else byLocation.set(each.locationId, [each]);
  }
  for (const plan of plans) {
    const location = change.get("location", plan.id);
    if (location) await settle(location, plan, byLocation.get(plan.id) ?? []);
  }
  return counts;

  async function settle(location: StorageLocation, plan: Plan, all: Proposal[]): Promise<void> {
    const own = all.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
    const present = parametersOf(change, location);
    // Changed since the plan was made: the next one knows.
    if (plan.present && !isDeepStrictEqual(plan.present.policy, present?.policy)) return;
    let open = own.find(({ state }) => state === "open");
    if (open && !isDeepStrictEqual(open.before, present)) {
      withdraw(open, "The location's parameters were changed.");
      open = undefined;
    }
    const earlier = own.findLast(
      ({ id, state }) => state !== "withdrawn" && (state !== "open" || id === open?.id),
    );
    const decision = proposalOf(
      plan,
      earlier ? earlierOf(earlier, change.at) : null,
      planning.automatic,
      currency,
    );
    if ("keep" in decision) {
      counts.kept += 1;
      // The limits may have changed since it was made.
      const { needsPerson } = decision;
      if (!open || open.needsPerson === needsPerson) return;
      open = change.put("proposal", { ...open, needsPerson });
      if (needsPerson === null) await applyBySelf(open);
      return;
    }
    if ("none" in decision) {
      if (open) withdraw(open, whyNone[decision.none]);
      return;
    }
    if (open) withdraw(open, "It was replaced by a newer one.");
    for (const { id } of own.slice(0, Math.max(0, own.length + 1 - mostKept))) change.remove("proposal", id);
    const made = change.put("proposal", {
      id: randomUUID(),
      ...decision.propose,
      state: "open",
      createdAt: change.at,
      decidedAt: null,
      decidedBy: null,
      isAutomatic: false,
      note: "",
    });
    counts.created += 1;
    if (made.needsPerson === null) await applyBySelf(made);
  }

  function withdraw(proposal: Proposal, note: string): void {
    change.put("proposal", {
      ...proposal,
      state: "withdrawn",
      decidedAt: change.at,
      decidedBy: planningActor.name,
      note,
    });
    counts.withdrawn += 1;
  }

  /** What is refused stays for a person, who is told why. */
  async function applyBySelf(made: Proposal): Promise<void> {
    try {
      await change.attempt(() => applyProposal(change, made, planningActor.name, true));
      counts.applied += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      change.put("proposal", { ...made, needsPerson: error.message });
    }
  }
}

function earlierOf({ after, state, createdAt, decidedAt }: Proposal, now: number): EarlierProposal {
  return {
    after: after.policy,
    state: state as EarlierProposal["state"],
    daysAgo: (now - (decidedAt ?? createdAt)) / DAY_MS,
  };
}
