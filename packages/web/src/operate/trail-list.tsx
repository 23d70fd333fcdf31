import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { AuditEntry } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { dateTime, pieces } from "../words.ts";
import { serviceTrailQuery } from "./queries.ts";

const actionWords: Record<string, string> = {
  "account.created": t("Customer made"),
  "account.suspended": t("Suspended"),
  "account.resumed": t("Resumed"),
  "account.quota-changed": t("Limits changed"),
  "account.closed": t("Closed for good"),
  "account.exported": t("Exported"),
  "registration-link.created": t("Link for the first admin made"),
  "customer-key.changed": t("Customer key changed"),
  "data-key.changed": t("Data key changed"),
  "job.retried": t("Job tried again"),
  "job.cancelled": t("Job given up"),
  "operator.invited": t("Operator invited"),
};
/** In words; what has none is said as it lies there. */
export function serviceActionWords(action: string): string {
  return actionWords[action] ?? action;
}
export const serviceActions = Object.entries(actionWords).map(([value, label]) => ({ value, label }));

export function TrailTable({
  entries,
  isOfOne = false,
}: {
  entries: readonly AuditEntry[];
  isOfOne?: boolean;
}) {
  return (
    <div className="card" style={{ overflow: "hidden" }}>
      <table className="table">
        <thead>
          <tr>
            <th>{t("When")}</th>
            <th>{t("What")}</th>
            {!isOfOne && <th>{t("Customer")}</th>}
            <th>{t("Who")}</th>
            <th>{t("Why, and what")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.sequence}>
              <td data-label={t("When")} title={dateTime(entry.at)}>
                <Time iso={entry.at} />
              </td>
              <td className="wide">
                <strong>{serviceActionWords(entry.action)}</strong>
              </td>
              {!isOfOne && (
                <td data-label={t("Customer")}>
                  {entry.target?.id && entry.target.name ? (
                    <Link to="/operate/customers/$id" params={{ id: entry.target.id }}>
                      {entry.target.name}
                    </Link>
                  ) : (
                    "–"
                  )}
                </td>
              )}
              <td data-label={t("Who")}>
                {entry.actor.name}
                <div className="soft small-text">
                  {entry.actor.address
                    ? t("console, from {address}", { address: entry.actor.address })
                    : t("command line")}
                </div>
              </td>
              <td className="wide breakable">
                <Detail detail={entry.detail} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The reason as it was given; below it what else is known, in words where it is a limit. */
function Detail({ detail }: { detail: AuditEntry["detail"] }) {
  const { reason, customer: _customer, before, after, ...rest } = detail ?? {};
  const facts = [
    ...limitsOf(before, after),
    ...Object.entries(rest).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [`${name} ${value}`] : [],
    ),
  ];
  return (
    <>
      {typeof reason === "string" && <div>{reason}</div>}
      {facts.map((fact) => (
        <div key={fact} className="soft small-text">
          {fact}
        </div>
      ))}
    </>
  );
}

const limitWords: Record<string, string> = {
  devices: t("Devices"),
  requestsPerMinute: t("Requests a minute"),
  storageMb: t("Storage, MB"),
};
function limitsOf(before: unknown, after: unknown): string[] {
  if (typeof before !== "object" || typeof after !== "object" || !before || !after) return [];
  const words = (value: unknown) => (typeof value === "number" ? pieces(value) : t("no limit"));
  return Object.entries(limitWords).flatMap(([field, name]) => {
    const [was, is] = [before, after].map((each) => (each as Record<string, unknown>)[field]);
    return was === is ? [] : [`${name}: ${words(was)} → ${words(is)}`];
  });
}

/** The latest of what operators did to one customer. */
export function ShortTrail({ accountId }: { accountId: string }) {
  const entries = useInfiniteQuery(serviceTrailQuery({ accountId }, 10));
  const items = entries.data?.pages[0]?.items ?? [];
  if (items.length === 0) return null;
  return (
    <section className="below" aria-label={t("What operators did")}>
      <div className="head-line">
        <h2 className="section-head">{t("What operators did")}</h2>
        <Link to="/operate/trail" search={{ accountId }}>
          {t("All of it")}
        </Link>
      </div>
      <TrailTable entries={items} isOfOne />
    </section>
  );
}
