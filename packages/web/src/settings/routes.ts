import { createRoute, redirect } from "@tanstack/react-router";
import { importSearchOf, importsSearchOf } from "../imports/search.ts";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";
import { trailSearchOf } from "./trail-search.ts";

const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: page("settings", () => import("./frame.tsx"), "SettingsFrame"),
  pendingComponent: Loading,
});

const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/settings/members", replace: true });
  },
});

const members = createRoute({
  getParentRoute: () => settings,
  path: "/members",
  component: page("settings", () => import("./members.tsx"), "MembersPage"),
});

const signInSettings = createRoute({
  getParentRoute: () => settings,
  path: "/sign-in",
  component: page("settings", () => import("./sign-in.tsx"), "SignInSettingsPage"),
});

const signInConnection = createRoute({
  getParentRoute: () => settings,
  path: "/sign-in/$id",
  component: page("settings", () => import("./sign-in-connection-route.tsx"), "SignInConnectionRoute"),
});

const apiKeys = createRoute({
  getParentRoute: () => settings,
  path: "/api-keys",
  component: page("settings", () => import("./api-keys.tsx"), "ApiKeysPage"),
});

const webhooks = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks",
  component: page("settings", () => import("./webhooks.tsx"), "WebhooksPage"),
});

const webhook = createRoute({
  getParentRoute: () => settings,
  path: "/webhooks/$id",
  component: page("settings", () => import("./webhook.tsx"), "WebhookPage"),
});

const operatorAccess = createRoute({
  getParentRoute: () => settings,
  path: "/operator-access",
  component: page("settings", () => import("./operator-access.tsx"), "OperatorAccessPage"),
});

const auditTrail = createRoute({
  getParentRoute: () => settings,
  path: "/audit-trail",
  validateSearch: trailSearchOf,
  component: page("settings", () => import("./audit-trail.tsx"), "AuditTrailPage"),
});

const notifications = createRoute({
  getParentRoute: () => settings,
  path: "/notifications",
  validateSearch: ({ of }: Record<string, unknown>): { of?: "everybody" } =>
    of === "everybody" ? { of } : {},
  component: page("notifications", () => import("../notifications/settings.tsx"), "NotificationSettingsPage"),
});

const account = createRoute({
  getParentRoute: () => settings,
  path: "/account",
  component: page("settings", () => import("./account.tsx"), "AccountPage"),
});

const planningSettings = createRoute({
  getParentRoute: () => settings,
  path: "/planning",
  component: page("planning", () => import("../planning/settings.tsx"), "PlanningSettingsPage"),
});

const imports = createRoute({
  getParentRoute: () => settings,
  path: "/imports",
  validateSearch: importsSearchOf,
  component: page("imports", () => import("../imports/imports.tsx"), "ImportsPage"),
});

const dataImport = createRoute({
  getParentRoute: () => settings,
  path: "/imports/$id",
  validateSearch: importSearchOf,
  component: page("imports", () => import("../imports/import.tsx"), "ImportPage"),
});

const units = createRoute({
  getParentRoute: () => settings,
  path: "/units",
  component: page("units", () => import("../units/units.tsx"), "UnitsPage"),
});

export const settingsRoutes = [
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
    notifications,
    planningSettings,
    imports,
    dataImport,
    units,
    account,
  ]),
] as const;
