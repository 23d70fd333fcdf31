import { DAY_MS, dayOf } from "@refill/replenishment";
import type { Static } from "typebox";
import { Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { ImportedUse, StorageLocation } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { closed, Id } from "../api/schemas.ts";
import { type FieldProblem, notFound, refuseFields } from "../refusal.ts";
import { consumptionOf } from "./consumption-input.ts";
import { ConsumptionInput, ImportedConsumption } from "./consumption-schema.ts";
import { hasImportedUse } from "./imported-use.ts";
import { isoDate } from "./iso-date.ts";

/** Consumption that a customer knows from before there were sensors, so that planning works from the first day. */
export function consumptionRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["planning"];
  app.post(
    "/planning/consumption",
    {
      // 200 locations with 1,100 days each are 10 MB.
      bodyLimit: 16 * 1024 * 1024,
      schema: {
        tags,
        summary:
          "Bring the consumption history of locations, in place of what was brought before; all of it or nothing",
        body: ConsumptionInput,
        response: { 200: ImportedConsumption, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const body = request.body as Static<typeof ConsumptionInput>;
      const { useOf, problems } = await consumptionOf(body, dayOf(Date.now()) / DAY_MS);
      return store.change(accountId, actor, (change) => {
        refuseFields([...unknownLocations(body, change), ...problems].slice(0, 100));
        return {
          items: [...useOf].map(([locationId, use]) =>
            take(change, change.get("location", locationId)!, use),
          ),
        };
      });
    },
  );

  app.delete(
    "/planning/consumption/:locationId",
    {
      schema: {
        tags,
        summary: "Forget the consumption history that was brought for a location",
        params: Type.Object({ locationId: Id }, closed),
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { locationId } = request.params as { locationId: string };
      const isThere = await store.query(accountId, (tx) => hasImportedUse(tx, locationId));
      await store.change(accountId, actor, (change) => {
        const location = change.get("location", locationId);
        if (!location) throw notFound("storage location");
        if (!isThere) throw notFound("consumption history of the location");
        change.importedUse.push({ locationId, use: null });
        change.note({ action: "consumption.removed", target: targetOf(location) });
      });
      return reply.code(204).send(null);
    },
  );
}

function unknownLocations(
  { items }: Static<typeof ConsumptionInput>,
  change: AccountChange,
): readonly FieldProblem[] {
  return items.flatMap(({ locationId }, index) =>
    change.get("location", locationId)
      ? []
      : [{ field: `items[${index}].locationId`, message: "there is no such storage location" }],
  );
}

function take(change: AccountChange, location: StorageLocation, use: ImportedUse) {
  const known = use.use.filter((quantity) => quantity !== null);
  const taken = {
    from: isoDate(use.firstDay),
    to: isoDate(use.firstDay + use.use.length - 1),
    days: known.length,
    quantity: known.reduce((sum, quantity) => sum + quantity, 0),
  };
  change.importedUse.push({ locationId: location.id, use });
  change.note({ action: "consumption.imported", target: targetOf(location), detail: taken });
  return { locationId: location.id, ...taken };
}

function targetOf({ id, name }: StorageLocation) {
  return { kind: "location", id, name };
}
