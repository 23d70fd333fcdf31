import { setImmediate } from "node:timers/promises";
import {
  compare,
  type DayOfUse,
  isUsable,
  type SimulatedPolicy,
  type Simulation,
  type SimulationInput,
  seriesOf,
  simulate,
  validatePolicy,
} from "@refill/replenishment";
import type { Parameters, StorageLocation } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { leadTimeRules, sourcingOf } from "../orders/supply.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { readDemand } from "./demand-history.ts";
import { isoDate } from "./iso-date.ts";
import { type LeadTimes, readLeadTimes } from "./lead-times.ts";
import { locationToPlan } from "./location-input.ts";
import { parametersOf } from "./parameters.ts";
import * as schemas from "./schema.ts";

const defaultDays = 365;

/** What would have been with another policy, over what was really used. */
export function simulationRoutes(app: ApiServer, { store }: Api): void {
  app.post(
    "/planning/simulations",
    {
      schema: {
        tags: ["planning"],
        summary:
          "Replay what was used of a location against its present policy and another one; changes nothing",
        body: schemas.SimulationInput,
        response: { 200: schemas.Simulation, ...refusals },
      },
    },
    async (request) => {
      const {
        locationId,
        days = defaultDays,
        ...proposed
      } = request.body as {
        locationId: string;
        days?: number;
      } & Parameters;
      const set = await store.read(request.principal.accountId);
      const location = set.get("location", locationId);
      if (!location) throw notFound("storage location");
      const part = set.get("part", location.partId);
      const sourcing = part && sourcingOf(location, part);
      if (!sourcing) refuseFields([{ field: "locationId", message: "nobody supplies the location's part" }]);
      const leadTimes = await readLeadTimes(store, set, sourcing!.supplierId);
      const now = Date.now();
      const demand = (await readDemand(store, set, [location], now)).get(location.id) ?? [];
      const { input, firstDay } = replayOf(set, location, { demand: demand.slice(-days), leadTimes, now });
      refuseFields(
        validatePolicy(proposed.policy, input.capacity, proposed.safetyStock).map(({ field, message }) => ({
          field: field === "safetyStock" ? field : `policy.${field}`,
          message,
        })),
      );
      // It takes some milliseconds: who waits has a turn before.
      await setImmediate();
      const present = parametersOf(set, location);
      const both = present && isUsable(present.policy) ? compare(input, present, proposed) : null;
      const after = both?.proposed ?? simulate(input, proposed);
      return {
        locationId,
        from: after.days > 0 ? isoDate(firstDay) : null,
        days: after.days,
        missingDays: after.missingDays,
        demand: after.demand,
        present: both && resultOf(present!, both.present),
        proposed: resultOf(proposed, after),
        difference: both?.difference ?? null,
      } as never;
    },
  );
}

function replayOf(
  set: WorkingSet,
  location: StorageLocation,
  known: { demand: readonly DayOfUse[]; leadTimes: LeadTimes; now: number },
): { input: SimulationInput; firstDay: number } {
  const { planning } = settingsOf(set);
  const facts = locationToPlan(set, location, { settings: planning, ...known });
  const { firstDay, values } = seriesOf(known.demand, "day");
  const supplierId = set.get("part", location.partId)?.supplies[0]?.supplierId ?? null;
  const isTransfer = location.source.kind === "location";
  const { calendar } = leadTimeRules(set, {
    locationId: location.id,
    partId: location.partId,
    supplierId: isTransfer ? null : supplierId,
  });
  return {
    firstDay,
    input: {
      demand: values,
      firstDay,
      leadTime: facts.leadTime,
      supply: facts.supply,
      capacity: facts.capacity,
      calendar: isTransfer ? null : calendar,
      costs: {
        unitPrice: facts.unitPrice,
        holdingRate: planning.holdingRate,
        orderCost: planning.orderCost,
      },
      unmet: "backordered",
      minimumHoursBetweenOrders: location.minimumHoursBetweenOrders,
    },
  };
}

function resultOf({ policy, safetyStock }: SimulatedPolicy, { cost, course, ...simulation }: Simulation) {
  return {
    policy,
    safetyStock,
    ...simulation,
    costPerYear: cost.perYear,
    course: course.map(({ day, ...point }) => ({ date: isoDate(day), ...point })),
  };
}
