import type { Role } from "../accounts/records.ts";

/**
 * What people and keys may do, declared here and nowhere else: admission asks it for each request, the OpenAPI document,
 * the web page and the documentation are made from it.
 */

/** What an admin can grant to a user one by one. */
export const privileges = {
  "acknowledge-orders": {
    title: "Acknowledge orders",
    description:
      "Enters what the supplier confirmed, what is on its way and what was received; takes back what was wrong; adds remarks.",
  },
  "approve-orders": {
    title: "Approve orders",
    description: "Approves or rejects orders that wait for a person.",
  },
  "count-stock": {
    title: "Count stock",
    description: "Enters what was counted at a location, also damage and loss.",
  },
  "place-orders": {
    title: "Place orders",
    description: "Orders by hand, merges and splits orders, sends one again, cancels one.",
  },
  "calibrate-locations": {
    title: "Calibrate locations",
    description: "Changes how a sensor's reading becomes a level: distances, containers, pieces.",
  },
  "manage-inventory": {
    title: "Manage the inventory",
    description:
      "Makes, changes and removes sites, storage locations, parts, suppliers and reservations; applies what planning proposes; imports, also consumption history.",
  },
  "manage-devices": {
    title: "Manage devices and gateways",
    description: "Adds, changes and removes devices and gateways; sends downlinks.",
  },
} as const;
export type Privilege = keyof typeof privileges;
export const privilegeNames = Object.keys(privileges) as Privilege[];

/**
 * `public`: nobody has to be signed in. `read`: every role. `own`: every person, about oneself; no API key. `admin`: the
 * role admin. `operate`: operators of the service. `provision`: a key of a directory service (SCIM).
 */
export type Permission = "public" | "read" | "own" | "admin" | "operate" | "provision" | Privilege;

