import { createRoute, redirect } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";
import { locationSearchOf, setupSearchOf } from "./search.ts";

const location = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id",
  validateSearch: locationSearchOf,
  component: page(["stock", "planning"], () => import("./location.tsx"), "LocationPage"),
  pendingComponent: Loading,
});

const setup = createRoute({
  getParentRoute: () => inside,
  path: "/locations/new",
  validateSearch: setupSearchOf,
  component: page(
    ["stock", "planning", "calibration", "inventory"],
    () => import("./setup/setup.tsx"),
    "SetupPage",
  ),
  pendingComponent: Loading,
});

const part = createRoute({
  getParentRoute: () => inside,
  path: "/parts/$id",
  component: page(["stock", "planning"], () => import("./part.tsx"), "PartReadPage"),
  pendingComponent: Loading,
});

const scan = createRoute({
  getParentRoute: () => inside,
  path: "/scan",
  component: page("stock", () => import("./scan/scan.tsx"), "ScanPage"),
  pendingComponent: Loading,
});

/* What the QR codes of labels say: short, so that the code is coarse and read from afar. */
const locationLabel = createRoute({
  getParentRoute: () => inside,
  path: "/l/$id",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/locations/$id", params, replace: true });
  },
});
const deviceLabel = createRoute({
  getParentRoute: () => inside,
  path: "/d/$id",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/devices/$id", params, replace: true });
  },
});
const rackLabel = createRoute({
  getParentRoute: () => inside,
  path: "/r/$id",
  component: page("stock", () => import("./scan/rack-link.tsx"), "RackPage"),
  pendingComponent: Loading,
});

export const stockRoutes = [location, setup, part, scan, locationLabel, deviceLabel, rackLabel] as const;
