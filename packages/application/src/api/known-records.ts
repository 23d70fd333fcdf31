import type { Random } from "../../../factory/src/random.ts";
import { until } from "../application-under-test.ts";
import type { AccountUnderTest } from "./account-under-test.ts";
import type { Operation } from "./operations-under-test.ts";
import type { KnownValues, Place } from "./schema-values.ts";

// For tests: what the OpenAPI document can't say. Whoever adds an operation adds here what it needs, if anything.

/** What a schema can't say of a field, by the field's name. */
export const knownValues = (dice: Random): KnownValues => ({
  appKey: dice.hex(16),
  macVersion: "1.0.3",
  dispatch: { kind: "email", address: "orders@bolts.example" },
  geometry: {
    kind: "containers",
    emptyDistanceMm: 1200,
    containerDepthMm: 100,
    capacityContainers: 10,
    piecesPerContainer: 10,
  },
  policy: { kind: "min-max", minimum: 30, maximum: 90 },
  safetyStock: 0,
  source: { kind: "supplier" },
  phaseIn: null,
  phaseOut: null,
  isBlocked: false,
  needsApproval: false,
  prices: [],
  timeZone: "Europe/Berlin",
  blackouts: [],
  calendar: { timeZone: "UTC", orderingDays: [1, 2, 3, 4, 5, 6, 7], cutOff: null, holidays: [] },
  minimumOrderValue: 0,
  collectionMinutes: 0,
  approvalAbove: null,
  currency: "EUR",
  orderMessage: null,
  reminderMessage: null,
  language: "en",
  text: "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122",
  since: "2026-01-01T00:00:00Z",
  sourceAddresses: ["127.0.0.0/8", "::1"],
  emails: [`p${dice.hex(4)}@people.example`],
  settings: {
    kind: "saml",
    entityId: "https://adfs.acme.example/adfs/services/trust",
    signInUrl: "https://adfs.acme.example/adfs/ls/",
    signOutUrl: null,
    certificates: [certificate],
    metadataUrl: null,
    requiresSignedResponse: true,
  },
  isEnabled: false,
  requiredConnectionId: null,
});

/** Of an identity provider; its key was thrown away. */
const certificate =
  "-----BEGIN CERTIFICATE-----\nMIIDMTCCAhmgAwIBAgIUBzD0cbkcXl4Rp/i8ZwMmEqD+bJIwDQYJKoZIhvcNAQEL\nBQAwJzElMCMGA1UEAwwcaWRlbnRpdHkgcHJvdmlkZXIgdW5kZXIgdGVzdDAgFw0y\nNjExMjUwNTU0MTRaGA8yMTI2MTEwMTA1NTQxNFowJzElMCMGA1UEAwwcaWRlbnRp\ndHkgcHJvdmlkZXIgdW5kZXIgdGVzdDCCASIwDQYJKoZIhvcNAQEBBQADggEPADCC\nAQoCggEBAKWyf0HJT055nJBVaKA9OH85FVGFTi4Khiln8nxsD+o3ZFS6dq1HIYGm\nDslHPpZJVejd5iMk6fqJs87KwOsj/NKDkHbn1fdkAWvybD5j6evqEWXKRhyCHujW\nN1VT9EujzLST9J1B7y83S3JDewyYjfNeCN6jToE1SwpAwFn4U5CBLfcqX2ACD2OO\n76BidGrsSKK/SYUw3hkI2I1wfTIvfHfLLLlKjDTCVhBFjr2eJlfX99xpRhnMTUTn\nAtZMm+bE+LcAu9oHRQkDo/dehi+qToFG0BZoydsJksFm5+JNN0Q31QIwzmCCfNzj\n5w1XNUu+6end7f0xjQS/AkNwTnKNyRMCAwEAAaNTMFEwHQYDVR0OBBYEFPckSHAI\nBLeyRujwnBlDmI8lLwPUMB8GA1UdIwQYMBaAFPckSHAIBLeyRujwnBlDmI8lLwPU\nMA8GA1UdEwEB/wQFMAMBAf8wDQYJKoZIhvcNAQELBQADggEBAF+J0FN892HpD+fV\nXErCDD517C0N96Yx8exQRkqF0M7mazkkBqW8NBaN0GWIY4fcbCNVwupeM4KRuJil\nwJ/aH1a3mkh3XyY1LiR/HpsuDssH08sYI1taF7wyIi2qCxX2Kc+B2hA8ydE34FZ0\nu1ONs/E7usMDoBLXQKvE1ZjqfbI1jaB9L4T4lyHe7s5q7V2avcwSbnLQQxD60eYA\n48XIj+fFQKc/OKKzLmhNzFqRqtaQAIQyuJQdRpuKuzFDjubJDr1f4nFSntPZgLGm\nKyvEH+iNHLm3cOO7LqqZ+pHvy4OI1ZEU3SAe2rYX6LIaqvZ3KfdMhlViRRni58Z3\ncHLFDqE=\n-----END CERTIFICATE-----";