const rules = {
  public: [
    "GET /api/v1/openapi.json",
    "GET /api/v1/problems",
    "GET /api/v1/supplier-confirmation/{token}",
    "POST /api/v1/supplier-confirmation/{token}",
    "GET /api/v1/registration/{token}",
    "POST /api/v1/registration/{token}/code",
    "POST /api/v1/registration/{token}/passkey-options",
    "POST /api/v1/registration/{token}",
    "GET /api/v1/sign-in",
    "DELETE /api/v1/sign-in",
    "POST /api/v1/sign-in/ways",
    "GET /api/v1/sign-in/connections/{token}",
    "POST /api/v1/sign-in/connections/{token}",
    "POST /api/v1/sign-in/passkey-options",
    "POST /api/v1/sign-in/passkey",
    "POST /api/v1/sign-in/second-factor/passkey-options",
    "POST /api/v1/sign-in/second-factor",
    "POST /api/v1/sign-in/enrolment/passkey-options",
    "POST /api/v1/sign-in/enrolment/authenticator",
    "POST /api/v1/sign-in/enrolment",
    "POST /api/v1/sign-in/recovery",
  ],
  own: [
    "POST /api/v1/session/end",
    "GET /api/v1/sessions",
    "DELETE /api/v1/sessions/{id}",
    "POST /api/v1/sessions/end-others",
    "POST /api/v1/session/confirmation/passkey-options",
    "POST /api/v1/session/confirmation/sign-on",
    "POST /api/v1/session/confirmation",
    "GET /api/v1/profile",
    "PATCH /api/v1/profile",
    "GET /api/v1/profile/preferences",
    "PUT /api/v1/profile/preferences/{name}",
    "GET /api/v1/profile/passkeys",
    "POST /api/v1/profile/passkey-options",
    "POST /api/v1/profile/passkeys",
    "PATCH /api/v1/profile/passkeys/{id}",
    "DELETE /api/v1/profile/passkeys/{id}",
    "POST /api/v1/profile/authenticator/secret",
    "POST /api/v1/profile/authenticator",
    "DELETE /api/v1/profile/authenticator",
    "POST /api/v1/profile/recovery-codes",
    "GET /api/v1/profile/notifications",
    "PATCH /api/v1/profile/notifications",
    "GET /api/v1/notifications",
    "GET /api/v1/notifications/{id}",
    "POST /api/v1/notifications/read",
    "PUT /api/v1/notifications/mutes/{subjectId}",
    "DELETE /api/v1/notifications/mutes/{subjectId}",
  ],
  read: [
    "GET /api/v1/session",
    "GET /api/v1/roles",
    "GET /api/v1/events",
    "GET /api/v1/overview",
    "GET /api/v1/overview/attention",
    "GET /api/v1/overview/history",
    "GET /api/v1/public-holidays",
    "GET /api/v1/sites",
    "GET /api/v1/sites/{id}",
    "GET /api/v1/sites/{id}/floor-plan",
    "GET /api/v1/suppliers",
    "GET /api/v1/suppliers/{id}",
    "GET /api/v1/areas",
    "GET /api/v1/areas/{id}",
    "GET /api/v1/racks",
    "GET /api/v1/racks/{id}",
    "GET /api/v1/reservations",
    "GET /api/v1/reservations/{id}",
    "GET /api/v1/locations/{id}/stock-takes",
    "GET /api/v1/purchase-orders",
    "GET /api/v1/purchase-orders/{id}",
    "GET /api/v1/purchase-orders/{id}/document",
    "GET /api/v1/label-templates",
    "POST /api/v1/labels",
    "GET /api/v1/locations/{id}/photos",
    "GET /api/v1/locations/{id}/photos/{photoId}",
    "GET /api/v1/receiving",
    "GET /api/v1/parts",
    "GET /api/v1/parts/{id}",
    "GET /api/v1/parts/{id}/picture",
    "GET /api/v1/locations",
    "GET /api/v1/locations/{id}",
    "GET /api/v1/locations/{id}/measurements",
    "GET /api/v1/devices/{id}/measurements",
    "GET /api/v1/stock",
    "GET /api/v1/stock/locations",
    "GET /api/v1/planning/locations",
    "GET /api/v1/planning/locations/{id}",
    "GET /api/v1/planning/matrix",
    "GET /api/v1/planning/slow-movers",
    "GET /api/v1/planning/proposals",
    "GET /api/v1/planning/proposals/{id}",
    "GET /api/v1/planning/runs",
    "GET /api/v1/planning/runs/{id}",
    "GET /api/v1/locations/{id}/demand",
    "GET /api/v1/locations/{id}/outlook",
    "GET /api/v1/parts/{id}/demand",
    "GET /api/v1/devices",
    "GET /api/v1/devices/{id}",
    "GET /api/v1/devices/{id}/lorawan",
    "GET /api/v1/devices/{id}/downlinks",
    "GET /api/v1/devices/{id}/frames",
    "GET /api/v1/gateways",
    "GET /api/v1/gateways/{id}",
    "GET /api/v1/devices/{id}/settings",
    "GET /api/v1/gateways/coverage",
    "GET /api/v1/gateways/{id}/devices",
    "GET /api/v1/gateways/{id}/frames",
    "GET /api/v1/gateways/{id}/history",
    "GET /api/v1/unknown-gateways",
    "GET /api/v1/multicast-groups",
    "GET /api/v1/orders",
    "GET /api/v1/orders/{id}",
    "GET /api/v1/mailbox",
    "GET /api/v1/members",
    "GET /api/v1/members/{id}",
    "GET /api/v1/invitations",
    "GET /api/v1/api-keys",
    "GET /api/v1/api-keys/{id}",
    "GET /api/v1/account",
    "GET /api/v1/account/key-rotations",
    "GET /api/v1/account/key-rotations/{id}",
    "GET /api/v1/webhook-event-types",
  ],
  "acknowledge-orders": [
    "POST /api/v1/orders/{id}/confirm",
    "POST /api/v1/orders/{id}/ship",
    "POST /api/v1/orders/{id}/receive",
    ...["confirm", "ship", "receive"].map(undoing),
    "POST /api/v1/purchase-orders/{id}/receive",
    "POST /api/v1/orders/{id}/remarks",
  ],
  "approve-orders": [
    "POST /api/v1/orders/{id}/approve",
    "POST /api/v1/orders/{id}/reject",
    "POST /api/v1/orders/approve",
    "POST /api/v1/orders/reject",
    ...["approve", "reject"].map(undoing),
  ],
  "count-stock": ["POST /api/v1/locations/{id}/stock-takes"],
  "place-orders": [
    "POST /api/v1/orders",
    "POST /api/v1/orders/{id}/cancel",
    "POST /api/v1/orders/cancel",
    "POST /api/v1/orders/{id}/cancel/undo",
    "POST /api/v1/orders/{id}/split",
    "POST /api/v1/orders/merge",
    "POST /api/v1/orders/{id}/dispatch",
  ],
  "calibrate-locations": [
    "POST /api/v1/locations/{id}/calibration/fit",
    "PUT /api/v1/locations/{id}/calibration",
  ],
  "manage-inventory": [
    "POST /api/v1/import",
    "GET /api/v1/imports",
    "POST /api/v1/imports",
    "GET /api/v1/imports/kinds",
    "GET /api/v1/imports/template",
    "GET /api/v1/imports/records",
    "GET /api/v1/imports/{id}",
    "PATCH /api/v1/imports/{id}",
    "DELETE /api/v1/imports/{id}",
    "GET /api/v1/imports/{id}/lines",
    "GET /api/v1/imports/{id}/error-file",
    "POST /api/v1/imports/{id}/apply",
    "POST /api/v1/imports/{id}/undo",
    "POST /api/v1/holidays/calendar-file",
    "POST /api/v1/suppliers/{id}/message-preview",
    ...["sites", "areas", "racks", "suppliers", "parts", "locations"].flatMap(writing),
    "PUT /api/v1/sites/{id}/floor-plan",
    "DELETE /api/v1/sites/{id}/floor-plan",
    "PUT /api/v1/sites/{id}/layout",
    "PUT /api/v1/parts/{id}/picture",
    "DELETE /api/v1/parts/{id}/picture",
    "POST /api/v1/locations/{id}/photos",
    "DELETE /api/v1/locations/{id}/photos/{photoId}",
    "POST /api/v1/planning/consumption",
    "DELETE /api/v1/planning/consumption/{locationId}",
    "POST /api/v1/planning/runs",
    "POST /api/v1/planning/simulations",
    "POST /api/v1/planning/proposals/apply",
    "POST /api/v1/planning/proposals/{id}/apply",
    "POST /api/v1/planning/proposals/{id}/dismiss",
    "POST /api/v1/reservations",
    "PATCH /api/v1/reservations/{id}",
    "DELETE /api/v1/reservations/{id}",
  ],
  "manage-devices": [
    ...["devices", "gateways"].flatMap(writing),
    "POST /api/v1/devices/file",
    "POST /api/v1/devices/file/preview",
    "POST /api/v1/devices/qr-code",
    "POST /api/v1/devices/settings",
    "POST /api/v1/devices/{id}/settings",
    "POST /api/v1/devices/{id}/replace",
    "POST /api/v1/devices/{id}/replace/undo",
    "POST /api/v1/devices/{id}/downlinks",
    "DELETE /api/v1/devices/{id}/downlinks",
    "DELETE /api/v1/devices/{id}/downlinks/{downlinkId}",
    "POST /api/v1/gateways/{id}/station-credentials",
    "POST /api/v1/multicast-groups",
    "PUT /api/v1/multicast-groups/{id}",
    "DELETE /api/v1/multicast-groups/{id}",
    "POST /api/v1/multicast-groups/{id}/downlinks",
  ],
  admin: [
    "GET /api/v1/devices/{id}/messages",
    "PATCH /api/v1/account",
    "GET /api/v1/notification-defaults",
    "PATCH /api/v1/notification-defaults",
    "POST /api/v1/account/key-rotations",
    "PATCH /api/v1/members/{id}",
    "DELETE /api/v1/members/{id}",
    "POST /api/v1/members/{id}/sign-in-link",
    "POST /api/v1/invitations",
    "POST /api/v1/invitations/{id}/send",
    "DELETE /api/v1/invitations/{id}",
    "POST /api/v1/api-keys",
    "PATCH /api/v1/api-keys/{id}",
    "DELETE /api/v1/api-keys/{id}",
    "GET /api/v1/connections",
    "POST /api/v1/connections",
    "GET /api/v1/connections/{id}",
    "PATCH /api/v1/connections/{id}",
    "DELETE /api/v1/connections/{id}",
    "POST /api/v1/connections/{id}/test",
    "POST /api/v1/connections/metadata",
    "GET /api/v1/domains",
    "POST /api/v1/domains",
    "PATCH /api/v1/domains/{id}",
    "DELETE /api/v1/domains/{id}",
    "POST /api/v1/domains/{id}/verify",
    "GET /api/v1/operator-access",
    "POST /api/v1/operator-access",
    "POST /api/v1/operator-access/{id}/grant",
    "DELETE /api/v1/operator-access/{id}",
    "GET /api/v1/audit-entries",
    "GET /api/v1/audit-entries/export",
    "GET /api/v1/audit-entries/{sequence}",
    "GET /api/v1/audit-trail/verification",
    "GET /api/v1/webhooks",
    "POST /api/v1/webhooks",
    "GET /api/v1/webhooks/{id}",
    "PATCH /api/v1/webhooks/{id}",
    "DELETE /api/v1/webhooks/{id}",
    "GET /api/v1/webhooks/{id}/deliveries",
    "GET /api/v1/webhooks/{id}/deliveries/{deliveryId}",
    "POST /api/v1/webhooks/{id}/deliveries/{deliveryId}/replay",
    "POST /api/v1/webhooks/{id}/replay",
    "POST /api/v1/webhooks/{id}/rotate-secret",
    "POST /api/v1/webhooks/{id}/test",
    "POST /api/v1/exports",
    "GET /api/v1/exports",
    "GET /api/v1/exports/{id}",
    "GET /api/v1/exports/{id}/content",
  ],
  operate: [
    "GET /api/v1/operation/customers",
    "GET /api/v1/operation/customers/{accountId}",
    "PUT /api/v1/operation/customers/{accountId}/state",
    "PUT /api/v1/operation/customers/{accountId}/quota",
    "POST /api/v1/operation/customers/{accountId}/registration-link",
    "POST /api/v1/operation/customers/{accountId}/key-rotation",
    "GET /api/v1/operation/network",
    "GET /api/v1/operation/gateways",
    "GET /api/v1/operation/jobs",
    "POST /api/v1/operation/jobs/{region}/{id}/retry",
    "POST /api/v1/operation/jobs/{region}/{id}/cancel",
    "GET /api/v1/operation/trail",
    "GET /api/v1/operation/health",
    "POST /api/v1/operation/customers/{accountId}/access",
    "POST /api/v1/operation/customers/{accountId}/visit",
  ],
  provision: [
    "GET /scim/v2/ServiceProviderConfig",
    "GET /scim/v2/ResourceTypes",
    "GET /scim/v2/ResourceTypes/{id}",
    "GET /scim/v2/Schemas",
    "GET /scim/v2/Schemas/{id}",
    ...["Users", "Groups"].flatMap((resource) => [
      `GET /scim/v2/${resource}`,
      `POST /scim/v2/${resource}`,
      `GET /scim/v2/${resource}/{id}`,
      `PUT /scim/v2/${resource}/{id}`,
      `PATCH /scim/v2/${resource}/{id}`,
      `DELETE /scim/v2/${resource}/{id}`,
    ]),
  ],
} satisfies Record<Permission, readonly string[]>;

