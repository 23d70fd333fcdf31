import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const devices = createRoute({
  getParentRoute: () => inside,
  path: "/devices",
  component: page(["devices", "stock"], () => import("./devices.tsx"), "DevicesPage"),
  pendingComponent: Loading,
});

const device = createRoute({
  getParentRoute: () => inside,
  path: "/devices/$id",
  component: page(["devices", "stock"], () => import("./device.tsx"), "DevicePage"),
  pendingComponent: Loading,
});

export const deviceRoutes = [devices, device] as const;
