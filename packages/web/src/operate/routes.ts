import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const fleet = createRoute({
  getParentRoute: () => inside,
  path: "/operate",
  component: page("operate", () => import("./fleet.tsx"), "FleetPage"),
  pendingComponent: Loading,
});
const customers = createRoute({
  getParentRoute: () => inside,
  path: "/operate/customers",
  component: page("operate", () => import("./customers.tsx"), "CustomersPage"),
  pendingComponent: Loading,
});
const customer = createRoute({
  getParentRoute: () => inside,
  path: "/operate/customers/$id",
  component: page("operate", () => import("./customer.tsx"), "CustomerPage"),
  pendingComponent: Loading,
});
const network = createRoute({
  getParentRoute: () => inside,
  path: "/operate/network",
  component: page("operate", () => import("./network.tsx"), "NetworkPage"),
  pendingComponent: Loading,
});
const jobs = createRoute({
  getParentRoute: () => inside,
  path: "/operate/jobs",
  component: page("operate", () => import("./jobs.tsx"), "JobsPage"),
  pendingComponent: Loading,
});
const health = createRoute({
  getParentRoute: () => inside,
  path: "/operate/health",
  component: page("operate", () => import("./health.tsx"), "HealthPage"),
  pendingComponent: Loading,
});
const trail = createRoute({
  getParentRoute: () => inside,
  path: "/operate/trail",
  component: page("operate", () => import("./trail.tsx"), "ServiceTrailPage"),
  pendingComponent: Loading,
  validateSearch: ({ region, action, q, accountId }: Record<string, unknown>) => ({
    ...(typeof region === "string" && region ? { region } : {}),
    ...(typeof action === "string" && action ? { action } : {}),
    ...(typeof q === "string" && q ? { q } : {}),
    ...(typeof accountId === "string" && accountId ? { accountId } : {}),
  }),
});

export const operateRoutes = [fleet, customers, customer, network, jobs, health, trail] as const;
