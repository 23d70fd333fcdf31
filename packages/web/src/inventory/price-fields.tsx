import { ActionIcon, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Supply } from "../api/client.ts";
import { t } from "../language/language.ts";
import { NumberField, useCurrencySuffix, withUnit } from "../parts/form/number-fields.tsx";

type Prices = Supply["prices"];

/** What a piece costs, the less the more are ordered. */
export function PriceFields({
  value,
  unit,
  onChange,
  problem,
}: {
  value: Prices;
  unit: string;
  onChange(prices: Prices): void;
  problem(name: string): string | undefined;
}) {
  const suffix = useCurrencySuffix();
  const set = (index: number, change: Partial<Prices[number]>) =>
    onChange(value.with(index, { ...value[index]!, ...change }));
  const last = value.at(-1);
  return (
    <div className="rows-of-fields">
      {value.map(({ fromQuantity, price }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else to be told by
        <div className="promise-row" key={index}>
          <NumberField
            label={index === 0 ? withUnit("From", unit) : undefined}
            aria-label={t("Price {index} holds from ({unit})", { index: index + 1, unit })}
            readOnly={index === 0}
            value={fromQuantity}
            onChange={(quantity) => set(index, { fromQuantity: quantity })}
            error={problem(`prices[${index}].fromQuantity`)}
          />
          <NumberField
            decimals={6}
            suffix={suffix}
            label={index === 0 ? t("Price a piece") : undefined}
            aria-label={t("Price {index} a piece", { index: index + 1 })}
            value={price}
            onChange={(amount) => set(index, { price: amount })}
            error={problem(`prices[${index}].price`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t("Remove price {index}", { index: index + 1 })}
            // The first holds from 1: the others go before it.
            disabled={index === 0 && value.length > 1}
            onClick={() => onChange(value.filter((_, other) => other !== index))}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      <div className="card-line" style={{ margin: 0 }}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...value, { fromQuantity: last ? Number.NaN : 1, price: Number.NaN }])}
        >
          {last ? t("Lower price from a larger quantity") : t("Add the price")}
        </Button>
        {!last && <span className="soft small-text">{t("Without it, an order's value is not known.")}</span>}
      </div>
    </div>
  );
}