/**
 * What is done in steps, or with somebody elsewhere: by a person in a browser, or with a provider or name service. It has
 * tests of its own.
 */
export function isCeremony({ name, permission }: Operation): boolean {
  return ["own", "operate"].includes(permission) || ceremonies.some((each) => each.test(name));
}
const ceremonies = [
  /^\w+ \/api\/v1\/sign-in/,
  /^POST \/api\/v1\/registration\//,
  /^POST \/api\/v1\/connections\/(metadata|\{id\}\/test)$/,
  /^POST \/api\/v1\/domains\/\{id\}\/verify$/,
  // Of orders that fit together: see the tests of what a buyer decides.
  /^POST \/api\/v1\/orders\/(merge|\{id\}\/split)$/,
  /^POST \/api\/v1\/purchase-orders\/\{id\}\/receive$/,
  // Of what was done last to an order.
  /^POST \/api\/v1\/orders\/\{id\}\/\w+\/undo$/,
  // Of files with lines, and of their columns: see the tests of imports.
  /^(POST \/api\/v1\/imports|PATCH \/api\/v1\/imports\/\{id\})$/,
];

/** PNG: what it begins with. */
const picture = "iVBORw0KGgo=";
/** The same with its header: 40 by 30 pixels. */
const floorPlan = "iVBORw0KGgoAAAANSUhEUgAAACgAAAAeCAIAAAA=";

/** The same for one operation. */
export const knownBodies: Readonly<Record<string, (dice: Random) => KnownValues>> = {
  "POST /api/v1/locations/{id}/calibration/fit": () => ({
    draft: { kind: "fill-height", capacityPieces: 100 },
    points: [
      { pieces: 0, readings: [1000, 1001, 999] },
      { pieces: 100, readings: [200, 201, 199] },
    ],
  }),
  "POST /api/v1/imports": () => ({ kind: "parts" }),
  "POST /api/v1/suppliers/{id}/message-preview": () => ({ template: null }),
  "POST /api/v1/holidays/calendar-file": () => ({ text: "BEGIN:VCALENDAR\nEND:VCALENDAR" }),
  "PUT /api/v1/parts/{id}/picture": () => ({ data: picture }),
  "POST /api/v1/locations/{id}/photos": () => ({ data: picture }),
  "PUT /api/v1/sites/{id}/floor-plan": () => ({ data: floorPlan }),
  "PUT /api/v1/sites/{id}/layout": () => ({ areas: [], racks: [], locations: [], gateways: [] }),
  // Of what was used already, so of no day to come.
  "POST /api/v1/planning/consumption": () => ({ date: "2026-01-05" }),
  "POST /api/v1/devices/{id}/settings": () => ({ setting: "reporting-interval", value: 1200 }),
  "POST /api/v1/devices/settings": () => ({ setting: "reporting-interval", value: 1200 }),
  "POST /api/v1/devices/file/preview": (dice) => ({
    csv: `DevEUI,JoinEUI,AppKey,Profile\n${dice.hex(8)},24e124c0002a0001,${dice.hex(16)},milesight-em310-udl\n`,
  }),
  "POST /api/v1/devices/file": (dice) => ({
    csv: `DevEUI,JoinEUI,AppKey,Profile\n${dice.hex(8)},24e124c0002a0001,${dice.hex(16)},milesight-em310-udl\n`,
  }),
};

/**
 * How a record comes to be that no `POST` to its collection makes; by where its parameter stands, or of one operation only,
 * by its path.
 */
export const makers: Readonly<
  Record<string, (account: AccountUnderTest, collection: string) => Promise<string>>
