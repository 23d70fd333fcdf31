import { Type } from "typebox";
import type { Part, Site, Stamped, StorageLocation, Supplier } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals, resourceRoutes } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { expectVersion, IfMatch, versionTag } from "../api/versions.ts";
import { notFound } from "../refusal.ts";
import {
  newSupplierView,
  putPart,
  putSite,
  putSupplier,
  removePart,
  removeSite,
  removeSupplier,
  supplierView,
} from "./catalogue.ts";
import { importAll } from "./import.ts";
import { locationList, partList, siteList, supplierList } from "./lists.ts";
import { putLocation, removeLocation } from "./location.ts";
import { lifeOf, locationView, openOrderOf, silence, stampedView, stockOf } from "./stock.ts";

export function inventoryRoutes(app: ApiServer, api: Api): void {
  resourceRoutes<"site", schemas.SiteInput>(app, api, {
    path: "/sites",
    noun: "site",
    kind: "site",
    schema: schemas.Site,
    create: schemas.SiteInput,
    update: Type.Partial(schemas.SiteInput, schemas.closed),
    list: siteList,
    hasBulk: true,
    inputOf: inputOf<Site>,
    put: putSite,
    remove: removeSite,
    view: (_set, site) => stampedView(site),
    dependsOn: () => [],
  });
  resourceRoutes<"supplier", schemas.SupplierInput>(app, api, {
    path: "/suppliers",
    noun: "supplier",
    kind: "supplier",
    schema: schemas.Supplier,
    create: schemas.SupplierInput,
    update: Type.Partial(schemas.SupplierInput, schemas.closed),
    list: supplierList,
    hasBulk: true,
    inputOf: inputOf<Supplier>,
    put: (change, id, input) => putSupplier(change, id, input, api.isDemonstration),
    remove: removeSupplier,
    view: (_set, supplier) => supplierView(supplier),
    viewOnce: (_set, supplier) => newSupplierView(supplier),
    dependsOn: () => [],
  });
  resourceRoutes<"part", schemas.PartInput>(app, api, {
    path: "/parts",
    noun: "part",
    kind: "part",
    schema: schemas.Part,
    create: schemas.PartInput,
    update: Type.Partial(schemas.PartInput, schemas.closed),
    list: partList,
    hasBulk: true,
    inputOf: inputOf<Part>,
    put: putPart,
    remove: removePart,
    view: (_set, part) => stampedView(part),
    dependsOn: () => [],
  });
  resourceRoutes<"location", schemas.LocationInput>(app, api, {
    path: "/locations",
    noun: "storage location",
    kind: "location",
    schema: schemas.Location,
    create: schemas.LocationInput,
    update: Type.Partial(schemas.LocationInput, schemas.closed),
    list: locationList,
    hasBulk: true,
    inputOf: inputOf<StorageLocation>,
    put: putLocation,
    remove: removeLocation,
    view: (set, location, now) => locationView(set, location, openOrderOf(set, location.id), now),
    dependsOn: (set, location, now) => [
      set.get("level", location.id),
      openOrderOf(set, location.id),
      silence(set, location, now),
    ],
  });

  app.put(
    "/locations/:id/calibration",
    {
      schema: {
        tags: ["locations"],
        summary: "Change how a sensor's reading becomes a location's level",
        params: IdParameter,
        headers: IfMatch,
        body: schemas.CalibrationInput,
        response: { 200: schemas.Location, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { geometry } = request.body as Pick<schemas.LocationInput, "geometry">;
      const location = await api.store.change(accountId, actor, (change) => {
        const present = change.get("location", request.params.id);
        if (!present) throw notFound("storage location");
        expectVersion(request, "storage location", present.version);
        return putLocation(change, present.id, { ...inputOf<StorageLocation>(present), geometry });
      });
      const set = await api.store.read(accountId);
      reply.header("etag", versionTag(location));
      return locationView(set, location, openOrderOf(set, location.id), Date.now()) as never;
    },
  );

  app.get(
    "/overview",
    {
      schema: {
        tags: ["overview"],
        summary: "How many locations are low, empty, unknown or on order, and how many devices are silent",
        response: { 200: schemas.Overview, ...refusals },
      },
    },
    async (request) => overview(await api.store.read(request.principal.accountId)),
  );

  app.post(
    "/import",
    {
      config: { actsOutside: true },
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags: ["import"],
        summary: "Create many records at once, with ids of your own; all of them or none",
        body: schemas.Import,
        response: { 201: schemas.Imported, ...refusals },
      },
    },
    async (request, reply) => {
      const created = await importAll(api, request.principal, request.body);
      return reply.code(201).send({ created });
    },
  );
}

/** A record's fields as its input has them. */
function inputOf<R extends Stamped & { id: string }>({
  id: _id,
  version: _version,
  createdAt: _createdAt,
  updatedAt: _updatedAt,
  ...input
}: R) {
  return input;
}

function overview(set: WorkingSet) {
  const now = Date.now();
  const counts = { locations: 0, low: 0, empty: 0, unknown: 0, onOrder: 0, silentDevices: 0 };
  for (const location of set.all("location")) {
    const openOrder = openOrderOf(set, location.id);
    const { state } = stockOf(set, location, openOrder, now);
    counts.locations += 1;
    if (state !== "ok") counts[state] += 1;
    if (openOrder) counts.onOrder += 1;
  }
  for (const device of set.all("device"))
    if (lifeOf(device, set.get("deviceState", device.id), now) === "silent") counts.silentDevices += 1;
  return { counts, demonstration: set.isDemonstration };
}
