import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Part } from "../api/client.ts";
import { partsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { ImportLink } from "../parts/import-link.tsx";
import { useMoney } from "../parts/money.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { policyShort } from "../policy-words.ts";
import type { Column, Filter } from "../table/column.ts";
import { DataTable } from "../table/data-table.tsx";
import { day, inOrder, pieces } from "../words.ts";
import { days } from "./supplier-words.ts";

type Row = Part & { supplierNames: string[]; leadTimeDays: number | null };

/** All parts, with who supplies them and on what terms. */
export function PartsPage() {
  const parts = useQuery(partsQuery);
  const manages = useMay("manage-inventory");
  const { supplier } = useCatalogue();
  const amount = useMoney();
  const rows = useMemo(
    () =>
      (parts.data ?? []).map((part): Row => {
        const first = part.supplies[0];
        return {
          ...part,
          supplierNames: part.supplies.flatMap(({ supplierId }) => supplier.get(supplierId)?.name ?? []),
          leadTimeDays: first
            ? (first.leadTimeDays ?? supplier.get(first.supplierId)?.leadTimeDays ?? null)
            : null,
        };
      }),
    [parts.data, supplier],
  );
  const columns = useMemo(() => columnsOf((price) => amount(price)), [amount]);
  const filters = useMemo((): Filter<Row>[] => {
    const names = [...supplier.values()].map(({ name }) => name).sort(inOrder);
    return [
      {
        key: "supplier",
        name: t("Supplier"),
        options: [{ value: "", label: t("nobody") }, ...names.map((name) => ({ value: name, label: name }))],
        of: ({ supplierNames }) => (supplierNames.length === 0 ? "" : supplierNames),
      },
      { key: "state", name: t("State"), options: stateOptions, of: stateOf },
    ];
  }, [supplier]);
  if (parts.isPending) return <Loading />;
  if (parts.error && !parts.data) return <Failed error={parts.error} onAgain={() => parts.refetch()} />;
  const actions = (
    <>
      <ImportLink kind="parts" />
      {manages && (
        <ButtonLink to="/inventory/parts/$id" params={{ id: "new" }} leftSection={<IconPlus size={16} />}>
          {t("Add part")}
        </ButtonLink>
      )}
    </>
  );
  return (
    <>
      <PageHead title={t("Parts")} />
      <DataTable
        name="parts"
        label={t("Parts")}
        rows={rows}
        columns={columns}
        filters={filters}
        searched={({ number, name, supplierNames }) => [number, name, ...supplierNames]}
        rowName={({ number, name }) => `${number} ${name}`}
        defaultSort="number"
        searchLabel={t("Number, name or supplier")}
        actions={actions}
        empty={
          <Empty title={t("No parts yet")}>
            <p style={{ marginTop: 0 }}>
              {t(
                "A part is what lies in storage locations: what it is called, who supplies it, in what packs.",
              )}
            </p>
            <div className="empty-actions">{actions}</div>
          </Empty>
        }
      />
    </>
  );
}

function columnsOf(amount: (price: number | null) => string): readonly Column<Row>[] {
  return [
    {
      key: "number",
      name: t("Number"),
      value: ({ number }) => number,
      isWide: true,
      width: "minmax(120px, 1.4fr)",
      cell: ({ id, number }) => (
        <Link to="/inventory/parts/$id" params={{ id }}>
          <strong>{number}</strong>
        </Link>
      ),
    },
    { key: "name", name: t("Part"), value: ({ name }) => name, isWide: true, width: "minmax(180px, 3fr)" },
    {
      key: "supplier",
      name: t("Supplier"),
      value: ({ supplierNames }) => supplierNames[0] ?? null,
      cell: ({ supplierNames: [first, ...others] }) =>
        first ? (
          <>
            {first}
            {others.length > 0 && (
              <span className="second-line">{t("and {count} more", { count: others.length })}</span>
            )}
          </>
        ) : (
          <span className="problem">{t("nobody")}</span>
        ),
    },
    {
      key: "price",
      name: t("Price"),
      isNumber: true,
      value: ({ supplies }) => supplies[0]?.prices[0]?.price ?? null,
      cell: ({ supplies }) => {
        const price = supplies[0]?.prices[0]?.price;
        return price === undefined ? <span className="soft">–</span> : amount(price);
      },
    },
    {
      key: "pack",
      name: t("Pack"),
      isNumber: true,
      value: ({ supplies }) => supplies[0]?.packSize ?? null,
      cell: ({ supplies, unit }) => (supplies[0] ? pieces(supplies[0].packSize, unit) : "–"),
    },
    {
      key: "lead",
      name: t("Lead time"),
      isNumber: true,
      value: ({ leadTimeDays }) => leadTimeDays,
      cell: ({ leadTimeDays }) => (leadTimeDays === null ? "–" : days(leadTimeDays)),
    },
    {
      key: "policy",
      name: t("Policy"),
      value: ({ policy }) => (policy ? policyShort(policy) : null),
      cell: ({ policy }) =>
        policy ? policyShort(policy) : <span className="soft">{t("each location's")}</span>,
    },
    { key: "state", name: t("State"), value: stateWords, cell: (part) => <StateOfPart part={part} /> },
    { key: "unit", name: t("Unit"), value: ({ unit }) => unit, isOptional: true },
    {
      key: "minimum",
      name: t("Minimum order"),
      isNumber: true,
      isOptional: true,
      value: ({ supplies }) => supplies[0]?.minimumOrderQuantity ?? null,
    },
  ];
}

type State = "ordered" | "approval" | "blocked" | "later" | "ending" | "over";
const stateNames: Record<State, string> = {
  ordered: t("Ordered"),
  approval: t("With approval"),
  blocked: t("Blocked"),
  later: t("Not yet ordered"),
  ending: t("Phasing out"),
  over: t("Phased out"),
};
const stateOptions = Object.entries(stateNames).map(([value, label]) => ({ value, label }));

function stateOf({ isBlocked, phaseIn, phaseOut, needsApproval }: Part): State {
  const today = new Date().toISOString().slice(0, 10);
  if (isBlocked) return "blocked";
  if (phaseOut && phaseOut <= today) return "over";
  if (phaseIn && phaseIn > today) return "later";
  if (phaseOut) return "ending";
  return needsApproval ? "approval" : "ordered";
}

function stateWords(part: Part): string {
  const state = stateOf(part);
  if (state === "later") return t("From {date}", { date: day(part.phaseIn!) });
  return state === "ending" ? t("Until {date}", { date: day(part.phaseOut!) }) : stateNames[state];
}

function StateOfPart({ part }: { part: Part }) {
  const isOff = ["blocked", "over"].includes(stateOf(part));
  return <span className={isOff ? "problem" : ""}>{stateWords(part)}</span>;
}
