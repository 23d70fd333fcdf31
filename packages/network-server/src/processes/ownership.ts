import type { LoginConfig } from "@refill/database";
import pg from "pg";
import type { Logger } from "pino";

/** Ports, on this machine, of the process that owns the devices. */
export interface Place {
  /** The application's connections, and those of gateways with Basics Station; passed on as they are, in TLS. */
  deliveryPort: number;
  stationPort: number;
  /** Datagrams of gateways, in TLS between the processes. */
  datagramPort: number;
}

export interface Owned {
  /** Each connection of it holds the ownership: while one lives, no other process becomes the owner. */
  pool: pg.Pool;
  publish(place: Place): Promise<void>;
  end(): Promise<void>;
}

interface Options {
  config: LoginConfig;
  /** Told often: who the owner is, as long as it is another process. */
  onOther(place: Place | undefined): void;
  /** Another process became the owner, since this one had lost all its connections. It must end. */
  onLost(): void;
  signal: AbortSignal;
  log: Logger;
}

/** "Refl": the key of the advisory lock (Postgres manual, 13.3.5). */
const lockKey = 0x5265666c;
const lookEveryMs = 250;
/** When Postgres itself was away, the owner before may go on: it has this long. */
const calmMs = 2_000;
const connections = 4;
/** A machine that is gone must not hold the ownership for long: Postgres notices after some 20 s. */
const keepalive = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=3 -c tcp_keepalives_count=3";

/**
 * Resolves when this process owns the devices. The owner's connections hold a shared lock each; who takes the same lock
 * exclusively knows that none of them is left, and counts the epoch up, so that connections of an earlier epoch are refused.
 */
export async function becomeOwner(options: Options): Promise<Owned> {
  const { signal, log } = options;
  const config = { ...options.config, options: keepalive };
  let client: pg.Client | undefined;
  let notBefore = 0;
  let isAway = false;
  while (!signal.aborted) {
    try {
      client ??= await connect(config, () => {
        client = undefined;
      });
      const epoch = performance.now() >= notBefore ? await take(client) : undefined;
      if (epoch !== undefined) return hold(client, epoch, config, options);
      const { rows } = await client.query<{ place: Place | null }>("select place from network.owner");
      options.onOther(rows[0]?.place ?? undefined);
      isAway = false;
    } catch (error) {
      if (!isAway)
        log.warn({ reason: (error as Error).message }, "the database can't be reached; tried again");
      isAway = true;
      notBefore = performance.now() + calmMs;
      client?.end().catch(() => {});
      client = undefined;
    }
    await pause(lookEveryMs, signal);
  }
  await client?.end().catch(() => {});
  throw new Error("stopped before it became the owner");
}

async function connect(config: LoginConfig, onEnd: () => void): Promise<pg.Client> {
  const client = new config.Client(config);
  client.on("end", onEnd);
  await client.connect();
  return client;
}

/** The new epoch, when nobody else is the owner. */
async function take(client: pg.Client): Promise<number | undefined> {
  const { rows } = await client.query<{ taken: boolean }>("select pg_try_advisory_lock($1) as taken", [
    lockKey,
  ]);
  if (!rows[0]?.taken) return undefined;
  const counted = await client.query<{ epoch: string }>(
    "update network.owner set epoch = epoch + 1, place = null returning epoch",
  );
  await client.query("select pg_advisory_lock_shared($1)", [lockKey]);
  await client.query("select pg_advisory_unlock($1)", [lockKey]);
  return Number(counted.rows[0]!.epoch);
}

/** Takes part in the ownership of this epoch. */
async function share(client: pg.ClientBase, epoch: number): Promise<boolean> {
  // Two statements, so that the epoch is read after the lock was taken.
  const results = (await client.query(
    `select pg_try_advisory_lock_shared(${lockKey}) as held; select epoch from network.owner`,
  )) as unknown as pg.QueryResult[];
  if (Number(results[1]!.rows[0]?.epoch) !== epoch) return false;
  if (!results[0]!.rows[0].held) throw new Error("another process is becoming the owner");
  return true;
}

function hold(keeper: pg.Client, epoch: number, config: LoginConfig, options: Options): Owned {
  let isEnding = false;
  let isLost = false;
  const lose = () => {
    if (!isLost && !isEnding) options.onLost();
    isLost = true;
  };
  const join = async (client: pg.ClientBase) => {
    if (await share(client, epoch)) return;
    lose();
    throw new Error("another process is the owner now");
  };
  const poolConfig = { ...config, max: connections, idleTimeoutMillis: 0, onConnect: join };
  const pool = new pg.Pool(poolConfig as pg.PoolConfig);
  // An idle connection that Postgres ended is replaced by the pool; queries under way get their own errors.
  pool.on("error", () => {});
  let kept: pg.Client | undefined = keeper;
  keeper.removeAllListeners("end");
  keeper.once("end", () => void keep());

  /** The pool opens connections when it needs them; this one is always there. */
  async function keep(): Promise<void> {
    kept = undefined;
    while (!isEnding && !isLost) {
      try {
        const client = await connect(config, () => {});
        await join(client).catch(async (error) => {
          await client.end();
          throw error;
        });
        if (isEnding) return await client.end();
        kept = client;
        client.once("end", () => void keep());
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    }
  }

  return {
    pool,
    async publish(place) {
      await pool.query("update network.owner set place = $1 where epoch = $2", [
        JSON.stringify(place),
        epoch,
      ]);
    },
    async end() {
      isEnding = true;
      await pool.end();
      await kept?.end().catch(() => {});
    },
  };
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    }
  });
}
