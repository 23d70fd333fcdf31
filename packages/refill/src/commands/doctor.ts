import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { RegionDatabase } from "@refill/database";
import { type KeyVault, openKeyVault } from "@refill/vault";
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
    ...(instance?.regions ? await databases(settings, instance.regions) : []),
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

async function databases(settings: Settings, regions: readonly RegionDatabase[]): Promise<Finding[]> {
  const { vault: address, keysFolder } = settings;
  const vault = await openKeyVault({ address, keysFolder, environment: process.env, holdMs: 0 }).catch(
    (error: Error) => error,
  );
  if (vault instanceof Error)
    return [
      {
        what: "Key vault",
        ok: false,
        says: vault.message,
        remedy: "see REFILL_VAULT and REFILL_KEYS; what is in memory is read for a while, nothing is changed",
      },
    ];
  try {
    return [
      { what: "Key vault", ok: true, says: address === "local" ? `local, ${keysFolder}` : address },
      ...(await Promise.all(regions.map(({ region }) => postgres(region, vault, settings)))),
    ];
  } finally {
    await vault.close();
  }
}

async function postgres(region: string, vault: KeyVault, { keysFolder }: Settings): Promise<Finding> {
  const what = `Postgres ${region}`;
  try {
    const url = await vault.getSecret(ownerUrlName(region));
    if (!url) throw new Error(`${keysFolder} does not hold its keys`);
    const controlPlane = openControlPlane([{ region, url }], vault);
    const version = await controlPlane.serverVersion(region).finally(() => controlPlane.close());
    return { what, ok: true, says: `version ${version}` };
  } catch (error) {
    return {
      what,
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
