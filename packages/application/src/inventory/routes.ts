import { Type } from "typebox";
import type { Part, Site, StorageLocation, Supplier } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals, resourceRoutes } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
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
import { locationsByDevice, putLocation, removeLocation } from "./location.ts";
import { lifeOf, locationView, stockOf } from "./stock.ts";

export function inventoryRoutes(app: ApiServer, api: Api): void {
  resourceRoutes<"site", schemas.SiteInput>(app, api, {
    path: "/sites",
    noun: "site",
    kind: "site",
    schema: schemas.Site,
    create: schemas.SiteInput,
    update: Type.Partial(schemas.SiteInput, schemas.closed),
    inputOf: ({ id: _id, ...input }: Site) => input,
    put: putSite,
    remove: removeSite,
    view: (_set, site) => site,
  });
  resourceRoutes<"supplier", schemas.SupplierInput>(app, api, {
    path: "/suppliers",
    noun: "supplier",
    kind: "supplier",
    schema: schemas.Supplier,
    create: schemas.SupplierInput,
    update: Type.Partial(schemas.SupplierInput, schemas.closed),
    inputOf: ({ id: _id, ...input }: Supplier) => input as schemas.SupplierInput,
    put: (change, id, input) => putSupplier(change, id, input, api.isDemonstration),
    remove: removeSupplier,
    view: (_set, supplier) => supplierView(supplier),
    viewOnce: (_set, supplier) => newSupplierView(supplier),
  });
  resourceRoutes<"part", schemas.PartInput>(app, api, {
    path: "/parts",
    noun: "part",
    kind: "part",
    schema: schemas.Part,
    create: schemas.PartInput,
    update: Type.Partial(schemas.PartInput, schemas.closed),
    inputOf: ({ id: _id, ...input }: Part) => input,
    put: putPart,
    remove: removePart,
    view: (_set, part) => part,
  });
  resourceRoutes<"location", schemas.LocationInput>(app, api, {
    path: "/locations",
    noun: "storage location",
    kind: "location",
    schema: schemas.Location,
    create: schemas.LocationInput,
    update: Type.Partial(schemas.LocationInput, schemas.closed),
    inputOf: ({ id: _id, ...input }: StorageLocation) => input,
    put: (change, id, input) => putLocation(change, id, input, locationsByDevice(change)),
    remove: removeLocation,
    view: (set, location) => locationView(set, location, openOrderOf(set, location.id), Date.now()),
  });

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

export function openOrderOf(set: WorkingSet, locationId: string) {
  const id = set.openOrderByLocation.get(locationId);
  return id === undefined ? undefined : set.get("order", id);
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
