import { createRoute, redirect } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const inventory = createRoute({
  getParentRoute: () => inside,
  path: "/inventory",
  component: page("inventory", () => import("./frame.tsx"), "InventoryFrame"),
  pendingComponent: Loading,
});

const inventoryStart = createRoute({
  getParentRoute: () => inventory,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inventory/locations", replace: true });
  },
});

const inventoryLocations = createRoute({
  getParentRoute: () => inventory,
  path: "/locations",
  component: page("inventory", () => import("./locations.tsx"), "LocationsPage"),
});

const inventoryLocation = createRoute({
  getParentRoute: () => inventory,
  path: "/locations/$id",
  component: page("inventory", () => import("./location.tsx"), "LocationFormPage"),
});

const parts = createRoute({
  getParentRoute: () => inventory,
  path: "/parts",
  component: page("inventory", () => import("./parts.tsx"), "PartsPage"),
});

const part = createRoute({
  getParentRoute: () => inventory,
  path: "/parts/$id",
  component: page("inventory", () => import("./part.tsx"), "PartPage"),
});

const suppliers = createRoute({
  getParentRoute: () => inventory,
  path: "/suppliers",
  component: page("inventory", () => import("./suppliers.tsx"), "SuppliersPage"),
});

const supplier = createRoute({
  getParentRoute: () => inventory,
  path: "/suppliers/$id",
  component: page("inventory", () => import("./supplier.tsx"), "SupplierPage"),
});

const sites = createRoute({
  getParentRoute: () => inventory,
  path: "/sites",
  component: page("inventory", () => import("./sites.tsx"), "SitesPage"),
});

const reservations = createRoute({
  getParentRoute: () => inventory,
  path: "/reservations",
  component: page("inventory", () => import("./reservations.tsx"), "ReservationsPage"),
});

export const inventoryRoutes = [
  inventory.addChildren([
    inventoryStart,
    inventoryLocations,
    inventoryLocation,
    parts,
    part,
    suppliers,
    supplier,
    sites,
    reservations,
  ]),
] as const;
