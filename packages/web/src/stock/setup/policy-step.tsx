import { Button } from "@mantine/core";
import { orderUpToOf, reorderPointOf } from "@refill/replenishment/policy";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Location, type Part, unwrap } from "../../api/client.ts";
import { putInList } from "../../api/lists.ts";
import { locationsQuery, useCatalogue } from "../../api/queries.ts";
import { PolicyFields } from "../../inventory/policy-fields.tsx";
import { t } from "../../language/language.ts";
import { Form, WhatHappens } from "../../parts/form/form.tsx";
import { OptionalNumberField, withUnit } from "../../parts/form/number-fields.tsx";
import { useForm } from "../../parts/form/use-form.ts";
import { Loading } from "../../parts/small.tsx";
import { termsOf } from "../../parts/source.tsx";
import { isComplete } from "../../policy-kinds.ts";
import { policySentence } from "../../policy-words.ts";
import { pieces } from "../../words.ts";
import { LevelBar } from "../level-bar.tsx";
import { StepHead, type StepProps } from "./setup.tsx";
import { suggestPolicy } from "./suggest-policy.ts";

/** When it orders and how much, in plain words; from then on it does. */
export function PolicyStep({ draft, onDone }: StepProps) {
  const location = useQuery(locationsQuery).data?.find(({ id }) => id === draft.locationId);
  const { part } = useCatalogue();
  if (!location) return <Loading />;
  return <Fields location={location} part={part.get(location.partId)} onDone={() => onDone({})} />;
}

function Fields({ location, part, onDone }: { location: Location; part: Part | undefined; onDone(): void }) {
  const queries = useQueryClient();
  const unit = part?.unit ?? "";
  const form = useForm({
    initial: {
      policy:
        location.policy ??
        (part?.policy
          ? null
          : ({ kind: "min-max", minimum: Number.NaN, maximum: Number.NaN } as Location["policy"])),
    },
    save: async (values) => {
      const changed = await unwrap(
        client.PATCH("/api/v1/locations/{id}", {
          params: { path: { id: location.id } },
          body: { policy: values.policy },
        }),
      );
      putInList(queries, locationsQuery.queryKey, changed);
      onDone();
    },
  });
  const { policy } = form.values;
  const terms = termsOf(location, part);
  const effective = policy ?? part?.policy ?? null;
  return (
    <>
      <StepHead title={t("When does it order?")}>
        {t("Whenever what is there, and what is on its way, is no longer enough to wait for a delivery.")}
      </StepHead>
      <Suggestion
        location={location}
        part={part}
        packSize={terms?.packSize ?? 1}
        onUse={(next) => form.set({ policy: next })}
      />
      <Form form={form} shown={["policy"]} submit={t("Switch it on")}>
        <PolicyFields
          value={policy}
          onChange={(next) => form.set({ policy: next })}
          unit={unit}
          packSize={terms?.packSize ?? 1}
          none={part?.policy ? t("The part's policy") : t("None")}
          noneSentence={
            part?.policy
              ? policySentence(part.policy, unit)
              : t("The part has no policy either: Refill only watches, and people order by hand.")
          }
          problem={form.problem}
        />
        {effective && isComplete(effective) && effective.kind !== "event" && (
          <>
            <LevelBar location={{ ...location, reorderPoint: reorderPointOf(effective) }} unit={unit} />
            <FirstOrder
              location={location}
              reorderPoint={reorderPointOf(effective)}
              upTo={orderUpToOf(effective)}
              unit={unit}
              hasSupplier={terms !== undefined}
            />
          </>
        )}
      </Form>
    </>
  );
}

function FirstOrder({
  location,
  reorderPoint,
  upTo,
  unit,
  hasSupplier,
}: {
  location: Location;
  reorderPoint: number;
  upTo: number;
  unit: string;
  hasSupplier: boolean;
}) {
  const onHand = location.level?.onHand ?? null;
  if (!hasSupplier)
    return (
      <p className="problem">{t("Nobody supplies the part yet, so it orders when it has a supplier.")}</p>
    );
  return (
    <WhatHappens>
      {onHand === null
        ? t("Its level is not known yet: it orders when it is, and at or below {reorderPoint}.", {
            reorderPoint: pieces(reorderPoint, unit),
          })
        : onHand <= reorderPoint
          ? t("{onHand} are there: it orders at once, up to {upTo}.", {
              onHand: pieces(onHand, unit),
              upTo: pieces(upTo, unit),
            })
          : t("{onHand} are there: it orders when {used} more are used.", {
              onHand: pieces(onHand, unit),
              used: pieces(onHand - reorderPoint, unit),
            })}
    </WhatHappens>
  );
}

/** Numbers to begin with, from what people know by heart. */
function Suggestion({
  location,
  part,
  packSize,
  onUse,
}: {
  location: Location;
  part: Part | undefined;
  packSize: number;
  onUse(policy: NonNullable<Location["policy"]>): void;
}) {
  const { supplier } = useCatalogue();
  const [perDay, setPerDay] = useState<number | null>(null);
  const supply = part?.supplies[0];
  const leadTimeDays = supply?.leadTimeDays ?? (supply && supplier.get(supply.supplierId)?.leadTimeDays) ?? 3;
  const suggested =
    perDay === null || perDay <= 0
      ? null
      : suggestPolicy({ perDay, leadTimeDays, packSize, capacity: location.capacity });
  const unit = part?.unit ?? "";
  return (
    <section className="sub-card form" aria-label={t("A suggestion")}>
      <div className="form-row suggestion">
        <OptionalNumberField
          label={withUnit(t("About how many are used a day?"), unit)}
          description={t("If you know it, here are numbers to begin with; planning finds better ones later")}
          decimals={2}
          value={perDay}
          onChange={setPerDay}
        />
      </div>
      {suggested && (
        <div className="suggestion-words">
          <p>
            {t(
              "In the {days, plural, one {# day} other {# days}} of a delivery about {used} are used; with half as much again for safety it orders at {minimum}, up to {maximum}.",
              {
                days: leadTimeDays,
                used: pieces(Math.round(perDay! * leadTimeDays), unit),
                minimum: pieces(suggested.minimum, unit),
                maximum: pieces(suggested.maximum, unit),
              },
            )}
            {suggested.isTight && ` ${t("That is all that fits in.")}`}
          </p>
          <Button
            variant="default"
            size="xs"
            onClick={() => onUse({ kind: "min-max", minimum: suggested.minimum, maximum: suggested.maximum })}
          >
            {t("Use these numbers")}
          </Button>
        </div>
      )}
    </section>
  );
}
