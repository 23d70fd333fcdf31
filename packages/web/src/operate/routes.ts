import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const operate = createRoute({
  getParentRoute: () => inside,
  path: "/operate",
  component: page("operate", () => import("./operate.tsx"), "OperatePage"),
  pendingComponent: Loading,
});

export const operateRoutes = [operate] as const;
