import { describe, expect, it } from "vitest";
import { seededRandom, seriesOfValues } from "../demand/index.ts";
import type { Policy } from "../ordering/index.ts";
import type { LocationToPlan } from "./location-to-plan.ts";
import { type Outlook, type Plan, planLocation } from "./plan-location.ts";
import { type EarlierProposal, PROPOSAL_RULES, type ProposalDecision, proposal } from "./proposal.ts";

const MIN_MAX: Policy = { kind: "min-max", minimum: 20, maximum: 60 };

function location(more: Partial<LocationToPlan> = {}, weeks = 104, seed = 2): LocationToPlan {
  const random = seededRandom(seed);
  return {
    id: "bolts",
    history: seriesOfValues(
      Array.from({ length: weeks }, () => Math.round(60 + 20 * random())),
      7,
    ),
    leadTime: { meanDays: 7, sdDays: 1 },
    reviewDays: 1,
    unitPrice: 1,
    holdingRate: 0.2,
    orderCost: 5,
    service: { measure: "fill-rate", level: 0.98 },
    supply: { packSize: 10, minimumOrderQuantity: 0, orderMultiple: 1 },
    capacity: 5000,
    policy: MIN_MAX,
    safetyStock: 10,
    ...more,
  };
}

/** A plan whose present policy and recommended one are expected to do so. */
function planOf(present: Partial<Outlook>, recommended: Partial<Outlook>): Plan {
  const plan = planLocation(location());
  const outlook: Outlook = {
    policy: { kind: "min-max", minimum: 100, maximum: 500 },
    safetyStock: 30,
    averageStock: 300,
    stockValue: 300,
    fillRate: 0.985,
    cycleService: 0.9,
    stockOutsPerYear: 1,
    ordersPerYear: 9,
    averageOrder: 400,
    costPerYear: 3800,
    reachesService: true,
  };
  return { ...plan, present: { ...outlook, ...present }, recommended: { ...outlook, ...recommended } };
}

const LOWER = {
  policy: { kind: "min-max", minimum: 80, maximum: 400 } satisfies Policy,
  averageStock: 220,
  stockValue: 220,
};

function decide(plan: Plan, earlier: EarlierProposal | null = null): ProposalDecision {
  return proposal(plan, earlier, null, "EUR");
}

function reasonOf(decision: ProposalDecision): string {
  return "none" in decision ? decision.none : "keep" in decision ? "keep" : "propose";
}

