import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { openLocalVault } from "@refill/vault";
import { openControlPlane, ownerUrlName } from "../control-plane.ts";
import { type RunningInstance, runningInstance } from "../data-folder-lock.ts";
import { readSettings, type Settings } from "../settings.ts";

interface Finding {
  what: string;
  ok: boolean;
  says: string;
  remedy?: string;
}

/** `refill doctor`: every finding with its remedy; ends with 1 when something is wrong. */
export async function doctor(options: { json?: boolean }): Promise<void> {
  const settings = readSettings(process.env);
  const instance = runningInstance(settings.dataFolder);
  const findings = [
    running(settings, instance),
    ...folders(settings),
    ...(instance ? await programs(instance) : []),
    ...(instance?.databaseUrl ? [await database(settings)] : []),
  ];
  if (options.json)
    console.log(JSON.stringify({ ok: findings.every((finding) => finding.ok), findings }, null, 2));
  else for (const finding of findings) print(finding);
  if (findings.some((finding) => !finding.ok)) process.exitCode = 1;
}

function running(settings: Settings, instance: RunningInstance | undefined): Finding {
  if (instance)
    return {
      what: "Refill",
      ok: true,
      says: `running, process ${instance.pid}, since ${instance.startedAt}`,
    };
  return {
    what: "Refill",
    ok: false,
    says: `not running on ${settings.dataFolder}`,
    remedy: "npm start (or set REFILL_DATA to the folder of the running one)",
  };
}

function folders(settings: Settings): Finding[] {
  const rootKey = join(settings.keysFolder, "root.key");
  const findings: Finding[] = [
    {
      what: "Data",
      ok: existsSync(settings.dataFolder),
      says: settings.dataFolder,
      ...(existsSync(settings.dataFolder) ? {} : { remedy: "npm start makes it" }),
    },
  ];
  if (process.env.REFILL_ROOT_KEY) {
    findings.push({ what: "Keys", ok: true, says: `${settings.keysFolder}, root key from the environment` });
  } else if (!existsSync(rootKey)) {
    const lost = existsSync(settings.dataFolder);
    findings.push({
      what: "Keys",
      ok: false,
      says: `no root key in ${settings.keysFolder}`,
      remedy: lost
        ? "restore the vault folder from its backup: without it the data can't be read"
        : "npm start makes it",
    });
  } else {
    const mode = statSync(rootKey).mode & 0o777;
    findings.push({
      what: "Keys",
      ok: (mode & 0o077) === 0,
      says: `${settings.keysFolder} (root key mode ${mode.toString(8).padStart(4, "0")})`,
      ...((mode & 0o077) === 0 ? {} : { remedy: `chmod 600 ${rootKey}` }),
    });
  }
  return findings;
}

async function programs(instance: RunningInstance): Promise<Finding[]> {
  const wanted: Array<[string, number | undefined]> = [
    ...(instance.networkHttpPorts ?? [undefined]).map((port): [string, number | undefined] => [
      "Network server",
      port,
    ]),
    ["Application", instance.httpPort],
  ];
  return Promise.all(
    wanted.map(async ([what, port]) => {
      if (port === undefined)
        return { what, ok: false, says: "starting", remedy: "wait a few seconds and ask again" };
      const address = `http://127.0.0.1:${port}/health`;
      try {
        const response = await fetch(address, { signal: AbortSignal.timeout(3000) });
        const health = (await response.json()) as { status: string; role?: string; checks?: unknown };
        const ok = health.status === "ok";
        return {
          what,
          ok,
          says: `${health.status}${health.role === "standby" ? ", stands by" : ""} (${address})${ok ? "" : ` ${JSON.stringify(health.checks)}`}`,
          ...(ok ? {} : { remedy: "the checks above name the part; see the log in the data folder" }),
        };
      } catch {
        return {
          what,
          ok: false,
          says: `no answer at ${address}`,
          remedy: "it is started again by itself; see the log if it stays so",
        };
      }
    }),
  );
}

async function database(settings: Settings): Promise<Finding> {
  try {
    const vault = await openLocalVault(settings.keysFolder);
    const url = await vault.getSecret(ownerUrlName);
    if (!url) throw new Error(`${settings.keysFolder} does not hold its keys`);
    const controlPlane = await openControlPlane(url, vault);
    const version = await controlPlane.serverVersion().finally(() => controlPlane.close());
    return { what: "Postgres", ok: true, says: `version ${version}` };
  } catch (error) {
    return {
      what: "Postgres",
      ok: false,
      says: (error as Error).message,
      remedy: "the embedded one is started again by itself; for your own, check DATABASE_URL",
    };
  }
}

function print(finding: Finding): void {
  console.log(`${finding.ok ? "ok   " : "WRONG"}  ${finding.what.padEnd(15)} ${finding.says}`);
  if (finding.remedy) console.log(`       ${"".padEnd(15)} → ${finding.remedy}`);
}
