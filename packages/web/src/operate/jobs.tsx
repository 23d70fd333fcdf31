import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { client, type OperatedJob, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { pieces } from "../words.ts";
import { jobStateClass, jobStateWords, queueWords, scheduleWords } from "./job-words.ts";
import { jobsQuery } from "./queries.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

const lateMs = 5 * 60_000;
const soonMs = 60_000;

const columns: readonly Column<OperatedJob>[] = [
  {
    key: "job",
    name: t("Job"),
    value: ({ queue }) => queueWords(queue),
    isWide: true,
    width: "minmax(260px, 3fr)",
    cell: ({ queue, region, attempts, attemptsAllowed }) => (
      <>
        <strong>{queueWords(queue)}</strong>
        <span className="second-line">
          {region}
          {attempts > 0 &&
            ` · ${t("attempt {attempts} of {allowed}", { attempts, allowed: pieces(attemptsAllowed) })}`}
        </span>
      </>
    ),
  },
  {
    key: "state",
    name: t("State"),
    width: "130px",
    value: ({ state }) => ["failed", "retrying", "active", "waiting"].indexOf(state),
    cell: ({ state }) => <span className={`state ${jobStateClass[state]}`}>{jobStateWords[state]}</span>,
  },
  {
    key: "customer",
    name: t("Customer"),
    value: ({ customer }) => customer,
    cell: ({ customer, accountId }) =>
      customer && accountId ? (
        <Link to="/operate/customers/$id" params={{ id: accountId }}>
          {customer}
        </Link>
      ) : (
        "–"
      ),
  },
  {
    key: "reason",
    name: t("Why it failed"),
    isWide: true,
    width: "minmax(200px, 3fr)",
    value: ({ reason }) => reason,
    cell: ({ reason }) => <span className="wrapped">{reason ?? "–"}</span>,
  },
  {
    key: "at",
    name: t("When"),
    value: ({ at }) => at,
    cell: ({ at, state }) => (
      <>
        <Time iso={at} />
        <span className="second-line">{state === "failed" ? t("failed") : t("due")}</span>
      </>
    ),
  },
  {
    key: "actions",
    name: t("Actions"),
    width: "190px",
    value: () => null,
    cell: (job) => <Actions job={job} />,
  },
];
const filters: readonly Filter<OperatedJob>[] = [
  {
    key: "state",
    name: t("State"),
    options: Object.entries(jobStateWords).map(([value, label]) => ({ value, label })),
    of: ({ state }) => state,
  },
];
const searched = ({ queue, customer, region, reason }: OperatedJob) => [
  queue,
  queueWords(queue),
  customer,
  region,
  reason,
];

/** What waits, runs and failed, and what happens by the clock. */
export function JobsPage() {
  const jobs = useQuery(jobsQuery);
  const now = useNow();
  if (jobs.isPending) return <Loading />;
  if (!jobs.data) return <Failed error={jobs.error!} onAgain={() => jobs.refetch()} />;
  const { queues, schedules, items } = jobs.data;
  // Most jobs of the orders are for a later time: they are counted, and only what is to be done now is listed.
  const isLater = ({ state, at }: OperatedJob) => state === "waiting" && Date.parse(at) > now + soonMs;
  const later = items.filter(isLater).length;
  const failed = queues.reduce((sum, queue) => sum + queue.failed, 0);
  return (
    <>
      <PageHead title={t("Jobs")}>
        <span className={`state ${failed > 0 ? "state-empty" : "state-ok"}`} role="status">
          {failed > 0
            ? t("{failed, plural, one {# job has} other {# jobs have}} failed for good", { failed })
            : t("None has failed")}
        </span>
      </PageHead>
      <div className="queue-cards">
        {queues.map((queue) => {
          const isLate = queue.oldestDueAt !== null && now - Date.parse(queue.oldestDueAt) > lateMs;
          return (
            <section
              key={`${queue.region} ${queue.queue}`}
              className={`card card-section queue-card ${queue.failed > 0 ? "queue-failed" : ""}`}
              aria-label={t("{queue} in {region}", { queue: queueWords(queue.queue), region: queue.region })}
            >
              <strong>{queueWords(queue.queue)}</strong>
              <span className="soft small-text">{queue.region}</span>
              <dl>
                {(
                  [
                    [t("waiting"), queue.waiting],
                    [t("running"), queue.active],
                    [t("tried again"), queue.retrying],
                    [t("failed"), queue.failed],
                  ] as const
                ).map(([name, count]) => (
                  <div key={name} className={count > 0 ? "" : "soft"}>
                    <dt>{name}</dt>
                    <dd>{pieces(count)}</dd>
                  </div>
                ))}
              </dl>
              {isLate && (
                <span className="state state-low">
                  {t("the oldest waits since {time}", { time: <Time iso={queue.oldestDueAt} /> })}
                </span>
              )}
            </section>
          );
        })}
      </div>
      <section className="below" aria-label={t("By the clock")}>
        <h2 className="section-head">{t("By the clock")}</h2>
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("What")}</th>
                <th>{t("Last")}</th>
                <th>{t("Next")}</th>
                <th>{t("Accounts through")}</th>
              </tr>
            </thead>
            <tbody>
              {schedules.map(({ region, name, lastAt, nextAt, done, open }) => (
                <tr key={`${region} ${name}`}>
                  <td className="wide">
                    <strong>{scheduleWords[name]?.name ?? name}</strong>{" "}
                    <span className="soft">{region}</span>
                    <div className="soft small-text">{scheduleWords[name]?.what}</div>
                  </td>
                  <td data-label={t("Last")}>
                    <Time iso={lastAt} none={t("never")} />
                  </td>
                  <td data-label={t("Next")}>
                    <Time iso={nextAt} none="–" />
                  </td>
                  <td data-label={t("Accounts through")}>
                    {t("{done} of {all}", { done: pieces(done), all: pieces(done + open) })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
      <section className="below" aria-label={t("Jobs in the queues")}>
        <h2 className="section-head">{t("Jobs in the queues")}</h2>
        <DataTable
          name="operated-jobs"
          label={t("Jobs in the queues")}
          rows={items.filter((job) => !isLater(job))}
          columns={columns}
          filters={filters}
          searched={searched}
          rowName={({ queue, customer }) => `${queueWords(queue)} ${customer ?? ""}`}
          defaultSort="state"
          searchLabel={t("Customer, queue or reason")}
          empty={<Empty title={t("Nothing waits")}>{t("Everything that was to be done is done.")}</Empty>}
        />
        {later > 0 && (
          <p className="soft small-text">
            {t("{count, plural, one {# more is planned for later.} other {# more are planned for later.}}", {
              count: later,
            })}
          </p>
        )}
      </section>
    </>
  );
}

function Actions({ job: { id, region, queue, state, customer } }: { job: OperatedJob }) {
  if (state === "active") return null;
  const params = { path: { region, id } };
  const what = `${queueWords(queue)}${customer ? `, ${customer}` : ""}`;
  return (
    <div className="row-actions" style={{ padding: 0 }}>
      {state !== "waiting" && (
        <ReasonDialog
          size="compact-xs"
          label={t("Try now")}
          aria-label={t("Try now: {what}", { what })}
          title={t("Try this job once more?")}
          action={t("Try it now")}
          act={(reason) =>
            unwrap(client.POST("/api/v1/operation/jobs/{region}/{id}/retry", { params, body: { reason } }))
          }
        >
          {t(
            "It is taken up within seconds. A message that went out before the failure may go out twice; its number stays the same.",
          )}
        </ReasonDialog>
      )}
      <ReasonDialog
        size="compact-xs"
        label={t("Give up")}
        aria-label={t("Give up: {what}", { what })}
        title={t("Give this job up?")}
        action={t("Give it up")}
        isDangerous
        act={(reason) =>
          unwrap(client.POST("/api/v1/operation/jobs/{region}/{id}/cancel", { params, body: { reason } }))
        }
      >
        {t(
          "What it was to do is not done, and it is not tried again: an order does not go out, an event is not delivered. The customer can send an order again from its page.",
        )}
      </ReasonDialog>
    </div>
  );
}
