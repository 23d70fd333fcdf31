import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const calibration = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id/calibration",
  component: page("calibration", () => import("./calibration.tsx"), "CalibrationPage"),
  pendingComponent: Loading,
});

export const calibrationRoutes = [calibration] as const;
