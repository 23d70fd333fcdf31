import type { ServerResponse } from "node:http";
import type { Logger } from "pino";
import type { AccountChange } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Principal } from "../api/authentication.ts";
import { lifeOf } from "../inventory/stock.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { Refusal } from "../refusal.ts";
import {
  changedRecords,
  eventText,
  mostRecords,
  type RecordName,
  type TouchedBefore,
  textOfRecords,
  touchedBefore,
} from "./changed-records.ts";
import { RecentChanges } from "./recent-changes.ts";

const mostStreams = 500;
const mostPerCredential = 20;
/** A reader that is further behind is cut off; it comes back and goes on from where it was. */
const mostBufferedBytes = 1024 * 1024;
const heartbeatMs = 20_000;
/** How soon changes of other processes are seen. */
const lookMs = 2_000;
const silenceEveryMs = 30_000;
/** A slow account must not hold up the look at the others. */
const looksAtOnce = 8;

interface Stream {
  principal: Principal;
  response: ServerResponse;
}

/** All that read live in this process. */
export class LiveReaders {
  readonly #store: AccountStore;
  readonly #metrics: Metrics;
  readonly #log: Logger;
  readonly #streams = new Map<string, Set<Stream>>();
  readonly #recent = new RecentChanges({ records: mostRecords, bytes: 32 * 2 ** 20, idleMs: 10 * 60_000 });
  readonly #touchedBefore = new WeakMap<AccountChange, TouchedBefore>();
  /** Devices whose silence readers know of, by account. */
  readonly #silent = new Map<string, Set<string>>();
  readonly #stopListening: () => void;
  readonly #timers: NodeJS.Timeout[];
  #count = 0;
  #isLooking = false;
  #isTellingSilence = false;

