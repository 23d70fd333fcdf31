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
  policy: { minimum: 30, maximum: 90 },
  text: "LW:D0:1122334455667788:AABBCCDDEEFF0011:AABB1122",
  since: "2026-01-01T00:00:00Z",
  sourceAddresses: ["127.0.0.0/8", "::1"],
});

/** The same for one operation. */
export const knownBodies: Readonly<Record<string, (dice: Random) => KnownValues>> = {
  "POST /api/v1/devices/file": (dice) => ({
    csv: `DevEUI,JoinEUI,AppKey,Profile\n${dice.hex(8)},24e124c0002a0001,${dice.hex(16)},milesight-em310-udl\n`,
  }),
};

/** How a record comes to be that no `POST` to its collection makes; by where its parameter stands. */
export const makers: Readonly<
  Record<string, (account: AccountUnderTest, collection: string) => Promise<string>>
> = {
  "/api/v1/registration/{token}": (account) => account.invitation(),
  "/api/v1/supplier-confirmation/{token}": async (account) => {
    const order = await account.make("/api/v1/orders/{id}");
    const { number } = await account.answer("GET", `/api/v1/orders/${order}`);
    return until(async () => {
      const { items } = await account.answer("GET", "/api/v1/mailbox");
      const own = items.find(({ subject }: { subject: string }) =>
        new RegExp(`\\b${number}\\b`).test(subject),
      );
      return /\/supplier\/confirm#(\S+)/.exec(own?.text ?? "")?.[1];
    });
  },
  "/api/v1/members/{id}": async (account) => {
    const path = `/api/v1/registration/${await account.invitation()}`;
    return (await account.answer("POST", path, { name: "Ada", email: account.email() })).id;
  },
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
export const references: Readonly<Record<string, `/api/v1/${string}/{${string}}`>> = {};

/** Ids in bodies that a client chooses for what the operation makes. */
const chosenIds = ["POST /api/v1/import"];

/** Whether the client chooses the id at that place of the body. */
export function isChosen(operation: Operation, place: Place): boolean {
  return chosenIds.includes(operation.name) && place.at(-1) === "id";
}
