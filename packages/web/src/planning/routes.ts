import { createRoute, redirect } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";
import { locationSearchOf, proposalSearchOf, slowMoverSearchOf, whatIfSearchOf } from "./search.ts";

const planning = createRoute({
  getParentRoute: () => inside,
  path: "/planning",
  component: page("planning", () => import("./frame.tsx"), "PlanningFrame"),
  pendingComponent: Loading,
});

const planningStart = createRoute({
  getParentRoute: () => planning,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/planning/proposals", replace: true });
  },
});

const proposals = createRoute({
  getParentRoute: () => planning,
  path: "/proposals",
  validateSearch: proposalSearchOf,
  component: page("planning", () => import("./proposals.tsx"), "ProposalsPage"),
});

const locationPlans = createRoute({
  getParentRoute: () => planning,
  path: "/locations",
  validateSearch: locationSearchOf,
  component: page("planning", () => import("./locations.tsx"), "LocationPlansPage"),
});

const slowMovers = createRoute({
  getParentRoute: () => planning,
  path: "/slow-movers",
  validateSearch: slowMoverSearchOf,
  component: page("planning", () => import("./slow-movers.tsx"), "SlowMoversPage"),
});

const whatIf = createRoute({
  getParentRoute: () => planning,
  path: "/what-if",
  validateSearch: whatIfSearchOf,
  component: page("planning", () => import("./what-if/what-if.tsx"), "WhatIfPage"),
});

export const planningRoutes = [
  planning.addChildren([planningStart, proposals, locationPlans, slowMovers, whatIf]),
] as const;
