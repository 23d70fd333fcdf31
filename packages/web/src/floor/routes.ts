import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const floor = createRoute({
  getParentRoute: () => inside,
  path: "/floor",
  component: page("floor", () => import("./floor.tsx"), "FloorPage"),
  pendingComponent: Loading,
});

export const floorRoutes = [floor] as const;
