import { Link } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { measure, pieces } from "../words.ts";
import { momentWords } from "./days.ts";
import { FirstOf, OverviewCard } from "./overview-card.tsx";
import type { Attention, RunOut } from "./queries.ts";

const mostShown = 5;
const dayMs = 86_400_000;
/** The drawings reach so many days ahead at least, and at most. */
const [leastDays, mostDays] = [7, 28];

/** Locations that are empty, or will be before their refill comes, each with its next days drawn. */
export function RunOuts({ runOuts: { total, items }, now }: { runOuts: Attention["runOuts"]; now: number }) {
  const ends = items.flatMap(({ emptyAt, refillAt }) =>
    [emptyAt, refillAt].flatMap((at) => (at === null ? [] : [(Date.parse(at) - now) / dayMs])),
  );
  const days = Math.min(mostDays, Math.max(leastDays, Math.ceil(Math.max(0, ...ends)) + 1));
  return (
    <OverviewCard title={t("Empty or will be")} count={total}>
      {items.length === 0 ? (
        <p className="soft overview-none">
          {t("Every refill comes in time, as far as stock and use are known.")}
        </p>
      ) : (
        <FirstOf items={items} most={mostShown}>
          {(shown) => (
            <ul className="overview-list">
              {shown.map((runOut) => (
                <Row key={runOut.locationId} runOut={runOut} now={now} days={days} />
              ))}
            </ul>
          )}
        </FirstOf>
      )}
      {total > items.length && (
        <p className="soft small-text">
          {t("The most urgent {shown} of {total} are listed.", {
            shown: pieces(items.length),
            total: pieces(total),
          })}{" "}
          <Link to="/planning/locations">{t("See all run-out dates")}</Link>
        </p>
      )}
    </OverviewCard>
  );
}

function Row({ runOut, now, days }: { runOut: RunOut; now: number; days: number }) {
  const { locationId, locationName, partName, unit, onHand, emptyAt, order } = runOut;
  return (
    <li className="run-out">
      <div className="overview-item">
        <span>
          <Link to="/locations/$id" params={{ id: locationId! }}>
            <strong>{locationName}</strong>
          </Link>{" "}
          <span className="soft">{partName}</span>
        </span>
        <span className={`state ${emptyAt === null ? "state-empty" : "state-low"}`}>
          {emptyAt === null ? t("empty") : t("empty {day}", { day: momentWords(emptyAt, now) })}
        </span>
      </div>
      <Ahead runOut={runOut} now={now} days={days} />
      <div className="overview-item small-text">
        <span className="soft">{refillWords(runOut, now)}</span>
        {order ? (
          <Link to="/orders/$id" params={{ id: order.id }} className="nowrap">
            {t("Order {number}", { number: order.number })}
          </Link>
        ) : (
          <span className="soft nowrap">
            {onHand > 0 && t("{onHand} left", { onHand: pieces(onHand, unit ?? "") })}
          </span>
        )}
      </div>
    </li>
  );
}

/** When the refill comes, and what that means. */
function refillWords({ order, refillAt, daysShort }: RunOut, now: number): string {
  if (refillAt === null)
    return order
      ? t("The refill is overdue: nobody knows when it comes")
      : t("Nobody supplies the part: choose a supplier");
  const day = momentWords(refillAt, now);
  const short = daysShort === null ? "" : measure(daysShort, "", daysShort < 10 ? 1 : 0);
  if (!order) return t("Nothing is on order; ordered now, it would come {day}", { day });
  if (order.state === "proposed")
    return t("Waits for approval; approved now, it comes {day}: {short} days short", { day, short });
  return t("Refill comes {day}: {short} days short", { day, short });
}

/** The next days as a line: stock that lasts, the time without any, and the refill. All of it stands in words, too. */
function Ahead({
  runOut: { emptyAt, refillAt, order },
  now,
  days,
}: {
  runOut: RunOut;
  now: number;
  days: number;
}) {
  const at = (iso: string) => Math.min(100, Math.max(0, ((Date.parse(iso) - now) / dayMs / days) * 100));
  const empty = emptyAt === null ? 0 : at(emptyAt);
  const refill = refillAt === null ? 100 : Math.max(empty, at(refillAt));
  return (
    <div className="ahead" aria-hidden="true">
      <div className="ahead-stock" style={{ width: `${empty}%` }} />
      <div className="ahead-gap" style={{ left: `${empty}%`, width: `${refill - empty}%` }} />
      {refillAt !== null && (
        <div
          className={order ? "ahead-refill" : "ahead-refill ahead-unsure"}
          style={{ left: `${refill}%` }}
        />
      )}
    </div>
  );
}
