import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location, Part } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { said, t } from "../language/language.ts";
import { useWholeMoney } from "../parts/money.ts";
import { Time } from "../parts/small.tsx";
import { policyNames, policyShort } from "../policy-words.ts";
import { pieces } from "../words.ts";
import type { Proposal } from "./queries.ts";
import { figure, points, proposalWords, signed } from "./words.ts";

/** What is proposed for a location: before and after, why, and what it brings. `children`: what can be done with it. */
export function ProposalView({
  proposal,
  location,
  part,
  isAtLocation = false,
  children,
}: {
  proposal: Proposal;
  location: Location | undefined;
  part: Part | undefined;
  /** The page is about the location already. */
  isAtLocation?: boolean;
  children?: React.ReactNode;
}) {
  const unit = part?.unit ?? "";
  const automatic = useQuery(accountQuery).data?.planning.automatic;
  return (
    <div className="proposal">
      <div className="proposal-head">
        {!isAtLocation && (
          <span>
            <Link to="/locations/$id" params={{ id: proposal.locationId }}>
              <strong>{location?.name ?? t("A location that is gone")}</strong>
            </Link>{" "}
            <span className="soft">
              {part?.name} {part?.number}
            </span>
          </span>
        )}
        <span className="proposal-change">
          <Parameters parameters={proposal.before} unit={unit} />
          <span className="soft">→</span>
          <strong>
            <Parameters parameters={proposal.after} unit={unit} />
          </strong>
        </span>
        <Decision proposal={proposal} isAtLocation={isAtLocation} />
      </div>
      <p className="proposal-reason">{said(proposal.reason)}</p>
      <Effects proposal={proposal} unit={unit} />
      {automatic && proposal.state === "open" && proposal.needsPerson && (
        <p className="soft small-text">
          {t("Not applied by itself: {needsPerson}.", {
            needsPerson: withoutDot(said(proposal.needsPerson)),
          })}
        </p>
      )}
      {children}
    </div>
  );
}

function Parameters({
  parameters: { policy, safetyStock },
  unit,
}: {
  parameters: Proposal["before"];
  unit: string;
}) {
  return (
    <span title={policyNames[policy.kind]}>
      {policyShort(policy)}
      <span className="soft">
        {" "}
        {t("· safety stock {safetyStock}", { safetyStock: pieces(safetyStock, unit) })}
      </span>
    </span>
  );
}

/** What is to be expected, after less before. */
function Effects({ proposal: { effect }, unit }: { proposal: Proposal; unit: string }) {
  const money = useWholeMoney();
  const rows: [string, string, number][] = [
    [t("Stock"), `${signed(effect.stock)} ${unit}`, -effect.stock],
    [
      t("Its value"),
      effect.stockValue === null ? t("not known") : signed(effect.stockValue, money),
      -(effect.stockValue ?? 0),
    ],
    [t("Served from the shelf"), signed(effect.fillRate, points), effect.fillRate],
    [t("Stock-outs a year"), signed(effect.stockOutsPerYear), -effect.stockOutsPerYear],
    [t("Orders a year"), signed(effect.ordersPerYear), -effect.ordersPerYear],
    [
      t("Cost a year"),
      effect.costPerYear === null ? t("not known") : signed(effect.costPerYear, money),
      -(effect.costPerYear ?? 0),
    ],
  ];
  return (
    <dl className="effects" aria-label={t("Expected effect")}>
      {rows.map(([name, value, gain]) => (
        <div
          key={name}
          className={value.startsWith("±") || value === t("not known") ? "" : gain > 0 ? "better" : "worse"}
        >
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const stateClass: Record<Proposal["state"], string> = {
  open: "state-low",
  applied: "state-ok",
  dismissed: "state-unknown",
  withdrawn: "state-unknown",
};

/** Where open ones are listed, that it is open goes without saying. */
function Decision({
  proposal: { state, decidedBy, decidedAt, isAutomatic, note, createdAt },
  isAtLocation,
}: {
  proposal: Proposal;
  isAtLocation: boolean;
}) {
  return (
    <span className="proposal-decision">
      {(state !== "open" || isAtLocation) && (
        <span className={`state ${stateClass[state]}`}>
          {isAutomatic ? t("Applied by itself") : proposalWords[state]}
        </span>
      )}{" "}
      <span className="soft small-text">
        <Time iso={decidedAt ?? createdAt} />
        {decidedBy && !isAutomatic && state !== "withdrawn" && t(" · {decidedBy}", { decidedBy })}
        {note && `: ${note}`}
      </span>
    </span>
  );
}

function withoutDot(text: string): string {
  return text.replace(/\.$/, "");
}

/** "3 pieces" without a unit's name is no help; for sums over locations the units differ. */
export function sumOfEffects(proposals: readonly Proposal[]): {
  stockValue: number;
  stockOutsPerYear: number;
  ordersPerYear: number;
} {
  const sum = { stockValue: 0, stockOutsPerYear: 0, ordersPerYear: 0 };
  for (const { effect } of proposals) {
    sum.stockValue += effect.stockValue ?? 0;
    sum.stockOutsPerYear += effect.stockOutsPerYear;
    sum.ordersPerYear += effect.ordersPerYear;
  }
  return sum;
}

/** What several proposals bring together. */
export function SumOfEffects({ proposals }: { proposals: readonly Proposal[] }) {
  const money = useWholeMoney();
  const { stockValue, stockOutsPerYear, ordersPerYear } = sumOfEffects(proposals);
  return (
    <span className="soft">
      {t(
        "together stock value {stockValue}, stock-outs a year {stockOutsPerYear}, orders a year {ordersPerYear}",
        {
          stockValue: signed(stockValue, money),
          stockOutsPerYear: signed(stockOutsPerYear, figure),
          ordersPerYear: signed(ordersPerYear, figure),
        },
      )}
    </span>
  );
}