function undoing(step: string): string {
  return `POST /api/v1/orders/{id}/${step}/undo`;
}

function writing(resource: string): string[] {
  return [
    `POST /api/v1/${resource}`,
    `PATCH /api/v1/${resource}/{id}`,
    `DELETE /api/v1/${resource}/{id}`,
    `POST /api/v1/${resource}/bulk`,
  ];
}

/**
 * What a stranger at an unlocked screen must not do: a person is asked anew before it, unless that was in the last minutes.
 * A key is a machine's, and can't be asked.
 */
const dangerous: ReadonlySet<string> = new Set([
  "POST /api/v1/api-keys",
  "PATCH /api/v1/api-keys/{id}",
  "PATCH /api/v1/members/{id}",
  "DELETE /api/v1/members/{id}",
  "POST /api/v1/members/{id}/sign-in-link",
  "POST /api/v1/invitations",
  "POST /api/v1/invitations/{id}/send",
  "PATCH /api/v1/account",
  "POST /api/v1/account/key-rotations",
  "POST /api/v1/connections",
  "PATCH /api/v1/connections/{id}",
  "DELETE /api/v1/connections/{id}",
  "POST /api/v1/domains",
  "PATCH /api/v1/domains/{id}",
  "DELETE /api/v1/domains/{id}",
  "POST /api/v1/operator-access",
  "POST /api/v1/operator-access/{id}/grant",
  "POST /api/v1/exports",
  "GET /api/v1/exports/{id}/content",
  "GET /api/v1/audit-entries/export",
  "POST /api/v1/webhooks/{id}/rotate-secret",
  "POST /api/v1/profile/passkey-options",
  "POST /api/v1/profile/passkeys",
  "DELETE /api/v1/profile/passkeys/{id}",
  "POST /api/v1/profile/authenticator/secret",
  "POST /api/v1/profile/authenticator",
  "DELETE /api/v1/profile/authenticator",
  "POST /api/v1/profile/recovery-codes",
  "POST /api/v1/operation/customers/{accountId}/visit",
  "PUT /api/v1/operation/customers/{accountId}/state",
  "PUT /api/v1/operation/customers/{accountId}/quota",
  "POST /api/v1/operation/customers/{accountId}/registration-link",
  "POST /api/v1/operation/customers/{accountId}/key-rotation",
]);

