import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { NotFoundPage } from "./layout/not-found.tsx";
import { Shell } from "./layout/shell.tsx";
import { OverviewPage } from "./overview/overview.tsx";
import { Loading } from "./parts/small.tsx";
import { SignInPage } from "./people/sign-in.tsx";
import { locationSearchOf, proposalSearchOf, whatIfSearchOf } from "./planning/search.ts";
import { trailSearchOf } from "./settings/trail-search.ts";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
/** Pages for people of the customer: they need a session. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Shell });

const overview = createRoute({ getParentRoute: () => inside, path: "/", component: OverviewPage });
/* All others are loaded when somebody goes there, so that the first page stays small. */
const location = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id",
  component: lazyRouteComponent(() => import("./stock/location.tsx"), "LocationPage"),
  pendingComponent: Loading,
});
const orders = createRoute({
  getParentRoute: () => inside,
  path: "/orders",
  component: lazyRouteComponent(() => import("./orders/orders.tsx"), "OrdersPage"),
  pendingComponent: Loading,
});
const order = createRoute({
  getParentRoute: () => inside,
  path: "/orders/$id",
  component: lazyRouteComponent(() => import("./orders/order.tsx"), "OrderPage"),
  pendingComponent: Loading,
});
const purchaseOrder = createRoute({
  getParentRoute: () => inside,
  path: "/purchase-orders/$id",
  component: lazyRouteComponent(() => import("./orders/purchase-order.tsx"), "PurchaseOrderPage"),
  pendingComponent: Loading,
});
const devices = createRoute({
  getParentRoute: () => inside,
  path: "/devices",
  component: lazyRouteComponent(() => import("./devices/devices.tsx"), "DevicesPage"),
  pendingComponent: Loading,
});
const device = createRoute({
  getParentRoute: () => inside,
  path: "/devices/$id",
  component: lazyRouteComponent(() => import("./devices/device.tsx"), "DevicePage"),
  pendingComponent: Loading,
});
const gateways = createRoute({
  getParentRoute: () => inside,
  path: "/gateways",
  component: lazyRouteComponent(() => import("./gateways/gateways.tsx"), "GatewaysPage"),
  pendingComponent: Loading,
});
const gateway = createRoute({
  getParentRoute: () => inside,
  path: "/gateways/$id",
  component: lazyRouteComponent(() => import("./gateways/gateway.tsx"), "GatewayPage"),
  pendingComponent: Loading,
});
const mailbox = createRoute({
  getParentRoute: () => inside,
  path: "/mailbox",
  component: lazyRouteComponent(() => import("./mailbox/mailbox.tsx"), "MailboxPage"),
  pendingComponent: Loading,
});

const inventory = createRoute({
  getParentRoute: () => inside,
  path: "/inventory",
  component: lazyRouteComponent(() => import("./inventory/frame.tsx"), "InventoryFrame"),
  pendingComponent: Loading,
});
const inventoryStart = createRoute({
  getParentRoute: () => inventory,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/inventory/locations", replace: true });
  },
});
const inventoryLocations = createRoute({
  getParentRoute: () => inventory,
  path: "/locations",
  component: lazyRouteComponent(() => import("./inventory/locations.tsx"), "LocationsPage"),
});
const inventoryLocation = createRoute({
  getParentRoute: () => inventory,
  path: "/locations/$id",
  component: lazyRouteComponent(() => import("./inventory/location.tsx"), "LocationFormPage"),
});
const parts = createRoute({
  getParentRoute: () => inventory,
  path: "/parts",
  component: lazyRouteComponent(() => import("./inventory/parts.tsx"), "PartsPage"),
});
const part = createRoute({
  getParentRoute: () => inventory,
  path: "/parts/$id",
  component: lazyRouteComponent(() => import("./inventory/part.tsx"), "PartPage"),
});
const suppliers = createRoute({
  getParentRoute: () => inventory,
  path: "/suppliers",
  component: lazyRouteComponent(() => import("./inventory/suppliers.tsx"), "SuppliersPage"),
});
const supplier = createRoute({
  getParentRoute: () => inventory,
  path: "/suppliers/$id",
  component: lazyRouteComponent(() => import("./inventory/supplier.tsx"), "SupplierPage"),
});
const sites = createRoute({
  getParentRoute: () => inventory,
  path: "/sites",
  component: lazyRouteComponent(() => import("./inventory/sites.tsx"), "SitesPage"),
});
const reservations = createRoute({
  getParentRoute: () => inventory,
  path: "/reservations",
  component: lazyRouteComponent(() => import("./inventory/reservations.tsx"), "ReservationsPage"),
});

