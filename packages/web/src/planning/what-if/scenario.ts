import type { Comparison, Simulation, SimulationInput, SupplyCalendar } from "@refill/replenishment";
import type { Policy } from "../../api/client.ts";
import type { Engine } from "../../engine.ts";
import { said, t } from "../../language/language.ts";

/** What is replayed, as it is typed; NaN: nothing is typed yet. */
export interface Scenario {
  conditions: Conditions;
  present: Parameters;
  proposed: Parameters;
}
export interface Parameters {
  policy: Policy | null;
  safetyStock: number;
}
export interface Conditions {
  leadTimeDays: number;
  /** Standard deviation, days. */
  leadTimeDeviation: number;
  packSize: number;
  minimumOrderQuantity: number;
  orderMultiple: number;
  capacity: number;
  unitPrice: number | null;
  /** Per cent of the value, a year. */
  holdingPercent: number;
  orderCost: number;
  unmet: "backordered" | "lost";
  /** Whether orders wait for the days on which the supplier takes them. */
  usesCalendar: boolean;
}

/** Demand by day, oldest first; NaN: not known. */
export interface DemandToReplay {
  /** Days since 1 January 1970. */
  firstDay: number;
  values: ArrayLike<number>;
}

export interface Replay {
  present: Simulation | null;
  proposed: Simulation | null;
  difference: Comparison["difference"] | null;
}

/** What is wrong with what is typed, by field: `present.policy.minimum`, `conditions.capacity`. */
export type ScenarioProblems = Readonly<Record<string, string>>;

export function problemsOf(engine: Engine, { conditions, present, proposed }: Scenario): ScenarioProblems {
  const problems: Record<string, string> = {};
  const missing = t("is missing");
  for (const [field, value] of Object.entries(conditions))
    if (Number.isNaN(value)) problems[`conditions.${field}`] = missing;
  if (conditions.leadTimeDays > engine.MOST_LEAD_TIME_DAYS)
    problems["conditions.leadTimeDays"] = t("must be at most {most} days", {
      most: engine.MOST_LEAD_TIME_DAYS,
    });
  if (!(conditions.capacity >= 1)) problems["conditions.capacity"] ??= t("must be at least 1 piece");
  else
    for (const { field, message } of engine.validateSupply(supplyOf(conditions), conditions.capacity))
      problems[`conditions.${field}`] ??= said(message);
  for (const [name, { policy, safetyStock }] of Object.entries({ present, proposed })) {
    if (Number.isNaN(safetyStock)) problems[`${name}.safetyStock`] = missing;
    if (!policy) continue;
    const untyped = Object.entries(policy).filter(([, value]) => Number.isNaN(value));
    for (const [field] of untyped) problems[`${name}.policy.${field}`] = missing;
    if (untyped.length > 0 || !(conditions.capacity >= 1)) continue;
    for (const { field, message } of engine.validatePolicy(
      policy as never,
      conditions.capacity,
      safetyStock || 0,
    ))
      problems[field === "safetyStock" ? `${name}.safetyStock` : `${name}.policy.${field}`] ??= said(message);
  }
  if (!proposed.policy) problems["proposed.policy.kind"] = t("choose one");
  return problems;
}

/** Replays the demand against both policies; of a policy with a problem nothing. */
export function replay(
  engine: Engine,
  demand: DemandToReplay,
  scenario: Scenario,
  calendar: SupplyCalendar | null,
): Replay {
  const none: Replay = { present: null, proposed: null, difference: null };
  const problems = Object.keys(problemsOf(engine, scenario));
  const isSound = (part: string) => !problems.some((field) => field.startsWith(`${part}.`));
  if (!isSound("conditions") || demand.values.length === 0) return none;
  const input = inputOf(demand, scenario.conditions, calendar);
  const ofPolicy = (part: "present" | "proposed") => {
    const { policy, safetyStock } = scenario[part];
    return policy && isSound(part) ? { policy: policy as never, safetyStock } : null;
  };
  const [present, proposed] = [ofPolicy("present"), ofPolicy("proposed")];
  if (present && proposed) return engine.compare(input, present, proposed);
  return {
    ...none,
    present: present && engine.simulate(input, present),
    proposed: proposed && engine.simulate(input, proposed),
  };
}

/** What planning recommends for this demand under these conditions; null: nothing can be. */
export function recommendationFor(
  engine: Engine,
  demand: DemandToReplay,
  { conditions, proposed, present }: Scenario,
  service: { measure: "fill-rate" | "cycle"; level: number },
): Parameters | null {
  const { recommended } = engine.planLocation({
    id: "what-if",
    history: engine.seriesOfValues(demand.values, 1, demand.firstDay),
    leadTime: leadTimeOf(conditions),
    reviewDays: 0,
    unitPrice: conditions.unitPrice,
    holdingRate: conditions.holdingPercent / 100,
    orderCost: conditions.orderCost,
    service,
    supply: supplyOf(conditions),
    capacity: conditions.capacity,
    policy: usable(engine, proposed.policy) ?? usable(engine, present.policy),
    safetyStock: 0,
    onHand: null,
  });
  return recommended && { policy: recommended.policy as Policy, safetyStock: recommended.safetyStock };
}

function usable(engine: Engine, policy: Policy | null) {
  return policy && engine.isUsable(policy) ? (policy as never) : null;
}

function inputOf(
  { firstDay, values }: DemandToReplay,
  conditions: Conditions,
  calendar: SupplyCalendar | null,
): SimulationInput {
  return {
    demand: values,
    firstDay,
    leadTime: leadTimeOf(conditions),
    supply: supplyOf(conditions),
    capacity: conditions.capacity,
    calendar: conditions.usesCalendar ? calendar : null,
    costs: {
      unitPrice: conditions.unitPrice,
      holdingRate: conditions.holdingPercent / 100,
      orderCost: conditions.orderCost,
    },
    unmet: conditions.unmet,
  };
}

function leadTimeOf({ leadTimeDays, leadTimeDeviation }: Conditions) {
  return { meanDays: leadTimeDays, sdDays: leadTimeDeviation };
}

function supplyOf({ packSize, minimumOrderQuantity, orderMultiple }: Conditions) {
  return { packSize, minimumOrderQuantity, orderMultiple };
}
