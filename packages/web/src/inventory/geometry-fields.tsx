import { Select } from "@mantine/core";
import { capacityOf } from "@refill/replenishment/geometry";
import { t } from "../language/language.ts";
import { WhatHappens } from "../parts/form/form.tsx";
import { MeasureField, OptionalMeasureField } from "../parts/form/measure-field.tsx";
import { NumberField } from "../parts/form/number-fields.tsx";
import { pieces } from "../words.ts";
import { type Geometry, geometryKinds, geometryOfKind } from "./geometry-kinds.ts";

/** How a reading becomes pieces. */
export function GeometryFields({
  value,
  onChange,
  unit,
  pieceGrams,
  problem,
}: {
  value: Geometry;
  onChange(geometry: Geometry): void;
  unit: string;
  /** Of the part; null: not known. */
  pieceGrams: number | null;
  problem(name: string): string | undefined;
}) {
  const kind = geometryKinds[value.kind];
  const numbers = value as unknown as Record<string, number>;
  const capacity = capacityOf(value);
  return (
    <>
      <Select
        label={t("What is measured")}
        description={kind.description}
        data={Object.entries(geometryKinds).map(([id, { name }]) => ({ value: id, label: name }))}
        value={value.kind}
        allowDeselect={false}
        onChange={(next) => onChange(geometryOfKind(next as Geometry["kind"], value, pieceGrams))}
        error={problem("geometry.kind")}
      />
      <div className="form-row">
        {kind.fields.map(({ field, label, description, dimension, isOptional }) => {
          const shown = { label, description, error: problem(`geometry.${field}`) };
          const set = (number: number | undefined) => onChange({ ...value, [field]: number } as Geometry);
          if (dimension && isOptional)
            return (
              <OptionalMeasureField
                key={field}
                {...shown}
                dimension={dimension}
                value={numbers[field] ?? null}
                onChange={(number) => set(number ?? undefined)}
              />
            );
          const number = numbers[field] ?? Number.NaN;
          return dimension ? (
            <MeasureField key={field} {...shown} dimension={dimension} value={number} onChange={set} />
          ) : (
            <NumberField key={field} {...shown} value={number} onChange={set} />
          );
        })}
      </div>
      {value.kind === "fill-height" && value.curve && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t("The bin is not straight: its shape was measured at {length} heights, and stays.", {
            length: pieces(value.curve.length),
          })}
        </p>
      )}
      {!Number.isNaN(capacity) && (
        <WhatHappens>{t("It holds {capacity} at most.", { capacity: pieces(capacity, unit) })}</WhatHappens>
      )}
    </>
  );
}
