import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const location = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id",
  component: page("stock", () => import("./location.tsx"), "LocationPage"),
  pendingComponent: Loading,
});

export const stockRoutes = [location] as const;
