import { createRoute } from "@tanstack/react-router";
import { learn } from "../language/language.ts";
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
  // It shows live frames, like a device's page.
  component: page(
    "gateways",
    async () => {
      await learn("devices");
      return import("./gateway.tsx");
    },
    "GatewayPage",
  ),
  pendingComponent: Loading,
});

export const gatewayRoutes = [gateways, gateway] as const;
