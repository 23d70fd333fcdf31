import { Type } from "typebox";
import type { Area, Part, Rack, Reservation, Site, StorageLocation, Supplier } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals, resourceRoutes } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { siteView } from "../floor/site-view.ts";
import { calibrationRoutes } from "./calibration-routes.ts";
import {
  newSupplierView,
  partView,
  putArea,
  putPart,
  putRack,
  putSite,
  putSupplier,
  removeArea,
  removePart,
  removeRack,
  removeSite,
  removeSupplier,
  supplierView,
} from "./catalogue.ts";
import { importAll } from "./import.ts";
import { Import, Imported } from "./import-schema.ts";
import {
  areaList,
  locationList,
  partList,
  rackList,
  reservationList,
  siteList,
  supplierList,
} from "./lists.ts";
import { putLocation, removeLocation } from "./location.ts";
import * as locations from "./location-schema.ts";
import { partPictureRoutes } from "./part-picture-routes.ts";
import { photoRoutes } from "./photo-routes.ts";
import { putReservation, removeReservation, reservationView, timeOf } from "./reservation.ts";
import * as catalogue from "./schema.ts";
import {
  cardsAt,
  inputOf,
  locationView,
  openOrderOf,
  policyOf,
  reservedAt,
  silence,
  stampedView,
} from "./stock.ts";
import { stockTakeRoutes } from "./stock-take-routes.ts";

export function inventoryRoutes(app: ApiServer, api: Api): void {
  stockTakeRoutes(app, api);
  calibrationRoutes(app, api);
  partPictureRoutes(app, api);
  photoRoutes(app, api);
  resourceRoutes<"site", catalogue.SiteInput>(app, api, {
    path: "/sites",
    noun: "site",
    kind: "site",
    schema: catalogue.Site,
    create: catalogue.SiteInput,
    update: Type.Partial(catalogue.SiteInput, closed),
    list: siteList,
    hasBulk: true,
    inputOf: ({ floorPlan: _floorPlan, ...site }) => inputOf<Omit<Site, "floorPlan">>(site),
    put: putSite,
    remove: removeSite,
    view: (_set, site) => siteView(site),
    dependsOn: () => [],
  });
  resourceRoutes<"area", catalogue.AreaInput>(app, api, {
    path: "/areas",
    noun: "area",
    kind: "area",
    schema: catalogue.Area,
    create: catalogue.AreaInput,
    update: Type.Partial(catalogue.AreaInput, closed),
    list: areaList,
    hasBulk: true,
    inputOf: inputOf<Area>,
    put: putArea,
    remove: removeArea,
    view: (_set, area) => stampedView(area),
    dependsOn: () => [],
  });
  resourceRoutes<"rack", catalogue.RackInput>(app, api, {
    path: "/racks",
    noun: "rack",
    kind: "rack",
    schema: catalogue.Rack,
    create: catalogue.RackInput,
    update: Type.Partial(catalogue.RackInput, closed),
    list: rackList,
    hasBulk: true,
    inputOf: inputOf<Rack>,
    put: putRack,
    remove: removeRack,
    view: (_set, rack) => stampedView(rack),
    dependsOn: () => [],
  });
  resourceRoutes<"supplier", catalogue.SupplierInput>(app, api, {
    path: "/suppliers",
    noun: "supplier",
    kind: "supplier",
    schema: catalogue.Supplier,
    create: catalogue.SupplierInput,
    update: Type.Partial(catalogue.SupplierInput, closed),
    list: supplierList,
    hasBulk: true,
    inputOf: inputOf<Supplier>,
    put: (change, id, input) => putSupplier(change, id, input, api.isDemonstration),
    remove: removeSupplier,
    view: (_set, supplier) => supplierView(supplier),
    viewOnce: (_set, supplier) => newSupplierView(supplier),
    dependsOn: () => [],
  });
  resourceRoutes<"part", catalogue.PartInput>(app, api, {
    path: "/parts",
    noun: "part",
    kind: "part",
    schema: catalogue.Part,
    create: catalogue.PartInput,
    update: Type.Partial(catalogue.PartInput, closed),
    list: partList,
    hasBulk: true,
    inputOf: inputOf<Part>,
    put: putPart,
    remove: removePart,
    view: (_set, part) => partView(part),
    dependsOn: () => [],
  });
  resourceRoutes<"location", locations.LocationInput>(app, api, {
    path: "/locations",
    noun: "storage location",
    kind: "location",
    schema: locations.Location,
    create: locations.LocationInput,
    update: Type.Partial(locations.LocationInput, closed),
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
      reservedAt(set, location.id, now),
      policyOf(set, location),
      JSON.stringify(cardsAt(set, location, openOrderOf(set, location.id), now)),
    ],
  });

  resourceRoutes<"reservation", locations.ReservationInput>(app, api, {
    path: "/reservations",
    noun: "reservation",
    kind: "reservation",
    schema: locations.Reservation,
    create: locations.ReservationInput,
    update: Type.Partial(locations.ReservationInput, closed),
    list: reservationList,
    hasBulk: false,
    inputOf: ({ until, ...reservation }) => ({
      ...inputOf<Reservation>({ ...reservation, until }),
      until: timeOf(until),
    }),
    put: putReservation,
    remove: removeReservation,
    view: (_set, reservation) => reservationView(reservation),
    dependsOn: () => [],
  });

  app.post(
    "/import",
    {
      config: { actsOutside: true },
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags: ["import"],
        summary: "Create many records at once, with ids of your own; all of them or none",
        body: Import,
        response: { 201: Imported, ...refusals },
      },
    },
    async (request, reply) => {
      const created = await importAll(api, request.principal, request.body);
      return reply.code(201).send({ created });
    },
  );
}