export interface Rule {
  permission: Permission;
  isDangerous: boolean;
}

const ruleOfOperation = new Map<string, Rule>(
  Object.entries(rules).flatMap(([permission, operations]) =>
    operations.map((name) => [
      name,
      { permission: permission as Permission, isDangerous: dangerous.has(name) },
    ]),
  ),
);

/** Every operation with its rule; in names like `PATCH /api/v1/sites/{id}`. */
export const policy: ReadonlyMap<string, Rule> = ruleOfOperation;

/** Throws RangeError for an operation that has none: nothing is served that nobody decided about. */
export function ruleOf(method: string, url: string): Rule {
  const name = operationName(method, url);
  const rule = ruleOfOperation.get(name);
  if (!rule) throw new RangeError(`${name} has no rule: say in members/policy.ts who may do it`);
  return rule;
}

/** As OpenAPI names it: `GET /api/v1/sites/{id}`. */
export function operationName(method: string, url: string): string {
  const verb = method === "HEAD" ? "GET" : method;
  return `${verb} ${url.replace(/:(\w+)/g, "{$1}")}`;
}

/** Who asks, as far as that decides. */
export interface Asker {
  role: Role;
  /** Of a user; an admin has all. */
  privileges: readonly Privilege[];
  kind: "member" | "api-key" | "provisioning-key" | "operator" | "visitor";
}

export function may({ kind, role, privileges: granted }: Asker, permission: Permission): boolean {
  if (permission === "public") return true;
  if (permission === "provision") return kind === "provisioning-key";
  if (kind === "provisioning-key") return false;
  // An operator whom a customer let in looks, and ends the visit.
  if (kind === "visitor") return permission === "read";
  if (permission === "operate") return kind === "operator";
  if (permission === "own") return kind === "member" || kind === "operator";
  if (permission === "read" || role === "admin") return true;
  return permission !== "admin" && granted.includes(permission);
}

/** What an asker may do beyond reading, for the web page. */
export function permissionsOf(asker: Asker): Permission[] {
  const all: Permission[] = ["read", "own", "admin", "operate", ...privilegeNames];
  return all.filter((permission) => may(asker, permission));
}

/** Roles that may by themselves, for the documentation. */
export function rolesOf(permission: Permission): Role[] {
  return (["admin", "user"] as const).filter((role) =>
    may({ kind: "member", role, privileges: [] }, permission),
  );
}
