import {
  type CalibrationDraft,
  type CalibrationPoint,
  calibrate,
  compensated,
  type Geometry,
} from "@refill/replenishment";
import type { AccountStore } from "../accounts/account-store.ts";
import type { StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { expectVersion, IfMatch, versionTag } from "../api/versions.ts";
import { readLocationPage } from "../measurements/raw.ts";
import type { Measurement } from "../measurements/repository.ts";
import { notFound, refuseFields } from "../refusal.ts";
import {
  CalibrationFit,
  CalibrationInput,
  type CalibrationPoints,
  CalibrationPointsInput,
} from "./calibration-schema.ts";
import { putLocation } from "./location.ts";
import { Location } from "./location-schema.ts";
import { inputOf, locationView, openOrderOf } from "./stock.ts";

/** Readings that are looked at for one point. */
const mostReadings = 200;

/** How a sensor's reading becomes a level: found from what people counted, and changed. */
export function calibrationRoutes(app: ApiServer, { store }: Api): void {
  app.post(
    "/locations/:id/calibration/fit",
    {
      schema: {
        tags: ["locations"],
        summary: "The geometry that fits what was counted and measured, and how well; changes nothing",
        description:
          "Empty the location, wait for three readings, fill in a known amount, wait again, and so on; then send what was counted in which time",
        params: IdParameter,
        body: CalibrationPointsInput,
        response: { 200: CalibrationFit, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const location = set.get("location", request.params.id);
      if (!location) throw notFound("storage location");
      const { draft, points } = request.body as CalibrationPoints;
      const found = calibrate(draft as CalibrationDraft, await readingsOf(store, set, location, points));
      if ("problems" in found) refuseFields(found.problems);
      return found as never;
    },
  );

  app.put(
    "/locations/:id/calibration",
    {
      schema: {
        tags: ["locations"],
        summary: "Change how a sensor's reading becomes a location's level",
        params: IdParameter,
        headers: IfMatch,
        body: CalibrationInput,
        response: { 200: Location, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { geometry } = request.body as { geometry: Geometry };
      const location = await store.change(accountId, actor, (change) => {
        const present = change.get("location", request.params.id);
        if (!present) throw notFound("storage location");
        expectVersion(request, "storage location", present.version);
        return putLocation(change, present.id, { ...inputOf<StorageLocation>(present), geometry });
      });
      const set = await store.read(accountId);
      reply.header("etag", versionTag(location));
      return locationView(set, location, openOrderOf(set, location.id), Date.now()) as never;
    },
  );
}

async function readingsOf(
  store: AccountStore,
  set: WorkingSet,
  location: StorageLocation,
  points: CalibrationPoints["points"],
): Promise<CalibrationPoint[]> {
  const found: CalibrationPoint[] = [];
  for (const [index, point] of points.entries()) {
    if ("readings" in point) {
      found.push(point);
      continue;
    }
    const [from, to] = [Date.parse(point.from), Date.parse(point.to)];
    if (from >= to) refuseFields([{ field: `points[${index}].to`, message: "must lie after from" }]);
    const rows = await readLocationPage(store, set, location.id, {
      from,
      to,
      limit: mostReadings,
      after: null,
    });
    found.push({ pieces: point.pieces, readings: measuredIn(location, rows) });
  }
  return found;
}

/**
 * Distances as they come, or corrected as levels are; of scales, what all show together each time that all have told.
 */
function measuredIn({ geometry }: StorageLocation, rows: readonly Measurement[]): number[] {
  const corrects = "correctsByTemperature" in geometry && geometry.correctsByTemperature === true;
  const distances = rows.flatMap(({ distanceMm, temperatureC }) =>
    distanceMm === null ? [] : corrects ? compensated(distanceMm, temperatureC ?? undefined) : distanceMm,
  );
  if (distances.length > 0) return distances;
  const scales = [...Map.groupBy(rows, ({ deviceId }) => deviceId).values()].map((own) =>
    own.flatMap(({ weightGrams }) => weightGrams ?? []),
  );
  const times = Math.min(...scales.map(({ length }) => length));
  return scales.length === 0
    ? []
    : Array.from({ length: times }, (_, time) => scales.reduce((sum, weights) => sum + weights[time]!, 0));
}
