import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";
import { historySearchOf } from "./search.ts";

const history = createRoute({
  getParentRoute: () => inside,
  path: "/notifications",
  validateSearch: historySearchOf,
  component: page("notifications", () => import("./history.tsx"), "NotificationsPage"),
  pendingComponent: Loading,
});

export const notificationRoutes = [history] as const;
