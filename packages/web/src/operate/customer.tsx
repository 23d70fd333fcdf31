import "./operate.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { OperatedCustomerDetails } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { day, pieces } from "../words.ts";
import { CustomerAccess } from "./customer-access.tsx";
import { CustomerKeys } from "./customer-keys.tsx";
import { CustomerLimits } from "./customer-limits.tsx";
import { CustomerNetwork } from "./customer-network.tsx";
import { ChangeState, RegistrationLink } from "./customer-state.tsx";
import { Figure, Figures } from "./figure.tsx";
import { customerQuery } from "./queries.ts";
import { ShortTrail } from "./trail-list.tsx";
import { TroubleCard } from "./trouble-card.tsx";
import { customerStateWords, troubleWords } from "./trouble-words.ts";

/** One customer: what is wrong, how it does, what it may use, and what operators can do. */
export function CustomerPage() {
  const { id } = useParams({ from: "/inside/operate/customers/$id" });
  const customer = useQuery(customerQuery(id));
  if (customer.isPending) return <Loading />;
  if (!customer.data) return <Failed error={customer.error!} onAgain={() => customer.refetch()} />;
  const { data } = customer;
  return (
    <>
      <Link to="/operate/customers" className="back-link">
        {t("All customers")}
      </Link>
      <PageHead title={data.slug}>
        <span className={`state ${data.state === "active" ? "state-ok" : "state-low"}`}>
          {customerStateWords[data.state] ?? data.state}
        </span>
        <span className="soft">
          {data.region}
          {data.isDemonstration && ` · ${t("demonstration")}`}
        </span>
        <div className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
          {data.members === 0 && <RegistrationLink customer={data} />}
          <ChangeState customer={data} />
        </div>
      </PageHead>
      {data.troubles.length > 0 && (
        <ul className="troubles" aria-label={t("What is wrong")}>
          {data.troubles.map((trouble) => (
            <TroubleCard key={trouble.kind} severity={trouble.severity} {...troubleWords(trouble)} />
          ))}
        </ul>
      )}
      <CustomerFigures customer={data} />
      <div className="two-cards">
        <CustomerAccess customer={data} />
        <CustomerLimits customer={data} />
        <CustomerKeys customer={data} />
        <About customer={data} />
      </div>
      <CustomerNetwork accountId={data.accountId} region={data.region} />
      <ShortTrail accountId={data.accountId} />
    </>
  );
}

function CustomerFigures({ customer: { traffic, numbers } }: { customer: OperatedCustomerDetails }) {
  const isAway = traffic !== null && traffic.gatewaysConnected < traffic.gateways;
  return (
    <Figures>
      <Figure
        name={t("Devices")}
        value={pieces(numbers?.devices)}
        note={t("{silent} silent, {never} never seen", {
          silent: pieces(numbers?.silentDevices),
          never: pieces(numbers?.neverSeenDevices),
        })}
      />
      <Figure name={t("Weak batteries")} value={pieces(numbers?.weakBatteries)} />
      <Figure
        name={t("Gateways connected")}
        value={traffic ? `${pieces(traffic.gatewaysConnected)} / ${pieces(traffic.gateways)}` : "–"}
        isWrong={isAway}
        note={traffic === null ? t("The network server does not answer") : undefined}
      />
      <Figure
        name={t("Messages in the last hour")}
        value={pieces(traffic?.messagesLastHour)}
        note={t("last one {time}", { time: <Time iso={traffic?.lastUplinkAt ?? null} none={t("never")} /> })}
      />
      <Figure
        name={t("Overwritten before delivery")}
        value={pieces(traffic?.overwritten)}
        note={t("{count} wait now", { count: pieces(traffic?.undelivered) })}
      />
      <Figure
        name={t("Orders open")}
        value={pieces(numbers?.openOrders)}
        isWrong={(numbers?.undispatchedOrders ?? 0) > 0}
        note={t("{late} late, {undispatched} not gone out", {
          late: pieces(numbers?.lateOrders),
          undispatched: pieces(numbers?.undispatchedOrders),
        })}
      />
    </Figures>
  );
}

function About({ customer }: { customer: OperatedCustomerDetails }) {
  const { numbers, accountId } = customer;
  return (
    <section className="card card-section" aria-label={t("Facts")}>
      <h2 className="section-head">{t("Facts")}</h2>
      <Facts
        facts={[
          [t("Members"), pieces(customer.members)],
          [t("Customer since"), <Time key="since" iso={customer.createdAt} />],
          [t("In this state since"), <Time key="state" iso={customer.stateSince} />],
          [t("Last export"), <Time key="export" iso={numbers?.lastExportAt ?? null} none={t("never")} />],
          [
            t("Jobs"),
            <Link key="jobs" to="/operate/jobs" search={{ q: customer.slug } as never}>
              {t("{waiting} waiting, {failed} failed", {
                waiting: pieces(numbers?.jobsWaiting),
                failed: pieces(numbers?.jobsFailed),
              })}
            </Link>,
          ],
          [t("Refused sign-ins, 24 h"), pieces(customer.refusedSignIns)],
          [t("Last planned night"), customer.lastPlannedNight ? day(customer.lastPlannedNight) : t("never")],
          [
            t("History summed until"),
            <Time key="history" iso={customer.historySummedUntil} none={t("not yet")} />,
          ],
          [t("Schema step"), pieces(customer.schemaVersion)],
          [t("Account"), <code key="id">{accountId}</code>],
        ]}
      />
    </section>
  );
}
