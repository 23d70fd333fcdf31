import type { OperatedNetwork, ServiceHealth } from "../api/client.ts";
import { said, t } from "../language/language.ts";
import { bytes } from "./sizes.ts";

/** Something that is wrong with the service itself, in words that say what to do. */
export interface ServiceTrouble {
  key: string;
  severity: "alarm" | "notice";
  title: string;
  meaning: string;
  remedy: string;
  to: "/operate/health" | "/operate/network" | "/operate/jobs";
}

interface Queue {
  region: string;
  queue: string;
  failed: number;
  oldestDueAt: string | null;
}

const dayMs = 24 * 60 * 60 * 1000;
const lateMs = 5 * 60_000;

/** Alarms first. `undefined` parts are not loaded yet. */
export function serviceTroubles(
  parts: {
    health?: ServiceHealth | undefined;
    network?: readonly OperatedNetwork[] | undefined;
    queues?: readonly Queue[] | undefined;
  },
  now: number,
): ServiceTrouble[] {
  const troubles = [
    ...ofHealth(parts.health, now),
    ...ofNetwork(parts.network ?? []),
    ...ofQueues(parts.queues ?? [], now),
  ];
  return troubles.sort((a, b) => Number(b.severity === "alarm") - Number(a.severity === "alarm"));
}

function ofHealth(health: ServiceHealth | undefined, now: number): ServiceTrouble[] {
  if (!health) return [];
  const troubles: ServiceTrouble[] = [];
  const to = "/operate/health" as const;
  for (const [name, words] of Object.entries(health.checks)) {
    if (words === "ok") continue;
    if (name.startsWith("postgres"))
      troubles.push({
        key: name,
        severity: "alarm",
        title: t("{name} does not answer", { name: name.replace("postgres", "Postgres") }),
        meaning: t("Nothing can be read or changed; messages wait in memory and in the sensors' rings."),
        remedy: t(
          "Look at the disk's free space and at refill.log. The embedded one is started again by itself.",
        ),
        to,
      });
    else if (name === "keyVault")
      troubles.push({
        key: name,
        severity: "alarm",
        title: t("The key vault does not answer"),
        meaning: t(
          "What is in memory is read and messages are taken for some minutes; nobody can change anything.",
        ),
        remedy: t("Bring the vault back: what it means by kind stands in key-vault.md."),
        to,
      });
    else if (!name.startsWith("networkServer"))
      troubles.push({
        key: name,
        severity: "alarm",
        title: name,
        meaning: said(words),
        remedy: t("Look at the log."),
        to,
      });
  }
  const { disk } = health;
  if (disk && disk.freeBytes < Math.max(0.05 * disk.bytes, 2 ** 30))
    troubles.push({
      key: "disk",
      severity: "alarm",
      title: t("The disk is nearly full: {free} left", { free: bytes(disk.freeBytes) }),
      meaning: t("When it is full, Postgres stops, and with it everything."),
      remedy: t("Make room or enlarge the disk now."),
      to,
    });
  for (const { name, region, validUntil } of health.certificates) {
    const days = Math.floor((Date.parse(validUntil) - now) / dayMs);
    if (days > 30) continue;
    troubles.push({
      key: `certificate ${region} ${name}`,
      severity: days < 7 ? "alarm" : "notice",
      title: t("The certificate {name} ends in {days, plural, one {# day} other {# days}}", { name, days }),
      meaning: t("After that the programs, or gateways, do not talk to each other any more."),
      remedy: t("Restart Refill: certificates with less than 60 days are renewed at the start."),
      to,
    });
  }
  const versions = new Set(health.processes.map(({ version }) => version));
  if (health.processes.some(({ protocolVersion }) => protocolVersion !== health.protocolVersion))
    troubles.push({
      key: "protocol",
      severity: "alarm",
      title: t("Programs speak different versions of their protocol"),
      meaning: t("Messages may not be delivered."),
      remedy: t("Bring all of them to the same version."),
      to,
    });
  else if (versions.size > 1)
    troubles.push({
      key: "versions",
      severity: "notice",
      title: t("Programs have different versions: {versions}", { versions: [...versions].join(", ") }),
      meaning: t("They work together, but an update is not through."),
      remedy: t("Finish the update."),
      to,
    });
  for (const { region, schema, archive } of health.databases) {
    if (schema.accountsBehind > 0)
      troubles.push({
        key: `schema ${region}`,
        severity: "alarm",
        title: t("{count, plural, one {# account is} other {# accounts are}} not migrated in {region}", {
          count: schema.accountsBehind,
          region,
        }),
        meaning: t("Their customers may get errors."),
        remedy: t("Restart Refill; if it stays so, the log says which step fails."),
        to,
      });
    if (archive?.isOn && archive.lastFailureAt && archive.lastFailureAt > (archive.lastAt ?? ""))
      troubles.push({
        key: `archive ${region}`,
        severity: "alarm",
        title: t("Postgres in {region} can't archive its log", { region }),
        meaning: t("There is no backup of what happened since, and the disk fills up."),
        remedy: t("Look at archive_command and where it writes to."),
        to,
      });
  }
  const recent = health.minutes.slice(-10);
  const failed = recent.reduce((sum, minute) => sum + minute.failed, 0);
  const requests = recent.reduce((sum, minute) => sum + minute.requests, 0);
  if (failed > 5 && failed > 0.01 * requests)
    troubles.push({
      key: "errors",
      severity: "alarm",
      title: t("{failed} of {requests} requests failed within ten minutes", { failed, requests }),
      meaning: t("People and machines get errors."),
      remedy: t("Look at the log for what failed; often Postgres or the network server is away."),
      to,
    });
  return troubles;
}

