import { Button, Progress } from "@mantine/core";
import { IconCalculator } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { client, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { dateFormat } from "../language/formats.ts";
import { said, t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { clock, dateTime, pieces } from "../words.ts";
import { latestRunQuery, type PlanningRun, renewPlanning } from "./queries.ts";

/** When planning ran last and runs next, how far it is while it runs, and the way to run it now. */
export function RunStatus() {
  const queries = useQueryClient();
  const mayRun = useMay("manage-inventory");
  const latest = useQuery(latestRunQuery);
  const start = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/planning/runs")),
    onSuccess: (run) => queries.setQueryData(latestRunQuery.queryKey, run),
  });
  const run = latest.data ?? null;
  const isUnderWay = run?.state === "waiting" || run?.state === "running";
  // Also a run that began and ended between two looks.
  const ended = latest.isPending ? undefined : isUnderWay ? null : (run?.id ?? null);
  const endedBefore = useRef(ended);
  useEffect(() => {
    if (ended && endedBefore.current !== undefined && endedBefore.current !== ended)
      void renewPlanning(queries);
    endedBefore.current = ended;
  }, [ended, queries]);
  if (latest.isPending) return null;
  return (
    <section className="card run-status" aria-label={t("Planning runs")}>
      <div className="run-words" role="status">
        {latest.error ? latest.error.message : <RunWords run={run} />}
        {start.error && <span className="problem">{start.error.message}</span>}
      </div>
      {mayRun && (
        <Button
          variant="default"
          leftSection={<IconCalculator size={16} />}
          loading={start.isPending || isUnderWay}
          onClick={() => start.mutate()}
        >
          {t("Plan now")}
        </Button>
      )}
    </section>
  );
}

function RunWords({ run }: { run: PlanningRun | null }) {
  const next = (
    <span className="soft">{t("Next by itself: {value}.", { value: nextNight(new Date()) })}</span>
  );
  if (run === null)
    return (
      <>
        <strong>{t("Nothing is planned yet")}</strong>
        {next}
      </>
    );
  const { total, planned } = run.locations;
  if (run.state === "waiting") return <strong>{t("Planning begins in a moment …")}</strong>;
  if (run.state === "running")
    return (
      <>
        <strong>
          {t("Planning: {planned} of {total} locations", { planned: pieces(planned), total: pieces(total) })}
        </strong>
        <Progress
          value={total > 0 ? (planned / total) * 100 : 100}
          aria-label={t("Planned locations")}
          animated
          style={{ width: "100%", maxWidth: 360 }}
        />
      </>
    );
  if (run.state === "failed")
    return (
      <>
        <strong className="problem">
          {t("The run of {createdAt} failed: {problem}", {
            createdAt: dateTime(run.createdAt),
            problem: run.problem === null ? t("it was interrupted") : said(run.problem),
          })}
        </strong>
        {next}
      </>
    );
  return (
    <>
      <strong>
        {run.by
          ? t("Planned {time}, asked for by {by}", { time: <Time iso={run.finishedAt} />, by: run.by })
          : t("Planned {time}", { time: <Time iso={run.finishedAt} /> })}
      </strong>
      <span>
        {t("{total, plural, one {# location} other {# locations}}, {found}.", {
          total,
          found: foundWords(run),
        })}
      </span>
      {next}
    </>
  );
}

function foundWords({ proposals: { created, applied, withdrawn } }: PlanningRun): string {
  const found = [t("{created, plural, one {# new proposal} other {# new proposals}}", { created })];
  if (applied > 0) found.push(t("{applied} applied by itself", { applied: pieces(applied) }));
  if (withdrawn > 0) found.push(t("{withdrawn} withdrawn", { withdrawn: pieces(withdrawn) }));
  return found.join(", ");
}

const weekdays = dateFormat({ weekday: "long" });
/** UTC: accounts have their turn one after the other. */
const night = { beginsHour: 2.5, endsHour: 5.5 };

/** The next time between which every account is planned, as this person's clock shows it. */
export function nextNight(now: Date): string {
  const hour = 3_600_000;
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  const begins =
    today + night.beginsHour * hour + (now.getTime() < today + night.beginsHour * hour ? 0 : 24 * hour);
  const ends = begins + (night.endsHour - night.beginsHour) * hour;
  const time = (at: number) => clock(new Date(at).toISOString());
  const date = weekdays(begins);
  return t("{date}, between {begins} and {ends}", { date, begins: time(begins), ends: time(ends) });
}
