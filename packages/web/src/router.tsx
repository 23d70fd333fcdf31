import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { Shell } from "./layout/shell.tsx";
import { DevicePage } from "./pages/device.tsx";
import { DevicesPage } from "./pages/devices.tsx";
import { GatewayPage } from "./pages/gateway.tsx";
import { GatewaysPage } from "./pages/gateways.tsx";
import { LocationPage } from "./pages/location.tsx";
import { MailboxPage } from "./pages/mailbox.tsx";
import { NotFoundPage } from "./pages/not-found.tsx";
import { OrderPage } from "./pages/order.tsx";
import { OrdersPage } from "./pages/orders.tsx";
import { OverviewPage } from "./pages/overview.tsx";
import { SignInPage } from "./pages/sign-in.tsx";
import { SupplierConfirmPage } from "./pages/supplier-confirm.tsx";
import { Loading } from "./parts/small.tsx";
import { trailSearchOf } from "./settings/trail-search.ts";

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
/** Pages for people of the customer: they need a session. */
const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Shell });

const overview = createRoute({ getParentRoute: () => inside, path: "/", component: OverviewPage });
const location = createRoute({
  getParentRoute: () => inside,
  path: "/locations/$id",
  component: function LocationRoute() {
    return <LocationPage id={location.useParams().id} />;
  },
});
const orders = createRoute({ getParentRoute: () => inside, path: "/orders", component: OrdersPage });
const order = createRoute({
  getParentRoute: () => inside,
  path: "/orders/$id",
  component: function OrderRoute() {
    return <OrderPage id={order.useParams().id} />;
  },
});
const devices = createRoute({ getParentRoute: () => inside, path: "/devices", component: DevicesPage });
const device = createRoute({
  getParentRoute: () => inside,
  path: "/devices/$id",
  component: function DeviceRoute() {
    return <DevicePage id={device.useParams().id} />;
  },
});
const gateway = createRoute({
  getParentRoute: () => inside,
  path: "/gateways/$id",
  component: function GatewayRoute() {
    return <GatewayPage id={gateway.useParams().id} />;
  },
});
const gateways = createRoute({ getParentRoute: () => inside, path: "/gateways", component: GatewaysPage });
const mailbox = createRoute({ getParentRoute: () => inside, path: "/mailbox", component: MailboxPage });

/** Loaded when somebody goes there, so that the first page stays small. */
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
  component: lazyRouteComponent(() => import("./pages/profile.tsx"), "ProfilePage"),
  pendingComponent: Loading,
});
const operate = createRoute({
  getParentRoute: () => inside,
  path: "/operate",
  component: lazyRouteComponent(() => import("./pages/operate.tsx"), "OperatePage"),
  pendingComponent: Loading,
});
const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: lazyRouteComponent(() => import("./pages/register.tsx"), "RegisterPage"),
});
const signIn = createRoute({ getParentRoute: () => root, path: "/sign-in", component: SignInPage });
const confirm = createRoute({
  getParentRoute: () => root,
  path: "/supplier/confirm",
  component: SupplierConfirmPage,
});

export const router = createRouter({
  routeTree: root.addChildren([
    inside.addChildren([
      overview,
      location,
      orders,
      order,
      devices,
      device,
      gateways,
      gateway,
      mailbox,
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
        account,
      ]),
      profile,
      operate,
    ]),
    register,
    signIn,
    confirm,
  ]),
  defaultPreload: false,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
