import { createRoute } from "@tanstack/react-router";
import { inside } from "../root-routes.ts";
import { OverviewPage } from "./overview.tsx";
import { overviewSearchOf } from "./search.ts";

const overview = createRoute({
  getParentRoute: () => inside,
  path: "/",
  validateSearch: overviewSearchOf,
  component: OverviewPage,
});

export const overviewRoutes = [overview] as const;