const planning = createRoute({
  getParentRoute: () => inside,
  path: "/planning",
  component: lazyRouteComponent(() => import("./planning/frame.tsx"), "PlanningFrame"),
  pendingComponent: Loading,
});
const planningStart = createRoute({
  getParentRoute: () => planning,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/planning/proposals", replace: true });
  },
});
const proposals = createRoute({
  getParentRoute: () => planning,
  path: "/proposals",
  validateSearch: proposalSearchOf,
  component: lazyRouteComponent(() => import("./planning/proposals.tsx"), "ProposalsPage"),
});
const locationPlans = createRoute({
  getParentRoute: () => planning,
  path: "/locations",
  validateSearch: locationSearchOf,
  component: lazyRouteComponent(() => import("./planning/locations.tsx"), "LocationPlansPage"),
});
const whatIf = createRoute({
  getParentRoute: () => planning,
  path: "/what-if",
  validateSearch: whatIfSearchOf,
  component: lazyRouteComponent(() => import("./planning/what-if/what-if.tsx"), "WhatIfPage"),
});
const calibration = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id/calibration",
  component: lazyRouteComponent(() => import("./calibration/calibration.tsx"), "CalibrationPage"),
  pendingComponent: Loading,
});

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: lazyRouteComponent(() => import("./settings/frame.tsx"), "SettingsFrame"),
  pendingComponent: Loading,
});
const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/members", replace: true });
  },
});
const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  component: lazyRouteComponent(() => import("./settings/api-keys.tsx"), "ApiKeysPage"),
});
const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks",
  component: lazyRouteComponent(() => import("./settings/webhooks.tsx"), "WebhooksPage"),
});
const webhook = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks/$id",
  component: lazyRouteComponent(() => import("./settings/webhook.tsx"), "WebhookPage"),
});
const members = createRoute({
  getParentRoute: () => settings,
  path: "/members",
  component: lazyRouteComponent(() => import("./settings/members.tsx"), "MembersPage"),
});
const auditTrail = createRoute({
  getParentRoute: () => settings,
  path: "/audit-trail",
  validateSearch: trailSearchOf,
  component: lazyRouteComponent(() => import("./settings/audit-trail.tsx"), "AuditTrailPage"),
});
const planningSettings = createRoute({
  getParentRoute: () => settings,
  path: "/planning",
  component: lazyRouteComponent(() => import("./planning/settings.tsx"), "PlanningSettingsPage"),
});
const account = createRoute({
  getParentRoute: () => settings,
  path: "/account",
  component: lazyRouteComponent(() => import("./settings/account.tsx"), "AccountPage"),
});

const signInSettings = createRoute({
  getParentRoute: () => settings,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./settings/sign-in.tsx"), "SignInSettingsPage"),
});
const signInConnection = createRoute({
  getParentRoute: () => settings,
  path: "/sign-in/$id",
  component: lazyRouteComponent(
    () => import("./settings/sign-in-connection-route.tsx"),
    "SignInConnectionRoute",
  ),
});
const operatorAccess = createRoute({
  getParentRoute: () => settings,
  path: "/operator-access",
  component: lazyRouteComponent(() => import("./settings/operator-access.tsx"), "OperatorAccessPage"),
});

const profile = createRoute({
  getParentRoute: () => inside,
  path: "/profile",
  component: lazyRouteComponent(() => import("./people/profile.tsx"), "ProfilePage"),
  pendingComponent: Loading,
});
const operate = createRoute({
  getParentRoute: () => inside,
  path: "/operate",
  component: lazyRouteComponent(() => import("./operate/operate.tsx"), "OperatePage"),
  pendingComponent: Loading,
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("./people/register.tsx"), "RegisterPage"),
});
const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage });
const confirm = createRoute({
  getParentRoute: () => root,
  path: "/supplier/confirm",
  component: lazyRouteComponent(() => import("./orders/supplier-confirm.tsx"), "SupplierConfirmPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      overview,
      location,
      orders,
      order,
      purchaseOrder,
      devices,
      device,
      gateways,
      gateway,
      mailbox,
      inventory.addChildren([
        inventoryStart,
        inventoryLocations,
        inventoryLocation,
        parts,
        part,
        suppliers,
        supplier,
        sites,
        reservations,
      ]),
      planning.addChildren([planningStart, proposals, locationPlans, whatIf]),
      calibration,
      settings.addChildren([
        settingsStart,
        members,
        signInSettings,
        signInConnection,
        apiKeys,
        webhooks,
        webhook,
        operatorAccess,
        auditTrail,
        planningSettings,
        account,
      ]),
      profile,
      operate,
    ]),
    register,
    signIn,
    confirm,
  ]),
  defaultPreload: "intent",
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
