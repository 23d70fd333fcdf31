import { SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location, Part } from "../api/client.ts";
import { locationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { WhatHappens } from "../parts/form/form.tsx";
import { NumberField, withUnit } from "../parts/form/number-fields.tsx";
import { pieces } from "../words.ts";

type Source = Location["source"];

/** Whether a supplier refills a location, or another location of the same part, such as a central store. */
export function SourceFields({
  value,
  onChange,
  part,
  locationId,
  problem,
}: {
  value: Source;
  onChange(source: Source): void;
  part: Part | undefined;
  /** Its own; undefined: a new one. */
  locationId: string | undefined;
  problem(name: string): string | undefined;
}) {
  const { supplier } = useCatalogue();
  const others = (useQuery(locationsQuery).data ?? []).filter(
    (other) => other.partId === part?.id && other.id !== locationId,
  );
  const first = part?.supplies[0];
  return (
    <>
      <SegmentedControl
        aria-label={t("Refilled from")}
        value={value.kind}
        onChange={(kind) =>
          onChange(
            kind === "supplier"
              ? { kind }
              : { kind: "location", locationId: "", packSize: first?.packSize ?? 1, leadTimeDays: 0 },
          )
        }
        data={[
          { value: "supplier", label: t("The part's supplier") },
          { value: "location", label: t("Another location") },
        ]}
      />
      {value.kind === "supplier" ? (
        <WhatHappens>
          {!part
            ? t("Choose the part to see who supplies it.")
            : first
              ? t("Orders go to {name}, in packs of {packSize}.", {
                  name: supplier.get(first.supplierId)?.name,
                  packSize: pieces(first.packSize, part.unit),
                })
              : t("Nobody supplies the part: nothing is ordered until <link>it has a supplier</link>.", {
                  link: (inside) => (
                    <Link to="/inventory/parts/$id" params={{ id: part.id }}>
                      {inside}
                    </Link>
                  ),
                })}
        </WhatHappens>
      ) : (
        <>
          <div className="form-row">
            <Select
              required
              label={t("Location")}
              description={
                others.length === 0
                  ? t("No other location holds this part")
                  : t("A central store of the same part")
              }
              searchable
              limit={100}
              placeholder={t("Choose")}
              data={others.map(({ id, name }) => ({ value: id, label: name }))}
              value={value.locationId || null}
              allowDeselect={false}
              onChange={(id) => onChange({ ...value, locationId: id ?? "" })}
              error={problem("source.locationId")}
            />
            <NumberField
              label={withUnit("Pack", part?.unit ?? "")}
              description={t("Only whole packs are brought")}
              value={value.packSize}
              onChange={(packSize) => onChange({ ...value, packSize })}
              error={problem("source.packSize")}
            />
            <NumberField
              decimals={3}
              label={t("Lead time (days)")}
              description={t("Until it is brought")}
              value={value.leadTimeDays}
              onChange={(leadTimeDays) => onChange({ ...value, leadTimeDays })}
              error={problem("source.leadTimeDays")}
            />
          </div>
          <WhatHappens>
            {t(
              "A transfer reserves the pieces there until somebody brings them; that location then orders by its own policy.",
            )}
          </WhatHappens>
        </>
      )}
    </>
  );
}
