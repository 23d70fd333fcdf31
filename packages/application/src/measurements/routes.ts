import { Type } from "typebox";
import type { StorageLocation } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, encodeCursor, Page } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { periodView, readPeriods } from "./history.ts";
import { readDevicePage, readLocationPage } from "./raw.ts";
import type { Measurement } from "./repository.ts";
import * as schemas from "./schema.ts";

interface Query {
  from?: string;
  to?: string;
  limit?: number;
  cursor?: string;
}

/** What sensors saw, and its sums by hour and day. */
export function measurementRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/locations/:id/measurements",
    {
      schema: {
        tags: ["measurements"],
        summary: "A location's level over time, oldest first: each reading, or sums by hour or day",
        params: IdParameter,
        querystring: schemas.LocationMeasurementsQuery,
        response: {
          200: Type.Union([Page(schemas.Measurement), Page(schemas.MeasurementPeriod)]),
          ...refusals,
        },
      },
      // What is answered is made here, in one of two shapes.
      serializerCompiler: () => JSON.stringify,
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const location = set.get("location", request.params.id);
      if (!location) throw notFound("storage location");
      const { resolution = "raw", ...query } = request.query;
      return resolution === "raw"
        ? rawPage(set, location, query)
        : periodPage(set, location, resolution, query);
    },
  );

  app.get(
    "/devices/:id/measurements",
    {
      schema: {
        tags: ["measurements"],
        summary: "A device's readings, in the order in which it sent them",
        params: IdParameter,
        querystring: schemas.DeviceMeasurementsQuery,
        response: { 200: Page(schemas.Measurement), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      if (!set.get("device", id)) throw notFound("device");
      const { from, to, limit, cursor } = rangeOf(request.query);
      const after = cursor === undefined ? 0 : decodeCursor(cursor, ["integer"])[0];
      const items = await readDevicePage(store, set, id, { from, to, after, limit: limit + 1 });
      return pageOf(items, limit, measurementView, ({ sequence }) => [sequence]);
    },
  );

  async function rawPage(set: WorkingSet, location: StorageLocation, query: Query) {
    const { from, to, limit, cursor } = rangeOf(query);
    const key = cursor === undefined ? null : decodeCursor(cursor, ["moment", "integer", "uuid"]);
    const after = key && { at: key[0], sequence: key[1], deviceId: key[2] };
    const items = await readLocationPage(store, set, location.id, { from, to, after, limit: limit + 1 });
    return pageOf(items, limit, measurementView, ({ at, sequence, deviceId }) => [at, sequence, deviceId]);
  }

  async function periodPage(
    set: WorkingSet,
    location: StorageLocation,
    resolution: "hour" | "day",
    query: Query,
  ) {
    const { from, to, limit, cursor } = rangeOf(query);
    const now = Date.now();
    const last = cursor === undefined ? null : decodeCursor(cursor, ["moment"])[0];
    const periods = await readPeriods(store, set, location, {
      resolution,
      from: last === null ? from : last + 1,
      to,
      limit: limit + 1,
      now,
    });
    return pageOf(
      periods,
      limit,
      (period) => periodView(period, now),
      ({ start }) => [start],
    );
  }
}

/** One item more than the page was read, to see whether there is another page. */
function pageOf<Item, View>(
  read: readonly Item[],
  limit: number,
  view: (item: Item) => View,
  keyOf: (item: Item) => (string | number)[],
) {
  const items = read.slice(0, limit);
  const isLast = read.length <= limit;
  return { items: items.map(view), nextCursor: isLast ? null : encodeCursor(keyOf(items.at(-1)!)) };
}

function rangeOf({ from, to, limit = schemas.defaultMeasurements, cursor }: Query) {
  if (from && to && Date.parse(from) > Date.parse(to))
    refuseFields([{ field: "from", message: "must not be later than to" }]);
  return { from: from ? Date.parse(from) : null, to: to ? Date.parse(to) : null, limit, cursor };
}

/** The measurement as the REST API shows it. */
export function measurementView({ locationId: _locationId, at, ...rest }: Measurement) {
  return { at: new Date(at).toISOString(), ...rest };
}
