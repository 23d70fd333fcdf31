import { createRouter } from "@tanstack/react-router";
import { calibrationRoutes } from "./calibration/routes.ts";
import { deviceRoutes } from "./devices/routes.ts";
import { floorRoutes } from "./floor/routes.ts";
import { gatewayRoutes } from "./gateways/routes.ts";
import { inventoryRoutes } from "./inventory/routes.ts";
import { PageFailed } from "./layout/page-failed.tsx";
import { mailboxRoutes } from "./mailbox/routes.ts";
import { notificationRoutes } from "./notifications/routes.ts";
import { operateRoutes } from "./operate/routes.ts";
import { orderRoutes, supplierRoutes } from "./orders/routes.ts";
import { overviewRoutes } from "./overview/routes.ts";
import { entryRoutes, peopleRoutes } from "./people/routes.ts";
import { planningRoutes } from "./planning/routes.ts";
import { inside, root } from "./root-routes.ts";
import { settingsRoutes } from "./settings/routes.ts";
import { stockRoutes } from "./stock/routes.ts";

/** Only the overview is there at once; every other page is loaded when somebody goes there. */
export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      ...overviewRoutes,
      ...floorRoutes,
      ...stockRoutes,
      ...calibrationRoutes,
      ...orderRoutes,
      ...planningRoutes,
      ...inventoryRoutes,
      ...deviceRoutes,
      ...gatewayRoutes,
      ...settingsRoutes,
      ...peopleRoutes,
      ...operateRoutes,
      ...mailboxRoutes,
      ...notificationRoutes,
    ]),
    ...entryRoutes,
    ...supplierRoutes,
  ]),
  defaultErrorComponent: PageFailed,
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
