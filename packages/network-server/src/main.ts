import { openKeyVault } from "@refill/vault";
import pino from "pino";
import { startNetworkServer } from "./server.ts";

/** The program `network-server`: reads its settings from the environment, which `refill start` has checked. */
const { env } = process;
const endWithinMs = 15_000;
const log = pino({ base: { program: env.REFILL_PROGRAM ?? "network-server" } }, pino.destination(2));
try {
  const vault = await openKeyVault({
    address: env.REFILL_VAULT ?? "local",
    keysFolder: required("REFILL_KEYS"),
    environment: env,
    holdMs: Number(env.REFILL_VAULT_HOLD_MINUTES ?? 15) * 60_000,
  });
  const server = await startNetworkServer({
    database: { region: required("REFILL_REGION"), url: required("DATABASE_URL") },
    vault,
    udp: { host: env.REFILL_UDP_HOST ?? "0.0.0.0", port: Number(env.REFILL_UDP_PORT ?? 1700) },
    station: {
      host: env.REFILL_UDP_HOST ?? "0.0.0.0",
      port: Number(env.REFILL_STATION_PORT ?? 3001),
      publicHost: env.REFILL_STATION_HOST ?? "localhost",
    },
    sharesPorts: env.REFILL_SHARES_PORTS === "yes",
    mqttUrl: env.REFILL_MQTT_URL,
    deliveryPort: Number(env.REFILL_DELIVERY_PORT ?? 0),
    httpPort: Number(env.REFILL_NETWORK_HTTP_PORT ?? 0),
    onLost(reason) {
      log.fatal({ reason }, "this process ends, and is started anew");
      process.exit(1);
    },
    name: env.REFILL_PROGRAM ?? "network-server",
    log,
  });
  const { udpPort, stationPort, deliveryPort, httpPort } = server;
  console.log(JSON.stringify({ ready: true, udpPort, stationPort, deliveryPort, httpPort }));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs does not keep its ports for ever.
    setTimeout(() => process.exit(1), endWithinMs).unref();
    server.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ reason: error.message }, "the network server did not stop cleanly");
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  // Who started this program is gone.
  process.on("disconnect", stop);
  if (process.connected === false) stop();
} catch (error) {
  const reason = reasonOf(error as NodeJS.ErrnoException & { port?: number });
  log.fatal({ reason }, "the network server could not start");
  console.log(JSON.stringify({ ready: false, reason }));
  process.exit(1);
}

/** What whoever started it can do something about. */
function reasonOf({ code, port, message }: NodeJS.ErrnoException & { port?: number }): string {
  if (code === "EADDRINUSE") return `port ${port} is taken: set ${settingOf(port)} to another one`;
  if (code === "EACCES")
    return `port ${port} is reserved for the system: set ${settingOf(port)} to one above 1023`;
  return message;
}

function settingOf(port: number | undefined): string {
  return port === Number(env.REFILL_STATION_PORT ?? 3001) ? "REFILL_STATION_PORT" : "REFILL_UDP_PORT";
}

function required(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
