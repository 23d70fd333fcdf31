import { ActionIcon, Button, NumberInput, TextInput } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { Order } from "../api/client.ts";
import { t } from "../language/language.ts";
import { day, pieces } from "../words.ts";

/** What a supplier promises of an order: one delivery or several, as it is typed in. */
export type Promised = { quantity: number | string; date: string }[];

type Promising = Pick<Order, "quantity" | "confirmedQuantity" | "confirmedDate" | "deliveries">;

export function promisedOf(order: Promising): Promised {
  return order.deliveries.length > 0
    ? order.deliveries.map(({ quantity, date }) => ({ quantity, date }))
    : [{ quantity: order.confirmedQuantity ?? order.quantity, date: order.confirmedDate ?? "" }];
}

/** Several deliveries each need their day. */
export function isPromiseComplete(promised: Promised): boolean {
  return promised.every(
    ({ quantity, date }) => Number(quantity) > 0 && (promised.length === 1 || date !== ""),
  );
}

/** As the API takes it. */
export function confirmationOf(promised: Promised) {
  const [first, ...more] = promised;
  if (more.length === 0 && first)
    return { quantity: Number(first.quantity), ...(first.date ? { date: first.date } : {}) };
  return { deliveries: promised.map(({ quantity, date }) => ({ quantity: Number(quantity), date })) };
}

/** "1,000 pieces, delivery on 6 May 2030", or each of several deliveries. */
export function promiseInWords(order: Promising, unit: string): string | null {
  if (order.confirmedQuantity === null) return null;
  if (order.deliveries.length > 0)
    return order.deliveries
      .map(({ quantity, date }) => t("{count} on {date}", { count: pieces(quantity, unit), date: day(date) }))
      .join(", ");
  const count = pieces(order.confirmedQuantity, unit);
  return order.confirmedDate
    ? t("{count}, delivery on {date}", { count, date: day(order.confirmedDate) })
    : count;
}

/** Quantity and day of each delivery. */
export function PromiseFields({
  promised,
  unit,
  ordered,
  onChange,
}: {
  promised: Promised;
  unit: string;
  /** Pieces. */
  ordered: number;
  onChange(promised: Promised): void;
}) {
  const isSeveral = promised.length > 1;
  const sum = promised.reduce((all, { quantity }) => all + Number(quantity), 0);
  const set = (index: number, change: Partial<Promised[number]>) =>
    onChange(promised.with(index, { ...promised[index]!, ...change }));
  return (
    <div className="form">
      {promised.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing else to be told by
        <div className="promise-row" key={index}>
          <NumberInput
            label={t("Quantity ({unit})", { unit })}
            min={1}
            allowDecimal={false}
            allowNegative={false}
            value={each.quantity}
            onChange={(quantity) => set(index, { quantity })}
          />
          <TextInput
            type="date"
            label={t("Delivery date")}
            required={isSeveral}
            value={each.date}
            onChange={(event) => set(index, { date: event.currentTarget.value })}
          />
          {isSeveral && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={t("Remove delivery {index}", { index: index + 1 })}
              onClick={() => onChange(promised.filter((_, other) => other !== index))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <div className="card-line" style={{ margin: 0 }}>
        <Button
          size="compact-sm"
          variant="subtle"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange(withAnother(promised, ordered))}
        >
          {t("Another delivery")}
        </Button>
        {sum !== ordered && (
          <span className="soft small-text">
            {t("{sum} promised, {ordered} ordered", { sum: pieces(sum), ordered: pieces(ordered, unit) })}
          </span>
        )}
      </div>
    </div>
  );
}

/** With what is missing, or else the last one in two halves. */
function withAnother(promised: Promised, ordered: number): Promised {
  const last = promised.at(-1) ?? { quantity: ordered, date: "" };
  const missing = ordered - promised.reduce((all, { quantity }) => all + Number(quantity), 0);
  if (missing > 0) return [...promised, { ...last, quantity: missing }];
  const half = Math.floor(Number(last.quantity) / 2);
  return [
    ...promised.slice(0, -1),
    { ...last, quantity: Math.max(1, Number(last.quantity) - half) },
    { ...last, quantity: Math.max(1, half) },
  ];
}
