import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";
import { floorSearchOf } from "./search.ts";

/** To the site that was looked at last, with what is looked for. */
const start = createRoute({
  getParentRoute: () => inside,
  path: "/floor",
  validateSearch: floorSearchOf,
  component: page("floor", () => import("./start.tsx"), "FloorStart"),
  pendingComponent: Loading,
});
const site = createRoute({
  getParentRoute: () => inside,
  path: "/floor/$siteId",
  validateSearch: floorSearchOf,
  component: page("floor", () => import("./floor.tsx"), "FloorPage"),
  pendingComponent: Loading,
});
const arrange = createRoute({
  getParentRoute: () => inside,
  path: "/floor/$siteId/arrange",
  component: page("floor", () => import("./arrange/arrange.tsx"), "ArrangePage"),
  pendingComponent: Loading,
});
const wall = createRoute({
  getParentRoute: () => inside,
  path: "/floor/$siteId/wall",
  component: page("floor", () => import("./wall/wall.tsx"), "WallPage"),
  pendingComponent: Loading,
});

export const floorRoutes = [start, site, arrange, wall] as const;
