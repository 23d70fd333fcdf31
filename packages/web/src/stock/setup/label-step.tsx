import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { locationsQuery, useCatalogue } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { ButtonLink } from "../../parts/button-link.tsx";
import { OrderState } from "../../parts/order-state.tsx";
import { Loading } from "../../parts/small.tsx";
import { policyAt } from "../../policy-words.ts";
import { isOpen, pieces } from "../../words.ts";
import { PrintLabels } from "../labels/print-labels.tsx";
import { LevelNow } from "../level-now.tsx";
import { useOrdersOf } from "../orders-of.ts";
import { PhotosCard } from "../photos.tsx";
import { StepHead, type StepProps } from "./setup.tsx";

/** It is done: what it does now, its label, and the way on. */
export function LabelStep({ draft, onAnew }: StepProps & { onAnew(): void }) {
  const location = useQuery(locationsQuery).data?.find(({ id }) => id === draft.locationId);
  const { part } = useCatalogue();
  const orders = useOrdersOf(draft.locationId ?? "");
  if (!location) return <Loading />;
  const own = part.get(location.partId);
  const unit = own?.unit ?? "";
  const order = orders.find(isOpen);
  return (
    <>
      <StepHead title={t("{name} is set up", { name: location.name })}>
        {policyAt(location, own)
          ? t(
              "From now on it orders by itself. Put its label on it: scanned with a phone, it opens this location.",
            )
          : t("Refill watches it. Put its label on it: scanned with a phone, it opens this location.")}
      </StepHead>
      <LevelNow location={location} part={own} />
      <div role="status">
        {order ? (
          <p className="what-happens">
            {t("Its first order: {order}, {quantity}.", {
              order: (
                <Link to="/orders/$id" params={{ id: order.id }}>
                  {t("order {number}", { number: String(order.number) })}
                </Link>
              ),
              quantity: pieces(order.quantity, unit),
            })}{" "}
            <OrderState order={order} />
          </p>
        ) : (
          <p className="soft">
            {location.level?.onHand == null
              ? t("It has no level yet: that comes with the sensor's next messages, or when somebody counts.")
              : t("Nothing has to be ordered at present.")}
          </p>
        )}
      </div>
      <PhotosCard location={location} />
      <div className="dialog-buttons">
        <PrintLabels locations={[location]} />
        <ButtonLink to="/locations/$id" params={{ id: location.id }} onClick={onAnew}>
          {t("To the location")}
        </ButtonLink>
        <Button variant="subtle" color="gray" onClick={onAnew}>
          {t("Set up another one")}
        </Button>
      </div>
    </>
  );
}
