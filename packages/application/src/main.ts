import { fileURLToPath } from "node:url";
import { openKeyVault } from "@refill/vault";
import pino from "pino";
import { type ServedRegion, startApplication } from "./server.ts";

/** The program `application`: reads its settings from the environment, which `refill start` has checked. */
const log = pino({ base: { program: "application" } }, pino.destination(2));
const { env } = process;
const endWithinMs = 15_000;
try {
  const holdMs = Number(env.REFILL_VAULT_HOLD_MINUTES ?? 15) * 60_000;
  const vault = await openKeyVault({
    address: env.REFILL_VAULT ?? "local",
    keysFolder: required("REFILL_KEYS"),
    environment: env,
    holdMs,
  });
  const application = await startApplication({
    regions: JSON.parse(required("REFILL_REGION_MAP")) as ServedRegion[],
    vault,
    vaultStatus: () => vault.status(),
    holdMs,
    memoryMb: Number(env.REFILL_ACCOUNT_MEMORY_MB ?? 512),
    trustedProxies: env.REFILL_TRUSTED_PROXIES || undefined,
    // Plain HTTP leaves this machine never: what people reach from elsewhere is a proxy with TLS.
    http: { host: "127.0.0.1", port: Number(env.REFILL_HTTP_PORT ?? 8080) },
    baseUrl: env.REFILL_BASE_URL?.replace(/\/+$/, "") || undefined,
    smtp: env.REFILL_SMTP_URL
      ? { url: env.REFILL_SMTP_URL, from: env.REFILL_MAIL_FROM ?? "Refill <refill@localhost>" }
      : undefined,
    webFolder: env.REFILL_WEB ?? fileURLToPath(new URL("../../web/dist", import.meta.url)),
    dataFolder: env.REFILL_DATA,
    vaultAddress: env.REFILL_VAULT ?? "local",
    isDemonstration: env.REFILL_FACTORY === "on",
    hasPrivateProviders: env.REFILL_PRIVATE_PROVIDERS === "on",
    log,
  });
  console.log(JSON.stringify({ ready: true, httpPort: application.httpPort }));
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    // Whatever hangs does not keep its ports for ever.
    setTimeout(() => process.exit(1), endWithinMs).unref();
    application.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ reason: error.message }, "the application did not stop cleanly");
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
  log.fatal({ reason }, "the application could not start");
  console.log(JSON.stringify({ ready: false, reason }));
  process.exit(1);
}

/** What whoever started it can do something about. */
function reasonOf({ code, port, message }: NodeJS.ErrnoException & { port?: number }): string {
  if (code === "EADDRINUSE") return `port ${port} is taken: set REFILL_HTTP_PORT to another one`;
  if (code === "EACCES")
    return `port ${port} is reserved for the system: set REFILL_HTTP_PORT to one above 1023`;
  return message;
}

function required(name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
