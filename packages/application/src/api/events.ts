import type { ServerResponse } from "node:http";
import type { AccountChange } from "../accounts/account-change.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { viewOfDevice } from "../devices/device.ts";
import { lifeOf, locationView, openOrderOf } from "../inventory/stock.ts";
import { orderView } from "../orders/order-service.ts";
import { Refusal } from "../refusal.ts";
import type { Api, ApiServer } from "./api.ts";

const mostStreams = 500;
/** A reader that is further behind is cut off; it comes back and reads everything anew. */
const mostBufferedBytes = 1024 * 1024;
/** Above this many changed records in one transaction, readers are told to read everything anew. */
const mostEvents = 500;
const heartbeatMs = 20_000;
const silenceCheckMs = 30_000;

interface Stream {
  accountId: string;
  response: ServerResponse;
}

/** Server-sent events: what a commit changed, as the REST API shows it, to all that read this account. */
export function eventRoutes(app: ApiServer, { store }: Api): { close(): void } {
  const streams = new Set<Stream>();
  const silentBefore = new Map<string, Set<string>>();

  const stopListening = store.onCommitted((set, change) => {
    const readers = [...streams].filter(({ accountId }) => accountId === set.accountId);
    if (readers.length > 0) send(readers, textOf(set, change));
  });
  const heartbeat = setInterval(() => send([...streams], ": alive\n\n"), heartbeatMs);
  const silence = setInterval(() => void tellSilence(), silenceCheckMs);
  for (const timer of [heartbeat, silence]) timer.unref();

  app.get(
    "/events",
    {
      schema: {
        tags: ["events"],
        summary: "Live changes as server-sent events: location, order, device; ready after each connection",
        description:
          "The data of an event is the changed resource. `ready` and `refresh` mean: read the lists anew.",
        produces: ["text/event-stream"],
      },
    },
    async (request, reply) => {
      const { accountId } = request.principal;
      await store.read(accountId);
      const response = reply.raw;
      if (streams.size >= mostStreams)
        throw new Refusal(503, "too-many-readers", `At most ${mostStreams} live readers are served at once.`);
      reply.hijack();
      response.writeHead(200, {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      response.write("retry: 2000\nevent: ready\ndata: {}\n\n");
      const stream = { accountId, response };
      streams.add(stream);
      response.on("close", () => streams.delete(stream));
    },
  );

  function send(readers: readonly Stream[], text: string): void {
    if (text === "") return;
    for (const stream of readers) {
      if (stream.response.writableLength > mostBufferedBytes) {
        stream.response.destroy();
        streams.delete(stream);
      } else stream.response.write(text);
    }
  }

  /** Silence begins by itself, so nobody's commit tells of it. */
  async function tellSilence(): Promise<void> {
    for (const accountId of new Set([...streams].map((stream) => stream.accountId))) {
      try {
        const set = await store.read(accountId);
        const now = Date.now();
        const silent = new Set<string>();
        for (const device of set.all("device"))
          if (lifeOf(device, set.get("deviceState", device.id), now) === "silent") silent.add(device.id);
        const before = silentBefore.get(accountId) ?? silent;
        silentBefore.set(accountId, silent);
        if ([...silent].some((id) => !before.has(id)))
          send(
            [...streams].filter((stream) => stream.accountId === accountId),
            eventText("refresh", {}),
          );
      } catch {
        // The database is away: the next check comes in half a minute.
      }
    }
  }

  return {
    close() {
      stopListening();
      clearInterval(heartbeat);
      clearInterval(silence);
      for (const { response } of streams) response.end();
    },
  };
}

function textOf(set: WorkingSet, change: AccountChange): string {
  const { overlay } = change;
  const locations = new Set([...overlay.location.keys(), ...overlay.level.keys()]);
  const devices = new Set([...overlay.device.keys(), ...overlay.deviceState.keys()]);
  for (const order of overlay.order.values()) if (order) locations.add(order.locationId);
  const isRemoved = [...overlay.location.values(), ...overlay.device.values()].includes(undefined);
  const isCatalogue = [overlay.site, overlay.part, overlay.supplier, overlay.gateway].some(
    (map) => map.size > 0,
  );
  if (isRemoved || isCatalogue || locations.size + devices.size > mostEvents) return eventText("refresh", {});
  const now = Date.now();
  let text = "";
  for (const order of overlay.order.values()) if (order) text += eventText("order", orderView(order));
  for (const id of locations) {
    const location = set.get("location", id);
    if (location) text += eventText("location", locationView(set, location, openOrderOf(set, id), now));
  }
  for (const id of devices) {
    const device = set.get("device", id);
    if (device) text += eventText("device", viewOfDevice(set, device));
  }
  return text;
}

function eventText(event: string, data: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
