import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { LiveReaders } from "./readers.ts";

/** Server-sent events: what a commit changed, as the REST API shows it, to all that read this account. */
export function eventRoutes(app: ApiServer, { store, metrics, log }: Api): { close(): void } {
  const readers = new LiveReaders({ store, metrics, log });

  app.get(
    "/events",
    {
      // A HEAD request would be one that never ends.
      exposeHeadRoute: false,
      schema: {
        tags: ["events"],
        summary:
          "Live changes as server-sent events: site, part, supplier, gateway, location, order, device, notification, removed",
        description:
          "The data of an event is the changed resource; of `removed`, its kind and id; of `notification`, that there is one to be read or one is over. `ready` comes when the stream begins, after what was missed; `refresh` means: read the lists anew. The events' `id` is the account's revision: sent back as `Last-Event-ID` (browsers do that by themselves) or `lastEventId`, the stream goes on from there.",
        produces: ["text/event-stream"],
        querystring: Type.Object(
          { lastEventId: Type.Optional(Type.String({ maxLength: 20 })) },
          { additionalProperties: false },
        ),
        headers: Type.Object({ "last-event-id": Type.Optional(Type.String({ maxLength: 20 })) }),
        response: refusals,
      },
    },
    async (request, reply) => {
      const { principal } = request;
      readers.admit(principal);
      const set = await store.read(principal.accountId);
      // Others may have come meanwhile. From here on nothing waits, so that no change falls between.
      readers.admit(principal);
      reply.hijack();
      reply.raw.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
        "x-content-type-options": "nosniff",
      });
      const lastSeen = request.headers["last-event-id"] ?? request.query.lastEventId;
      readers.add(set, principal, reply.raw, revisionOf(lastSeen));
    },
  );

  return { close: () => readers.close() };
}

/** What is no revision of ours is like one that is not known any more. */
function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined || text === "") return undefined;
  return /^\d{1,15}$/.test(text) ? Number(text) : -1;
}
