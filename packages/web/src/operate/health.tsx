import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import type { ServiceHealth } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { dateTime, percent, pieces } from "../words.ts";
import { Figure, Figures } from "./figure.tsx";
import { Minutes } from "./minutes.tsx";
import { Processes } from "./processes.tsx";
import { healthQuery } from "./queries.ts";
import { serviceTroubles } from "./service-troubles.ts";
import { bytes, duration } from "./sizes.ts";
import { TroubleCard } from "./trouble-card.tsx";

const dayMs = 24 * 60 * 60 * 1000;

/** Versions, processes, databases, certificates, the vault, and how the API did in the last hours. */
export function HealthPage() {
  const health = useQuery(healthQuery);
  const now = useNow();
  if (health.isPending) return <Loading />;
  if (!health.data) return <Failed error={health.error!} onAgain={() => health.refetch()} />;
  const { data } = health;
  const troubles = serviceTroubles({ health: data }, now);
  return (
    <>
      <PageHead title={t("Health and versions")}>
        <span className={`state ${data.status === "ok" ? "state-ok" : "state-empty"}`} role="status">
          {data.status === "ok" ? t("Everything answers") : t("Something does not answer")}
        </span>
        <span className="soft">{t("Refill {version}", { version: data.version })}</span>
      </PageHead>
      {troubles.length > 0 && (
        <ul className="troubles">
          {troubles.map(({ key, to: _to, ...trouble }) => (
            <TroubleCard key={key} {...trouble} />
          ))}
        </ul>
      )}
      <Usage health={data} />
      <div className="two-cards">
        <div className="card card-section">
          <Minutes
            label={t("Requests of the API a minute")}
            minutes={data.minutes}
            value={(index) => data.minutes[index]!.requests}
            unit=""
            colour="chart-3"
          />
        </div>
        <div className="card card-section">
          <Minutes
            label={t("The slowest of a hundred requests")}
            minutes={data.minutes}
            value={(index) => data.minutes[index]!.p99Ms ?? 0}
            unit="ms"
            colour="chart-2"
          />
        </div>
      </div>
      <section className="below" aria-label={t("Processes")}>
        <h2 className="section-head">{t("Processes")}</h2>
        <Processes processes={data.processes} />
      </section>
      <div className="two-cards below">
        {data.databases.map((database) => (
          <Database key={database.region} database={database} />
        ))}
        <section className="card card-section" aria-label={t("Key vault and mail")}>
          <h2 className="section-head">{t("Key vault and mail")}</h2>
          <Facts
            facts={[
              [t("Kind of vault"), data.keyVault.kind],
              [
                t("Vault"),
                <span key="vault" className={`state ${data.keyVault.isAway ? "state-empty" : "state-ok"}`}>
                  {data.keyVault.isAway ? t("does not answer") : t("answers")}
                </span>,
              ],
              [t("Mail server"), data.mail ? t("set") : t("none: links are handed over by hand")],
            ]}
          />
        </section>
        <section className="card card-section" aria-label={t("Certificates")}>
          <h2 className="section-head">{t("Certificates")}</h2>
          <ul className="plain-list">
            {data.certificates.map(({ region, name, validUntil }) => {
              const days = Math.floor((Date.parse(validUntil) - now) / dayMs);
              return (
                <li key={`${region} ${name}`}>
                  <span>
                    {name} <span className="soft">{region}</span>
                  </span>
                  <span
                    className={`state ${days > 30 ? "state-ok" : "state-empty"}`}
                    title={dateTime(validUntil)}
                  >
                    {t("{days, plural, one {# day left} other {# days left}}", { days })}
                  </span>
                </li>
              );
            })}
          </ul>
        </section>
      </div>
    </>
  );
}

function Usage({ health }: { health: ServiceHealth }) {
  const recent = health.minutes.slice(-10);
  const sum = (field: "requests" | "failed" | "refused") =>
    recent.reduce((total, minute) => total + minute[field], 0);
  const [requests, failed, refused] = [sum("requests"), sum("failed"), sum("refused")];
  const medians = recent.flatMap(({ medianMs }) => medianMs ?? []).sort((a, b) => a - b);
  const median = medians[Math.floor(medians.length / 2)] ?? null;
  return (
    <Figures>
      <Figure
        name={t("Requests in ten minutes")}
        value={pieces(requests)}
        note={t("{count} refused", { count: pieces(refused) })}
      />
      <Figure
        name={t("Failed")}
        value={pieces(failed)}
        isWrong={failed > 0}
        note={requests > 0 ? percent(failed / requests) : undefined}
      />
      <Figure name={t("Typical answer")} value={duration(median)} note={t("median of ten minutes")} />
      <Figure
        name={t("From sensor to stock")}
        value={duration(health.toStock?.p99Ms ?? null)}
        note={t("99 of 100 messages, last ten minutes")}
      />
      <Figure
        name={t("Accounts in memory")}
        value={pieces(health.accountsInMemory)}
        note={t("{size}, the process {process}", {
          size: bytes(health.memory.accountsBytes),
          process: bytes(health.memory.processBytes),
        })}
      />
      <Figure
        name={t("Disk free")}
        value={bytes(health.disk?.freeBytes ?? null)}
        note={
          health.disk
            ? t("{share} of it", { share: percent(health.disk.freeBytes / health.disk.bytes) })
            : undefined
        }
      />
    </Figures>
  );
}

function Database({ database }: { database: ServiceHealth["databases"][number] }) {
  const { region, version, schema, passwordSince, archive } = database;
  return (
    <section className="card card-section" aria-label={t("Postgres in {region}", { region })}>
      <h2 className="section-head">{t("Postgres in {region}", { region })}</h2>
      <Facts
        facts={[
          [t("Version"), version ?? t("does not answer")],
          [t("Size"), bytes(database.bytes)],
          [
            t("Schema"),
            schema.accountsBehind === 0
              ? t("step {newest}, all accounts", { newest: pieces(schema.newest) })
              : t("step {newest}, {behind} accounts behind", {
                  newest: pieces(schema.newest),
                  behind: pieces(schema.accountsBehind),
                }),
          ],
          [t("Password of the programs"), <Time key="password" iso={passwordSince} none={t("not known")} />],
          [
            t("Archive of its log"),
            archive?.isOn ? (
              t("last written {time}", { time: <Time iso={archive.lastAt} none={t("never")} /> })
            ) : (
              <span key="archive" className="soft">
                {t("off: a backup is what you make yourself, with pg_dump and of the keys")}
              </span>
            ),
          ],
        ]}
      />
    </section>
  );
}
