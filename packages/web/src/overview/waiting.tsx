import { Link } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";
import { FirstOf, OverviewCard } from "./overview-card.tsx";
import type { Attention, Waiting, WaitingKind } from "./queries.ts";
import { WaitingAction } from "./waiting-action.tsx";
import { listOf, useWaitingWords } from "./waiting-words.ts";

const mostOfKind = 3;

/** What waits for a person, by kind, each with the one thing that is to be done about it. */
export function WaitingList({
  waiting: { counts, items },
  now,
}: {
  waiting: Attention["waiting"];
  now: number;
}) {
  const present = counts.filter(({ count }) => count > 0);
  const byKind = Map.groupBy(items, ({ kind }) => kind);
  return (
    <OverviewCard title={t("Waits for you")} count={urgentOf(counts)}>
      {present.length === 0 ? (
        <p className="soft overview-none">
          {t("Nothing: orders are approved and sent, sensors and gateways are heard.")}
        </p>
      ) : (
        present.map(({ kind, count }) => (
          <Group key={kind} kind={kind} count={count} items={byKind.get(kind) ?? []} now={now} />
        ))
      )}
    </OverviewCard>
  );
}

/** Proposals can wait. */
export function urgentOf(counts: Attention["waiting"]["counts"]): number {
  return counts.reduce((sum, { kind, count }) => sum + (kind === "proposal" ? 0 : count), 0);
}

function Group({
  kind,
  count,
  items,
  now,
}: {
  kind: WaitingKind;
  count: number;
  items: readonly Waiting[];
  now: number;
}) {
  const { title, to, all } = listOf(kind, count);
  return (
    <div className="waiting-group">
      <h3>{title}</h3>
      {kind === "proposal" ? (
        <p className="waiting-proposals">
          <span className="soft">{t("Better reorder points and quantities, with what they bring")}</span>
          <Link to="/planning/proposals" className="nowrap">
            {t("Look at them")}
          </Link>
        </p>
      ) : (
        <FirstOf items={items} most={mostOfKind}>
          {(shown) => (
            <ul className="overview-list">
              {shown.map((item) => (
                <Row key={item.id} item={item} now={now} />
              ))}
            </ul>
          )}
        </FirstOf>
      )}
      {kind !== "proposal" && count > items.length && (
        <Link to={to} className="small-text">
          {t("{all} ({count})", { all, count: pieces(count) })}
        </Link>
      )}
    </div>
  );
}

function Row({ item, now }: { item: Waiting; now: number }) {
  const { what, why } = useWaitingWords(item, now);
  return (
    <li className="overview-item">
      <span className="waiting-words">
        <span>{what}</span>
        <span className="soft small-text">{why}</span>
      </span>
      <WaitingAction item={item} />
    </li>
  );
}