function ofNetwork(networks: readonly OperatedNetwork[]): ServiceTrouble[] {
  return networks.flatMap(({ region, isConnected, status }): ServiceTrouble[] => {
    const to = "/operate/network" as const;
    if (!isConnected || !status)
      return [
        {
          key: `network ${region}`,
          severity: "alarm",
          title: t("The network server of {region} does not answer", { region }),
          meaning: t(
            "No message comes in: the rings keep 14 messages of each sensor, then the oldest are overwritten.",
          ),
          remedy: t(
            "Look whether its process runs (npx refill doctor) and at its log; it is connected again by itself.",
          ),
          to,
        },
      ];
    return Object.entries(status.checks)
      .filter(([name, words]) => words !== "ok" && name !== "application")
      .map(([name, words]) => ({
        key: `network ${region} ${name}`,
        severity: "alarm" as const,
        title: t("Network server of {region}: {name}", { region, name }),
        meaning: said(words),
        remedy:
          name === "mqtt"
            ? t("Look at the broker that REFILL_MQTT_URL names.")
            : t("Look at Postgres of this region and at its disk."),
        to,
      }));
  });
}

function ofQueues(queues: readonly Queue[], now: number): ServiceTrouble[] {
  return queues.flatMap(({ region, queue, failed, oldestDueAt }): ServiceTrouble[] => {
    const to = "/operate/jobs" as const;
    const isLate = oldestDueAt !== null && now - Date.parse(oldestDueAt) > lateMs;
    return [
      ...(failed > 0
        ? [
            {
              key: `failed ${region} ${queue}`,
              severity: "alarm" as const,
              title: t("{queue}: {count, plural, one {# job has failed} other {# jobs have failed}}", {
                queue,
                count: failed,
              }),
              meaning: t("It was tried as often as allowed and is not tried again by itself."),
              remedy: t("Mend what its reason names, then try it again under Jobs."),
              to,
            },
          ]
        : []),
      ...(isLate
        ? [
            {
              key: `late ${region} ${queue}`,
              severity: "notice" as const,
              title: t("{queue}: jobs wait for more than five minutes", { queue }),
              meaning: t("They come late; nothing is lost."),
              remedy: t("If it grows, the application is too busy or its workers fail: look at the log."),
              to,
            },
          ]
        : []),
    ];
  });
}
