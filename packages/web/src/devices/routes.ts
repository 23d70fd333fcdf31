import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const devices = createRoute({
  getParentRoute: () => inside,
  path: "/devices",
  component: page("devices", () => import("./devices.tsx"), "DevicesPage"),
  pendingComponent: Loading,
});

const device = createRoute({
  getParentRoute: () => inside,
  path: "/devices/$id",
  component: page("devices", () => import("./device.tsx"), "DevicePage"),
  pendingComponent: Loading,
});

const labels = createRoute({
  getParentRoute: () => inside,
  path: "/devices/labels",
  validateSearch: (search: Record<string, unknown>): { ids?: string } =>
    typeof search.ids === "string" ? { ids: search.ids } : {},
  component: page("devices", () => import("./labels.tsx"), "LabelsPage"),
  pendingComponent: Loading,
});

export const deviceRoutes = [devices, labels, device] as const;
