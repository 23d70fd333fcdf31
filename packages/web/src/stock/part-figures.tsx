import { useQuery } from "@tanstack/react-query";
import type { Location, Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { useMoney, useWholeMoney } from "../parts/money.ts";
import { pieces } from "../words.ts";
import { partDemandQuery } from "./queries.ts";

/** What there is of a part over all its locations, and what it is worth. */
export function PartFigures({ part, locations }: { part: Part; locations: readonly Location[] }) {
  const money = useMoney();
  const wholeMoney = useWholeMoney();
  const demand = useQuery(partDemandQuery(part.id, "week")).data;
  const known = locations.filter(({ level }) => level?.onHand != null);
  const sum = (of: (location: Location) => number) => locations.reduce((total, each) => total + of(each), 0);
  const onHand = sum(({ level }) => level?.onHand ?? 0);
  const onOrder = sum(({ onOrder }) => onOrder);
  const reserved = sum(({ reserved }) => reserved);
  const price = part.supplies[0]?.prices[0]?.price ?? null;
  const recent = demand?.items.filter(({ quantity }) => quantity !== null).slice(-8) ?? [];
  const perWeek =
    recent.length > 0 ? recent.reduce((total, { quantity }) => total + quantity!, 0) / recent.length : null;
  const unknown = locations.length - known.length;
  return (
    <dl className="card figures">
      <Figure name={t("On hand")} value={known.length === 0 ? "–" : pieces(onHand, part.unit)}>
        {unknown > 0 &&
          t("without {unknown, plural, one {one location} other {# locations}} of unknown level", {
            unknown,
          })}
      </Figure>
      <Figure name={t("On order")} value={pieces(onOrder, part.unit)} />
      <Figure name={t("Inventory position")} value={pieces(onHand + onOrder - reserved, part.unit)}>
        {reserved > 0 && t("{reserved} of it reserved", { reserved: pieces(reserved) })}
      </Figure>
      <Figure name={t("Value of what is there")} value={price === null ? "–" : wholeMoney(price * onHand)}>
        {price === null ? t("it has no price") : t("at {price} each", { price: money(price) })}
      </Figure>
      <Figure name={t("Used a week")} value={perWeek === null ? "–" : pieces(Math.round(perWeek), part.unit)}>
        {perWeek !== null && perWeek > 0 && known.length > 0
          ? t("lasts about {weeks, plural, one {# week} other {# weeks}}", {
              weeks: Math.round((onHand / perWeek) * 10) / 10,
            })
          : t("on average of the last weeks")}
      </Figure>
    </dl>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children?: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value}
        {children && <small>{children}</small>}
      </dd>
    </div>
  );
}
