import { ActionIcon, Button, Select, TextInput, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Supply } from "../api/client.ts";
import { useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { NumberField, OptionalNumberField, withUnit } from "../parts/form/number-fields.tsx";
import { PriceFields } from "./price-fields.tsx";

type Supplies = Supply[];

/** Who supplies a part, by priority, and on what terms. */
export function SupplyFields({
  value,
  unit,
  onChange,
  problem,
}: {
  value: Supplies;
  unit: string;
  onChange(supplies: Supplies): void;
  problem(name: string): string | undefined;
}) {
  const { supplier } = useCatalogue();
  const used = new Set(value.map(({ supplierId }) => supplierId));
  const isMore = [...supplier.keys()].some((id) => !used.has(id));
  if (supplier.size === 0)
    return (
      <p style={{ margin: 0 }}>
        {t("There is no supplier yet: <link>add one</link> first, or save the part and come back.", {
          link: (inside) => <Link to="/inventory/suppliers">{inside}</Link>,
        })}
      </p>
    );
  return (
    <>
      {value.length === 0 && <p style={{ margin: 0 }}>{t("Nobody yet: nothing of it can be ordered.")}</p>}
      {value.map((supply, index) => (
        <SupplyCard
          // biome-ignore lint/suspicious/noArrayIndexKey: a supplier may not be chosen yet
          key={index}
          supply={supply}
          index={index}
          count={value.length}
          unit={unit}
          choices={[...supplier.values()]
            .filter(({ id }) => id === supply.supplierId || !used.has(id))
            .map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next) => onChange(value.with(index, next))}
          onMove={(by) => onChange(moved(value, index, by))}
          onRemove={() => onChange(value.filter((_, other) => other !== index))}
          problem={(name) => problem(`supplies[${index}].${name}`)}
        />
      ))}
      {isMore && (
        <Button
          variant="default"
          leftSection={<IconPlus size={16} />}
          style={{ justifySelf: "start" }}
          onClick={() => onChange([...value, newSupply()])}
        >
          {value.length === 0 ? t("Add a supplier") : t("Add another supplier")}
        </Button>
      )}
    </>
  );
}

function newSupply(): Supply {
  return {
    supplierId: "",
    partNumber: "",
    prices: [],
    packSize: 1,
    minimumOrderQuantity: 0,
    orderMultiple: 1,
    leadTimeDays: null,
  };
}

function moved(supplies: Supplies, index: number, by: 1 | -1): Supplies {
  const [one, other] = [supplies[index], supplies[index + by]];
  return one && other ? supplies.with(index, other).with(index + by, one) : supplies;
}

function SupplyCard({
  supply,
  index,
  count,
  unit,
  choices,
  onChange,
  onMove,
  onRemove,
  problem,
}: {
  supply: Supply;
  index: number;
  count: number;
  unit: string;
  choices: { value: string; label: string }[];
  onChange(supply: Supply): void;
  onMove(by: 1 | -1): void;
  onRemove(): void;
  problem(name: string): string | undefined;
}) {
  const { supplier } = useCatalogue();
  const set = (change: Partial<Supply>) => onChange({ ...supply, ...change });
  const name = supplier.get(supply.supplierId)?.name ?? `supplier ${index + 1}`;
  return (
    <section className="sub-card form" aria-label={name}>
      <div className="card-line" style={{ margin: 0 }}>
        <strong>{index === 0 ? t("Ordered from") : t("Alternative {index}", { index })}</strong>
        <span className="row-actions" style={{ marginLeft: "auto", padding: 0 }}>
          <IconAction label={t("{name} up", { name })} isOff={index === 0} onClick={() => onMove(-1)}>
            <IconArrowUp size={16} />
          </IconAction>
          <IconAction
            label={t("{name} down", { name })}
            isOff={index === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} />
          </IconAction>
          <IconAction label={t("Remove {name}", { name })} onClick={onRemove}>
            <IconTrash size={16} />
          </IconAction>
        </span>
      </div>
      <div className="form-row">
        <Select
          required
          label={t("Supplier")}
          searchable
          placeholder={t("Choose")}
          data={choices}
          value={supply.supplierId || null}
          allowDeselect={false}
          onChange={(supplierId) => set({ supplierId: supplierId ?? "" })}
          error={problem("supplierId")}
        />
        <TextInput
          label={t("Its number for the part")}
          placeholder={t("The same as yours")}
          maxLength={100}
          value={supply.partNumber}
          onChange={(event) => set({ partNumber: event.currentTarget.value })}
          error={problem("partNumber")}
        />
        <OptionalNumberField
          decimals={2}
          label={t("Lead time (days)")}
          placeholder={String(supplier.get(supply.supplierId)?.leadTimeDays ?? "")}
          value={supply.leadTimeDays}
          onChange={(leadTimeDays) => set({ leadTimeDays })}
          error={problem("leadTimeDays")}
        />
      </div>
      <div className="form-row">
        <NumberField
          label={withUnit("Pack", unit)}
          description={t("Only whole packs are ordered")}
          value={supply.packSize}
          onChange={(packSize) => set({ packSize })}
          error={problem("packSize")}
        />
        <NumberField
          label={withUnit("Minimum", unit)}
          description={t("At least so many; 0: none")}
          value={supply.minimumOrderQuantity}
          onChange={(minimumOrderQuantity) => set({ minimumOrderQuantity })}
          error={problem("minimumOrderQuantity")}
        />
        <NumberField
          label={withUnit("Multiple", unit)}
          description={t("Rounded up to a multiple of it; 1: none")}
          value={supply.orderMultiple}
          onChange={(orderMultiple) => set({ orderMultiple })}
          error={problem("orderMultiple")}
        />
      </div>
      <PriceFields
        value={supply.prices}
        unit={unit}
        onChange={(prices) => set({ prices })}
        problem={(field) => problem(field)}
      />
    </section>
  );
}

function IconAction({
  label,
  isOff = false,
  onClick,
  children,
}: {
  label: string;
  isOff?: boolean;
  onClick(): void;
  children: React.ReactNode;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} disabled={isOff} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
