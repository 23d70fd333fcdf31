import { createRoute } from "@tanstack/react-router";
import { inside } from "../root-routes.ts";
import { OverviewPage } from "./overview.tsx";

const overview = createRoute({ getParentRoute: () => inside, path: "/", component: OverviewPage });

export const overviewRoutes = [overview] as const;
