import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { putAllInList, removeAllFromList } from "./lists.ts";
import {
  areasQuery,
  devicesQuery,
  gatewaysQuery,
  locationsQuery,
  ordersQuery,
  partsQuery,
  racksQuery,
  sitesQuery,
  suppliersQuery,
} from "./queries.ts";

/** Where the records of each kind lie, by the events' names. */
const lists = {
  site: sitesQuery.queryKey,
  area: areasQuery.queryKey,
  rack: racksQuery.queryKey,
  part: partsQuery.queryKey,
  supplier: suppliersQuery.queryKey,
  gateway: gatewaysQuery.queryKey,
  location: locationsQuery.queryKey,
  order: ordersQuery.queryKey,
  device: devicesQuery.queryKey,
} as const;

type Kind = keyof typeof lists;
/** Changes are taken together for so long: lists and charts are drawn anew a few times a second, however many there are. */
const gatheredForMs = 250;

const listeners = new Set<() => void>();

/** Tells when records have changed, a few times a second at most; the function that is given back ends it. */
export function onLiveChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Keeps the lists as the server has them; false while the connection is lost. */
export function useLive(isOn: boolean): boolean {
  const queries = useQueryClient();
  const [isConnected, setConnected] = useState(true);
  useEffect(() => {
    if (!isOn) return;
    const changes = gatherChanges(queries);
    // After a break the browser names the last event that it had, and the server sends what was missed, or `refresh`.
    const source = new EventSource("/api/v1/events");
    source.addEventListener("ready", () => setConnected(true));
    source.addEventListener(
      "refresh",
      () => void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" }),
    );
    for (const kind of ["site", "area", "rack", "part", "supplier", "location", "order", "device"] as const)
      source.addEventListener(kind, (event) => changes.put(kind, JSON.parse(event.data) as { id: string }));
    // What the gateway said last is known to the network server only.
    source.addEventListener(
      "gateway",
      () => void queries.invalidateQueries({ queryKey: gatewaysQuery.queryKey }),
    );
    source.addEventListener("notification", () => changes.notify());
    source.addEventListener("removed", (event) => {
      const { kind, id } = JSON.parse(event.data) as { kind: Kind; id: string };
      changes.remove(kind, id);
    });
    source.onerror = () => {
      setConnected(false);
      // Signed out, or the server refused for good: the session tells.
      if (source.readyState === EventSource.CLOSED) void queries.invalidateQueries({ queryKey: ["session"] });
    };
    // What the stream tells meanwhile may be lost with the network.
    const onOnline = () => void queries.invalidateQueries();
    addEventListener("online", onOnline);
    return () => {
      removeEventListener("online", onOnline);
      source.close();
      changes.stop();
    };
  }, [isOn, queries]);
  // The browser knows of a lost network long before the stream does.
  const isOnline = useSyncExternalStore(onNetworkChange, () => navigator.onLine);
  return isConnected && isOnline;
}

function onNetworkChange(tell: () => void): () => void {
  addEventListener("online", tell);
  addEventListener("offline", tell);
  return () => {
    removeEventListener("online", tell);
    removeEventListener("offline", tell);
  };
}

/** Of each record only the newest state counts. */
function gatherChanges(queries: QueryClient) {
  /** By kind; null: removed. */
  const changed = new Map<Kind, Map<string, { id: string } | null>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let areNotificationsNew = false;
  const add = (kind: Kind, id: string, record: { id: string } | null) => {
    const own = changed.get(kind) ?? new Map<string, { id: string } | null>();
    // What came last stands last.
    own.delete(id);
    changed.set(kind, own.set(id, record));
    timer ??= setTimeout(apply, gatheredForMs);
  };
  const apply = () => {
    timer = undefined;
    for (const [kind, records] of changed) {
      const removed = new Set([...records].filter(([, record]) => record === null).map(([id]) => id));
      const present = [...records.values()].filter((record) => record !== null);
      if (removed.size > 0) removeAllFromList(queries, lists[kind], removed);
      if (present.length > 0) putAllInList(queries, lists[kind], present, kind === "order");
      if (kind === "location")
        for (const { id } of present) void queries.invalidateQueries({ queryKey: ["levels", id] });
    }
    changed.clear();
    if (areNotificationsNew) void queries.invalidateQueries({ queryKey: ["notifications"] });
    areNotificationsNew = false;
    for (const listener of listeners) listener();
  };
  return {
    put: (kind: Kind, record: { id: string }) => add(kind, record.id, record),
    remove: (kind: Kind, id: string) => add(kind, id, null),
    notify: () => {
      areNotificationsNew = true;
      timer ??= setTimeout(apply, gatheredForMs);
    },
    stop: () => clearTimeout(timer),
  };
}