describe("a proposal", () => {
  it("proposes no lower stock that costs more than it saves", () => {
    expect(decide(planOf({}, LOWER))).toHaveProperty("propose");
    expect(decide(planOf({}, { ...LOWER, ordersPerYear: 90, costPerYear: 4200 }))).toEqual({
      none: "small-effect",
    });
  });

  it("is made where service is missed, with reason and outcome in words and figures", () => {
    const plan = planLocation(location());
    const decision = decide(plan);
    if (!("propose" in decision)) throw new Error(`nothing proposed: ${JSON.stringify(decision)}`);
    const { before, after, reason, outcome, effect, needsPerson } = decision.propose;
    expect(before).toEqual({ policy: MIN_MAX, safetyStock: 10 });
    expect(after.policy).toEqual(plan.recommended!.policy);
    expect(after.safetyStock).toBe(plan.recommended!.safetyStock);
    expect(reason).toMatch(
      /^Demand is smooth, 7\d pieces a week; the lead time of 7 days takes 7\d ± \d+\. /,
    );
    expect(reason).toMatch(
      /With minimum 20 and maximum 60, \d+(\.\d)? % is to be expected, wanted is 98 % of the pieces from the shelf: about \d+ stock-outs a year\.$/,
    );
    expect(outcome).toMatch(
      /^With minimum \d+ and maximum \d+: average stock [\d.]+ → \d+ pieces \(\+\d+ EUR\), fill rate/,
    );
    expect(effect.fillRate).toBeCloseTo(plan.recommended!.fillRate - plan.present!.fillRate, 9);
    expect(effect.stock).toBeGreaterThan(0);
    expect(effect.ordersPerYear).toBeLessThan(0);
    expect(needsPerson).toBe("Changes are not applied automatically.");
  });

  it("is made where stock can be saved, or cost", () => {
    const stock = decide(planOf({}, LOWER));
    expect(reasonOf(stock)).toBe("propose");
    if ("propose" in stock) expect(stock.propose.reason).toContain("on average 300 pieces lie there");
    const cost = decide(
      planOf(
        {},
        { policy: { kind: "min-max", minimum: 100, maximum: 600 }, costPerYear: 3700, ordersPerYear: 5 },
      ),
    );
    expect(reasonOf(cost)).toBe("propose");
    if ("propose" in cost) expect(cost.propose.reason).toContain("cost more than they must");
  });

  it("is not made for a change or an effect that is not worth a look", () => {
    expect(
      reasonOf(decide(planOf({}, { ...LOWER, policy: { kind: "min-max", minimum: 95, maximum: 470 } }))),
    ).toBe("small-change");
    expect(reasonOf(decide(planOf({}, { ...LOWER, averageStock: 280, stockValue: 280 })))).toBe(
      "small-effect",
    );
    // Many pieces of hardly any value.
    expect(
      reasonOf(
        decide(planOf({ stockValue: 3, costPerYear: 30 }, { ...LOWER, stockValue: 2, costPerYear: 29 })),
      ),
    ).toBe("small-effect");
    // Where nobody knows the value, pieces count.
    expect(reasonOf(decide(planOf({ stockValue: null }, { ...LOWER, stockValue: null })))).toBe("propose");
  });

  it("never saves stock at the price of the wanted service", () => {
    const worse = { ...LOWER, fillRate: 0.9, reachesService: false };
    expect(reasonOf(decide(planOf({}, worse)))).toBe("small-effect");
    const more = { ...worse, averageStock: 320, stockValue: 320 };
    expect(reasonOf(decide(planOf({}, more)))).toBe("no-better");
  });

  it("needs a plan, a history and a lead time", () => {
    expect(reasonOf(decide(planLocation(location({ policy: null }))))).toBe("no-plan");
    expect(reasonOf(decide(planLocation(location({}, 5))))).toBe("little-history");
    expect(reasonOf(decide(planLocation(location({}, PROPOSAL_RULES.leastKnownPeriods - 1))))).toBe(
      "little-history",
    );
    expect(reasonOf(decide(planLocation(location({ leadTime: { meanDays: -1, sdDays: 0 } }))))).toBe(
      "uncertain",
    );
  });

  it("is judged by order cycles where they are wanted", () => {
    const plan = planOf(
      { cycleService: 0.8 },
      { policy: { kind: "min-max", minimum: 150, maximum: 550 }, cycleService: 0.96 },
    );
    const decision = decide({ ...plan, service: { measure: "cycle", level: 0.95 } });
    if (!("propose" in decision)) throw new Error("nothing proposed");
    expect(decision.propose.reason).toContain(
      "80 % is to be expected, wanted is 95 % of the order cycles without a stock-out",
    );
  });
});

