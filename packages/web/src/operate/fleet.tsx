import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { OperatedCustomer } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, useNow } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import { Figure, Figures } from "./figure.tsx";
import { Minutes } from "./minutes.tsx";
import { customersQuery, healthQuery, jobsQuery, networkQuery } from "./queries.ts";
import { serviceTroubles } from "./service-troubles.ts";
import { duration } from "./sizes.ts";
import { TroubleCard } from "./trouble-card.tsx";
import { troubleWords } from "./trouble-words.ts";

/** How everything does, for somebody who was just woken: what is wrong, what it means and what to do, then the figures. */
export function FleetPage() {
  const customers = useQuery(customersQuery);
  const health = useQuery(healthQuery);
  const network = useQuery(networkQuery);
  const jobs = useQuery(jobsQuery);
  const now = useNow();
  if (customers.isPending || health.isPending) return <Loading />;
  const failed = [customers, health].find(({ data }) => data === undefined);
  if (failed?.error || !customers.data || !health.data)
    return (
      <Failed
        error={failed?.error ?? new Error(t("No answer"))}
        onAgain={() => void Promise.all([customers.refetch(), health.refetch()])}
      />
    );
  const service = serviceTroubles(
    { health: health.data, network: network.data, queues: jobs.data?.queues },
    now,
  );
  const troubled = customers.data.flatMap((customer) =>
    customer.troubles.map((trouble) => ({ customer, trouble })),
  );
  const alarms = [
    ...service.filter(({ severity }) => severity === "alarm"),
    ...troubled.filter(({ trouble }) => trouble.severity === "alarm"),
  ].length;
  return (
    <>
      <PageHead title={t("Fleet")}>
        <span className={`state ${alarms > 0 ? "state-empty" : "state-ok"}`} role="status">
          {alarms > 0
            ? t("{alarms, plural, one {One thing does} other {# things do}} not work now", { alarms })
            : t("Everything works")}
        </span>
      </PageHead>
      {service.length + troubled.length > 0 && (
        <section aria-label={t("What needs somebody")}>
          <ul className="troubles">
            {(["alarm", "notice"] as const).flatMap((severity) => [
              ...service
                .filter((trouble) => trouble.severity === severity)
                .map(({ key, to, ...trouble }) => (
                  <TroubleCard
                    key={key}
                    {...trouble}
                    where={
                      <Link to={to} className="button-like">
                        {t("Look there")}
                      </Link>
                    }
                  />
                )),
              ...troubled
                .filter(({ trouble }) => trouble.severity === severity)
                .map(({ customer, trouble }) => (
                  <CustomerTrouble
                    key={`${customer.accountId} ${trouble.kind}`}
                    customer={customer}
                    trouble={trouble}
                  />
                )),
            ])}
          </ul>
        </section>
      )}
      <FleetFigures customers={customers.data} toStockMs={health.data.toStock?.p99Ms ?? null} />
      {customers.data.length === 0 && (
        <Empty title={t("No customers yet")}>
          {t("Make the first one on this machine: <code>npx refill account create --customer NAME</code>", {
            code: (inside) => <code>{inside}</code>,
          })}
        </Empty>
      )}
      <div className="two-cards">
        {network.data?.map(
          ({ region, status }) =>
            status && (
              <section
                key={region}
                className="card card-section"
                aria-label={t("Messages in {region}", { region })}
              >
                <Minutes
                  label={t("Uplinks a minute, {region}", { region })}
                  minutes={status.minutes}
                  value={(index) => status.minutes[index]!.uplinks}
                  unit=""
                />
              </section>
            ),
        )}
        <section className="card card-section" aria-label={t("Requests")}>
          <Minutes
            label={t("Requests of the API a minute")}
            minutes={health.data.minutes}
            value={(index) => health.data.minutes[index]!.requests}
            unit=""
            colour="chart-3"
          />
        </section>
      </div>
    </>
  );
}

function CustomerTrouble({
  customer: { accountId, slug },
  trouble,
}: {
  customer: OperatedCustomer;
  trouble: OperatedCustomer["troubles"][number];
}) {
  const { title, meaning, remedy } = troubleWords(trouble);
  return (
    <TroubleCard
      severity={trouble.severity}
      title={t("{slug}: {title}", { slug, title })}
      meaning={meaning}
      remedy={remedy}
      where={
        <Link to="/operate/customers/$id" params={{ id: accountId }} className="button-like">
          {t("Open {slug}", { slug })}
        </Link>
      }
    />
  );
}

function FleetFigures({
  customers,
  toStockMs,
}: {
  customers: readonly OperatedCustomer[];
  toStockMs: number | null;
}) {
  const sum = (of: (customer: OperatedCustomer) => number | undefined) =>
    customers.reduce((total, customer) => total + (of(customer) ?? 0), 0);
  const suspended = customers.filter(({ state }) => state === "suspended").length;
  const gateways = sum(({ traffic }) => traffic?.gateways);
  const connected = sum(({ traffic }) => traffic?.gatewaysConnected);
  const silent = sum(({ numbers }) => numbers?.silentDevices);
  const undispatched = sum(({ numbers }) => numbers?.undispatchedOrders);
  return (
    <Figures>
      <Figure
        name={t("Customers")}
        value={pieces(customers.length)}
        note={suspended > 0 ? t("{count} suspended", { count: pieces(suspended) }) : t("all active")}
      />
      <Figure
        name={t("Devices")}
        value={pieces(sum(({ numbers }) => numbers?.devices))}
        note={t("{count} silent", { count: pieces(silent) })}
      />
      <Figure
        name={t("Gateways connected")}
        value={`${pieces(connected)} / ${pieces(gateways)}`}
        isWrong={connected < gateways}
        note={
          connected < gateways ? t("{count} away", { count: pieces(gateways - connected) }) : t("all of them")
        }
      />
      <Figure
        name={t("Messages in the last hour")}
        value={pieces(sum(({ traffic }) => traffic?.messagesLastHour))}
      />
      <Figure
        name={t("Orders open")}
        value={pieces(sum(({ numbers }) => numbers?.openOrders))}
        isWrong={undispatched > 0}
        note={t("{count} not gone out", { count: pieces(undispatched) })}
      />
      <Figure
        name={t("From sensor to stock")}
        value={duration(toStockMs)}
        note={t("99 of 100 messages, last ten minutes")}
      />
    </Figures>
  );
}
