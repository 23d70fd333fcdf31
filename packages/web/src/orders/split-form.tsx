import { NumberInput, Radio, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";
import { pathOf, StepForm, type StepProps } from "./order-steps.tsx";

/** In two deliveries, or out of what it would go with: both only before it has gone out. */
export function Split({ order, unit, onDone }: StepProps) {
  const [way, setWay] = useState<"deliveries" | "alone">("deliveries");
  const [quantity, setQuantity] = useState<number | string>(Math.floor(order.quantity / 2) || 1);
  const [date, setDate] = useState("");
  const [restDate, setRestDate] = useState("");
  const rest = order.quantity - Number(quantity);
  const isWhole = Number(quantity) > 0 && rest > 0 && date !== "" && restDate > date;
  return (
    <StepForm
      submit={way === "alone" ? t("Send it alone") : t("Ask for two deliveries")}
      isIncomplete={way === "deliveries" && !isWhole}
      take={() =>
        unwrap(
          client.POST("/api/v1/orders/{id}/split", {
            ...pathOf(order),
            body: way === "alone" ? {} : { quantity: Number(quantity), date, restDate },
          }),
        )
      }
      onDone={onDone}
    >
      <Radio.Group label={t("How")} value={way} onChange={(value) => setWay(value as typeof way)}>
        <Stack gap={8} mt={6}>
          <Radio
            value="deliveries"
            label={t("In two deliveries")}
            description={t("It stays one order; the supplier is asked for a part now and the rest later.")}
          />
          <Radio
            value="alone"
            label={t("Alone")}
            description={t("It goes now, in a purchase order of its own; the others wait on.")}
          />
        </Stack>
      </Radio.Group>
      {way === "deliveries" && (
        <>
          <div className="form-pair">
            <NumberInput
              label={t("First ({unit})", { unit })}
              min={1}
              max={order.quantity - 1}
              allowDecimal={false}
              value={quantity}
              onChange={setQuantity}
            />
            <TextInput
              type="date"
              label={t("First by")}
              required
              value={date}
              onChange={(event) => setDate(event.currentTarget.value)}
            />
          </div>
          <div className="form-pair">
            <div>
              <span className="soft small-text">{t("The rest")}</span>
              <div className="number-line">{pieces(Math.max(0, rest), unit)}</div>
            </div>
            <TextInput
              type="date"
              label={t("The rest by")}
              required
              min={date}
              value={restDate}
              onChange={(event) => setRestDate(event.currentTarget.value)}
            />
          </div>
        </>
      )}
    </StepForm>
  );
}