> = {
  "/api/v1/registration/{token}": (account) => account.invitation(),
  "/api/v1/supplier-confirmation/{token}": async (account) => {
    const order = await account.make("/api/v1/orders/{id}");
    account.hold("/api/v1/orders/{id}", order);
    const { number } = await account.answer("GET", `/api/v1/orders/${order}`);
    return until(async () => {
      const { items } = await account.answer("GET", "/api/v1/mailbox");
      const own = items.find(({ subject }: { subject: string }) =>
        new RegExp(`\\b${number}\\b`).test(subject),
      );
      return /\/supplier\/confirm#(\S+)/.exec(own?.text ?? "")?.[1];
    });
  },
  "/api/v1/purchase-orders/{id}": async (account) => {
    const order = await account.make("/api/v1/orders/{id}");
    return until(async () => (await account.answer("GET", `/api/v1/orders/${order}`)).purchaseOrder?.id);
  },
  "/api/v1/parts/{id}/picture": async (account) => {
    const id = await account.make("/api/v1/parts/{id}");
    await account.answer("PUT", `/api/v1/parts/${id}/picture`, { data: picture });
    return id;
  },
  "/api/v1/sites/{id}/floor-plan": async (account) => {
    const id = await account.make("/api/v1/sites/{id}");
    await account.answer("PUT", `/api/v1/sites/${id}/floor-plan`, { data: floorPlan, widthMetres: 40 });
    return id;
  },
  "/api/v1/devices/{id}/replace/undo": async (account) => {
    const before = await account.make("/api/v1/devices/{id}");
    const deviceId = await account.make("/api/v1/devices/{id}");
    await account.answer("POST", `/api/v1/devices/${before}/replace`, { deviceId });
    return deviceId;
  },
  "/api/v1/orders/{id}/approve": (account) => account.orderToApprove(),
  "/api/v1/orders/{id}/reject": (account) => account.orderToApprove(),
  "/api/v1/imports/{id}": (account) => account.import(),
  "/api/v1/imports/{id}/apply": (account) => account.import(),
  "/api/v1/imports/{id}/undo": (account) => account.import(true),
  "/api/v1/planning/locations/{id}": (account) => account.make("/api/v1/locations/{id}"),
  "/api/v1/planning/proposals/{id}": (account) => account.proposal(),
  "/api/v1/planning/consumption/{locationId}": async (account, collection) => {
    const locationId = await account.make("/api/v1/locations/{id}");
    const days = [{ date: "2026-01-05", quantity: 12 }];
    await account.answer("POST", collection, { items: [{ locationId, days }] });
    return locationId;
  },
  "/api/v1/members/{id}": (account) => account.member(),
  "/api/v1/invitations/{id}": async (account) => {
    const { items } = await account.answer("POST", "/api/v1/invitations", {
      emails: [account.email()],
      role: "user",
    });
    return items[0].id;
  },
  "/api/v1/sign-in/connections/{token}": async (account) => {
    const id = await account.make("/api/v1/connections/{id}");
    const { addresses } = await account.answer("GET", `/api/v1/connections/${id}`);
    return addresses.signIn.split("#")[1];
  },
  // Of persons, not of keys: see the tests of sign-in and of notifications.
  "/api/v1/sessions/{id}": async () => crypto.randomUUID(),
  "/api/v1/profile/passkeys/{id}": async () => crypto.randomUUID(),
  "/api/v1/operation/jobs/{region}": async () => "EU",
  "/api/v1/operation/jobs/{region}/{id}": async () => crypto.randomUUID(),
  "/api/v1/profile/preferences/{name}": async () => "density",
  "/api/v1/notifications/{id}": async () => crypto.randomUUID(),
  "/api/v1/notifications/mutes/{subjectId}": async () => crypto.randomUUID(),
  "/api/v1/operation/customers/{accountId}": async (account) => account.customer.accountId,
  // One after the other: the next one may begin when this one is done.
  "/api/v1/account/key-rotations/{id}": async (account, collection) => {
    const { id } = await until(async () => {
      const { status, body } = await account.request("POST", collection);
      return status === 201 && body;
    });
    await until(async () => (await account.answer("GET", `${collection}/${id}`)).state === "done");
    return id;
  },
  "/api/v1/webhooks/{id}/deliveries/{deliveryId}": async (account, collection) => {
    await account.make("/api/v1/sites/{id}");
    return until(async () => (await account.answer("GET", collection)).items[0]?.id);
  },
  "/api/v1/audit-entries/{sequence}": async () => "1",
};

/** What a field names whose name does not say so, as `siteId` says that it names one of `/api/v1/sites`. */
export const references: Readonly<Record<string, `/api/v1/${string}/{${string}}`>> = {
  requiredConnectionId: "/api/v1/connections/{id}",
  accountId: "/api/v1/operation/customers/{accountId}",
};

/**
 * None gets a new one for itself: site, area and rack of a record are one place, the rack is of the area, and that of the
 * site; the supplier confirms the order that it was sent.
 */
export function isShared(place: Place): boolean {
  return ["siteId", "areaId", "rackId", "orderId"].includes(String(place.at(-1)));
}

/** Whether the client chooses the id at that place of the body, for what is made. */
export function isChosen({ name }: Operation, place: Place): boolean {
  return place.at(-1) === "id" && (name === "POST /api/v1/import" || place.at(-2) === "create");
}

/** Whether the answer tells of each id what became of it, so that a wrong one refuses only itself. */
export function tellsOfEach({ name }: Operation): boolean {
  return /^POST \/api\/v1\/orders\/(approve|reject|cancel)$/.test(name);
}
