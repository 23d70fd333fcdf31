import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "./device-schema.ts";
import { viewOfDevice } from "./device-view.ts";
import { NetworkWork } from "./network-work.ts";
import { replaceable, replaceDevice, undoReplacement } from "./replacement.ts";

/** A broken sensor gives its place to a new one. */
export function replacementRoutes(app: ApiServer, { store, network }: Api): void {
  app.post(
    "/devices/:id/replace",
    {
      config: { actsOutside: true },
      schema: {
        tags: ["devices"],
        summary:
          "Put another device into this one's place: a new one by its keys, or one that watches nothing",
        description:
          "The new device takes over name, location, position and the location's calibration. The location's history stays; its level is unknown until the new device has measured. The device before is kept out of service, or removed.",
        params: IdParameter,
        body: schemas.ReplacementInput,
        response: { 201: schemas.Replacement, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const newId = await store.change(accountId, actor, async (change) => {
        const work = new NetworkWork();
        const made = replaceDevice(change, replaceable(change, id), request.body, work);
        const device = change.get("device", made)!;
        change.note({
          action: "device.replaced",
          target: { kind: "device", id: made, name: device.name },
          detail: { before: id, devEui: device.devEui },
        });
        await work.run(network, change);
        return made;
      });
      return reply.code(201).send(view(await store.read(accountId), newId, id));
    },
  );
  app.post(
    "/devices/:id/replace/undo",
    {
      config: { actsOutside: true },
      schema: {
        tags: ["devices"],
        summary: "Put the device before back, while this one was not heard in its place",
        params: IdParameter,
        response: { 200: schemas.Replacement, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const back = await store.change(accountId, actor, async (change) => {
        const work = new NetworkWork();
        const before = undoReplacement(change, replaceable(change, id), work);
        change.note({
          action: "device.replacement-undone",
          target: { kind: "device", id: before.id, name: before.name },
          detail: { instead: id },
        });
        await work.run(network, change);
        return before.id;
      });
      return view(await store.read(accountId), back, null);
    },
  );
}

function view(set: WorkingSet, id: string, beforeId: string | null) {
  const device = viewOfDevice(set, set.get("device", id)!);
  const isKept = beforeId !== null && set.get("device", beforeId) !== undefined;
  return { device, beforeId: isKept ? beforeId : null, locationId: device.locationId };
}
