import { Link } from "@tanstack/react-router";
import type { Part } from "../api/client.ts";
import { partsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { policyShort } from "../policy-words.ts";
import { pieces } from "../words.ts";
import { ListPage } from "./list-page.tsx";

export function PartsPage() {
  const { supplier } = useCatalogue();
  const supplierName = (part: Part) => supplier.get(part.supplies[0]?.supplierId ?? "")?.name;
  return (
    <ListPage
      title={t("Parts")}
      query={partsQuery}
      add={{ to: "/inventory/parts/$id", label: t("Add part") }}
      columns={["Number", "Part", "Supplier", "Pack", "Policy", "State"]}
      searched={(part) => [part.number, part.name, supplierName(part)]}
      empty={{
        title: t("No parts yet"),
        text: t(
          "A part is what lies in storage locations: what it is called, who supplies it, in what packs.",
        ),
      }}
      row={(part) => (
        <>
          <td>
            <Link to="/inventory/parts/$id" params={{ id: part.id }}>
              <strong>{part.number}</strong>
            </Link>
          </td>
          <td className="wide">{part.name}</td>
          <td data-label="Supplier">
            {supplierName(part) ?? <span className="problem">{t("nobody")}</span>}
            {part.supplies.length > 1 && (
              <span className="soft"> {t("and {length} more", { length: part.supplies.length - 1 })}</span>
            )}
          </td>
          <td data-label="Pack">{part.supplies[0] ? pieces(part.supplies[0].packSize, part.unit) : "–"}</td>
          <td data-label="Policy">
            {part.policy ? policyShort(part.policy) : <span className="soft">{t("each location's")}</span>}
          </td>
          <td data-label="State">{stateOf(part)}</td>
        </>
      )}
    />
  );
}

function stateOf({ isBlocked, phaseIn, phaseOut, needsApproval }: Part): string {
  const today = new Date().toISOString().slice(0, 10);
  if (isBlocked) return "Blocked";
  if (phaseOut && phaseOut <= today) return "Phased out";
  if (phaseIn && phaseIn > today) return `From ${phaseIn}`;
  if (phaseOut) return `Until ${phaseOut}`;
  return needsApproval ? "With approval" : "Ordered";
}