describe("proposals don't come and go", () => {
  const after = LOWER.policy;
  const open: EarlierProposal = { after, state: "open", daysAgo: 7 };
  const kept = { keep: true, needsPerson: "Changes are not applied automatically." };

  it("an open one stays as long as about the same would be proposed", () => {
    expect(decide(planOf({}, LOWER), open)).toEqual(kept);
    const alike = { ...LOWER, policy: { kind: "min-max", minimum: 82, maximum: 410 } satisfies Policy };
    expect(decide(planOf({}, alike), open)).toEqual(kept);
  });

  it("an open one stays although it would not be made any more, and goes when it is worth half of that", () => {
    const weaker = { ...LOWER, averageStock: 280, stockValue: 280 };
    expect(reasonOf(decide(planOf({}, weaker)))).toBe("small-effect");
    expect(decide(planOf({}, weaker), open)).toEqual(kept);
    const weakest = { ...LOWER, averageStock: 290, stockValue: 290 };
    expect(reasonOf(decide(planOf({}, weakest), open))).toBe("small-effect");
  });

  it("an open one is replaced by another", () => {
    const other = { ...LOWER, policy: { kind: "min-max", minimum: 40, maximum: 200 } satisfies Policy };
    expect(reasonOf(decide(planOf({}, other), open))).toBe("propose");
  });

  it("after one was applied, the next one needs twice as much for four weeks", () => {
    const small = {
      ...LOWER,
      averageStock: 265,
      stockValue: 265,
      policy: { kind: "min-max", minimum: 80, maximum: 440 } satisfies Policy,
    };
    const applied = (daysAgo: number): EarlierProposal => ({ after: MIN_MAX, state: "applied", daysAgo });
    expect(reasonOf(decide(planOf({}, small)))).toBe("propose");
    expect(reasonOf(decide(planOf({}, small), applied(27)))).toBe("small-change");
    expect(reasonOf(decide(planOf({}, small), applied(28)))).toBe("propose");
  });

  it("what was dismissed does not come back for half a year, unless it has become another one", () => {
    const dismissed = (daysAgo: number): EarlierProposal => ({ after, state: "dismissed", daysAgo });
    expect(reasonOf(decide(planOf({}, LOWER), dismissed(179)))).toBe("dismissed");
    expect(reasonOf(decide(planOf({}, LOWER), dismissed(180)))).toBe("propose");
    const other = { ...LOWER, policy: { kind: "min-max", minimum: 40, maximum: 200 } satisfies Policy };
    expect(reasonOf(decide(planOf({}, other), dismissed(60)))).toBe("propose");
  });

  it("of a steady demand, a year of weekly plans makes one proposal, or two when they are applied", () => {
    const random = seededRandom(12);
    const weeks = Array.from({ length: 156 }, () => Math.round(40 + 60 * random()));
    let policy: Policy = MIN_MAX;
    let earlier = null as EarlierProposal | null;
    let proposed = 0;
    for (let week = 104; week < 156; week += 1) {
      const plan = planLocation(location({ policy, history: seriesOfValues(weeks.slice(0, week), 7) }));
      const decision = decide(plan, earlier);
      if (earlier) earlier = { ...earlier, daysAgo: earlier.daysAgo + 7 };
      if (!("propose" in decision)) continue;
      proposed += 1;
      policy = decision.propose.after.policy;
      earlier = { after: policy, state: "applied", daysAgo: 0 };
    }
    expect(proposed).toBeGreaterThanOrEqual(1);
    expect(proposed).toBeLessThanOrEqual(2);
  });

  it("of a steady demand, an open proposal is seldom replaced and never withdrawn", () => {
    const random = seededRandom(21);
    const weeks = Array.from({ length: 156 }, () => (random() < 0.4 ? Math.round(20 + 60 * random()) : 0));
    let earlier = null as EarlierProposal | null;
    const seen: string[] = [];
    for (let week = 104; week < 156; week += 1) {
      const decision = decide(
        planLocation(location({ history: seriesOfValues(weeks.slice(0, week), 7) })),
        earlier,
      );
      seen.push(reasonOf(decision));
      if ("propose" in decision)
        earlier = { after: decision.propose.after.policy, state: "open", daysAgo: 0 };
      else if ("none" in decision) earlier = null;
    }
    expect(seen[0]).toBe("propose");
    expect(seen.filter((each) => each !== "keep" && each !== "propose")).toEqual([]);
    expect(seen.filter((each) => each === "propose").length).toBeLessThanOrEqual(6);
  });
});

describe("what a customer lets be applied", () => {
  const limits = { mostChange: 0.25, mostValue: 100 };
  const needs = (plan: Plan, automatic: { mostChange: number; mostValue: number } | null) => {
    const decision = proposal(plan, null, automatic, "EUR");
    if (!("propose" in decision)) throw new Error(`nothing proposed: ${JSON.stringify(decision)}`);
    return decision.propose.needsPerson;
  };

  it("is a change of levels and a stock value within the limits", () => {
    expect(needs(planOf({}, LOWER), limits)).toBeNull();
    expect(needs(planOf({}, LOWER), null)).toBe("Changes are not applied automatically.");
    expect(needs(planOf({}, LOWER), { ...limits, mostChange: 0.1 })).toBe(
      "It changes the levels by 20 %; up to 10 % is applied automatically.",
    );
    const higher = {
      policy: { kind: "min-max", minimum: 200, maximum: 600 } satisfies Policy,
      averageStock: 450,
      stockValue: 450,
    };
    const missing = { fillRate: 0.9 };
    expect(needs(planOf(missing, higher), limits)).toBe(
      "It adds 150 EUR to the stock value; up to 100 EUR is applied automatically.",
    );
    expect(needs(planOf(missing, higher), { ...limits, mostValue: 150 })).toBeNull();
    expect(needs(planOf({ stockValue: null }, { ...LOWER, stockValue: null }), limits)).toContain(
      "has no price",
    );
    expect(needs(planOf({}, LOWER), { mostChange: Number.NaN, mostValue: 100 })).not.toBeNull();
  });
});
