import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const gateways = createRoute({
  getParentRoute: () => inside,
  path: "/gateways",
  component: page("gateways", () => import("./gateways.tsx"), "GatewaysPage"),
  pendingComponent: Loading,
});

const gateway = createRoute({
  getParentRoute: () => inside,
  path: "/gateways/$id",
  component: page("gateways", () => import("./gateway.tsx"), "GatewayPage"),
  pendingComponent: Loading,
});

export const gatewayRoutes = [gateways, gateway] as const;