  constructor(options: { store: AccountStore; metrics: Metrics; log: Logger }) {
    this.#store = options.store;
    this.#metrics = options.metrics;
    this.#log = options.log;
    this.#store.beforeCommit((change) => {
      if (this.#recent.has(change.base.accountId)) this.#touchedBefore.set(change, touchedBefore(change));
    });
    this.#stopListening = this.#store.onCommitted((set, change) => this.#onCommitted(set, change));
    this.#timers = [
      setInterval(() => this.#heartbeat(), heartbeatMs),
      setInterval(() => void this.#lookAtAll(), lookMs),
      setInterval(() => void this.#tellSilence(), silenceEveryMs),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  /** Throws a refusal when there are too many. */
  admit({ accountId, ...principal }: Principal): void {
    const own = [...(this.#streams.get(accountId) ?? [])].filter(
      (stream) => credentialOf(stream.principal) === credentialOf(principal),
    );
    if (own.length >= mostPerCredential)
      throw new Refusal(
        429,
        "too-many-streams",
        `A key or session reads at most ${mostPerCredential} live streams at once: close some first.`,
      );
    if (this.#count >= mostStreams)
      throw new Refusal(503, "too-many-readers", `At most ${mostStreams} live readers are served at once.`);
  }

  /** Takes a reader up that is at revision `lastSeen`, or at none, with everything since; `set`: as of now. */
  add(set: WorkingSet, principal: Principal, response: ServerResponse, lastSeen: number | undefined): void {
    const { accountId, revision } = set;
    // Gone while it was admitted: its end is told no more.
    if (response.destroyed) return;
    this.#catchUp(set);
    this.#recent.begin(accountId, revision);
    response.write(`retry: 2000\n${this.#missed(set, lastSeen)}${eventText("ready", {}, revision)}`);
    const stream = { principal, response };
    const streams = this.#streams.get(accountId) ?? new Set();
    this.#streams.set(accountId, streams.add(stream));
    this.#counted(1);
    response.on("close", () => this.#remove(accountId, stream));
    response.on("error", () => response.destroy());
    if (!this.#silent.has(accountId)) this.#silent.set(accountId, silentDevices(set));
  }

  close(): void {
    this.#stopListening();
    for (const timer of this.#timers) clearInterval(timer);
    for (const streams of this.#streams.values()) for (const { response } of streams) response.end();
  }

  #missed(set: WorkingSet, lastSeen: number | undefined): string {
    if (lastSeen === undefined) return "";
    const records = this.#recent.since(set.accountId, lastSeen) as RecordName[] | undefined;
    return records ? textOfRecords(set, records, set.revision) : eventText("refresh", {}, set.revision);
  }

  #onCommitted(set: WorkingSet, change: AccountChange): void {
    const { accountId, revision } = set;
    if (!this.#recent.has(accountId)) return;
    try {
      const before = this.#touchedBefore.get(change) ?? { devices: [], locations: [] };
      const records = changedRecords(set, change, before);
      const isKnown = this.#recent.add(accountId, revision, records);
      if (!this.#streams.has(accountId)) return;
      this.#send(
        accountId,
        isKnown ? textOfRecords(set, records, revision) : eventText("refresh", {}, revision),
      );
    } catch (error) {
      // The change is committed; what can't be shown must not fail it.
      this.#log.error(
        { accountId, reason: (error as Error).message },
        "live readers were not told of a change",
      );
      this.#recent.restart(accountId, revision);
      this.#send(accountId, eventText("refresh", {}, revision));
    }
  }

  #send(accountId: string, text: string): void {
    if (text === "") return;
    for (const { response } of this.#streams.get(accountId) ?? []) {
      if (response.writableEnded) continue;
      if (response.writableLength > mostBufferedBytes) response.destroy();
      else response.write(text);
    }
  }

  #heartbeat(): void {
    for (const accountId of this.#streams.keys()) this.#send(accountId, ": alive\n\n");
    this.#recent.tidy();
  }

  /** One look at a time: a slow database is not asked more and more. */
  async #lookAtAll(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const waiting = [...this.#streams.keys()].values();
      await Promise.all(
        Array.from({ length: looksAtOnce }, async () => {
          for (const accountId of waiting) await this.#look(accountId);
        }),
      );
    } finally {
      this.#isLooking = false;
    }
  }

  async #look(accountId: string): Promise<void> {
    try {
      this.#catchUp(await this.#store.read(accountId));
    } catch {
      // The database or the key vault is away, and the next look comes soon.
    }
  }

  /** Another process changed the account, and what it changed is not known here. */
  #catchUp({ accountId, revision }: WorkingSet): void {
    if (!this.#recent.isAt(accountId, revision)) this.#send(accountId, eventText("refresh", {}, revision));
  }

  /** Silence begins by itself, so nobody's commit tells of it. */
  async #tellSilence(): Promise<void> {
    if (this.#isTellingSilence) return;
    this.#isTellingSilence = true;
    for (const accountId of [...this.#streams.keys()]) {
      try {
        const set = await this.#store.read(accountId);
        // Its last reader left meanwhile.
        if (!this.#streams.has(accountId)) continue;
        const silent = silentDevices(set);
        const before = this.#silent.get(accountId) ?? silent;
        this.#silent.set(accountId, silent);
        const records = [...silent].filter((id) => !before.has(id)).flatMap((id) => namesOf(set, id));
        this.#recent.addUnrevised(accountId, records);
        this.#send(accountId, textOfRecords(set, records, set.revision));
      } catch {
        // The database is away: the next look comes in half a minute.
      }
    }
    this.#isTellingSilence = false;
  }

  #remove(accountId: string, stream: Stream): void {
    const streams = this.#streams.get(accountId);
    if (!streams?.delete(stream)) return;
    this.#counted(-1);
    if (streams.size > 0) return;
    this.#streams.delete(accountId);
    this.#silent.delete(accountId);
    this.#recent.end(accountId);
  }

  #counted(more: number): void {
    this.#count += more;
    this.#metrics.liveReaders.set(this.#count);
  }
}

function credentialOf({ apiKeyId, session }: Pick<Principal, "apiKeyId" | "session">): string {
  return apiKeyId ?? session?.id ?? "";
}

function silentDevices(set: WorkingSet): Set<string> {
  const now = Date.now();
  const silent = new Set<string>();
  for (const device of set.all("device"))
    if (lifeOf(device, set.get("deviceState", device.id), now) === "silent") silent.add(device.id);
  return silent;
}

function namesOf(set: WorkingSet, deviceId: string): RecordName[] {
  const location = set.locationByDevice.get(deviceId);
  return [...(location === undefined ? [] : [`location ${location}` as const]), `device ${deviceId}`];
}
