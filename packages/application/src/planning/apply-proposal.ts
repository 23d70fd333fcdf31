import { isDeepStrictEqual } from "node:util";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Proposal, StorageLocation } from "../accounts/records.ts";
import { putLocation } from "../inventory/location.ts";
import { notFound, Refusal } from "../refusal.ts";
import { parametersOf } from "./parameters.ts";

/**
 * Gives the location what was proposed, as if somebody had entered it. Refuses (409) what is decided already, and what was
 * proposed for parameters that are others now. `by`: as a person reads it.
 */
export function applyProposal(
  change: AccountChange,
  proposal: Proposal,
  by: string,
  isAutomatic: boolean,
): Proposal {
  const location = expectOpen(change, proposal);
  if (!isDeepStrictEqual(parametersOf(change, location), proposal.before))
    throw new Refusal(
      409,
      "proposal-outdated",
      `Policy or safety stock of ${location.name} were changed since this was proposed: look at the location, and dismiss the proposal or plan anew.`,
    );
  const { id, version: _version, createdAt: _createdAt, updatedAt: _updatedAt, ...input } = location;
  const { policy, safetyStock } = proposal.after;
  putLocation(change, id, { ...input, policy, safetyStock });
  return decide(change, location, proposal, { state: "applied", by, isAutomatic, note: "" });
}

/** It is not proposed again for half a year, unless it has become another one. `reason` may be empty. */
export function dismissProposal(
  change: AccountChange,
  proposal: Proposal,
  by: string,
  reason: string,
): Proposal {
  const location = expectOpen(change, proposal);
  return decide(change, location, proposal, { state: "dismissed", by, isAutomatic: false, note: reason });
}

function expectOpen(change: AccountChange, { state, locationId }: Proposal): StorageLocation {
  const location = change.get("location", locationId);
  if (!location) throw notFound("proposal");
  if (state !== "open")
    throw new Refusal(409, "proposal-decided", `The proposal for ${location.name} was ${state} already.`);
  return location;
}

function decide(
  change: AccountChange,
  location: StorageLocation,
  proposal: Proposal,
  decision: { state: "applied" | "dismissed"; by: string; isAutomatic: boolean; note: string },
): Proposal {
  const { state, by, isAutomatic, note } = decision;
  change.note({
    action: `proposal.${state}`,
    target: { kind: "proposal", id: proposal.id, name: location.name },
    detail: { reason: proposal.reason, outcome: proposal.outcome, isAutomatic, note },
  });
  return change.put("proposal", {
    ...proposal,
    state,
    decidedAt: change.at,
    decidedBy: by,
    isAutomatic,
    note,
  });
}
