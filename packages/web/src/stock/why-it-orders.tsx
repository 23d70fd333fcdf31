import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Location, Order, Part } from "../api/client.ts";
import { useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { termsOf } from "../parts/source.tsx";
import { type LocationPlanDetails, locationPlanQuery } from "../planning/queries.ts";
import { figure } from "../planning/words.ts";
import { policyAt, policyNames, policySentence } from "../policy-words.ts";
import { day, isOpen, pieces } from "../words.ts";
import { Cards } from "./cards.tsx";
import { useOrdersOf } from "./orders-of.ts";

/** Why the location orders when it does: its policy, where it stands by it, and what keeps it from ordering. */
export function WhyItOrders({ location, part }: { location: Location; part: Part | undefined }) {
  const plan = useQuery(locationPlanQuery(location.id)).data;
  const open = useOrdersOf(location.id).find(isOpen);
  const manages = useMay("manage-inventory");
  const policy = policyAt(location, part);
  const unit = part?.unit ?? "";
  const blocks = blocksOf(location, part);
  return (
    <section className="card card-section why-card" aria-label={t("Why it orders when it does")}>
      <h2 className="section-head">{t("Why it orders when it does")}</h2>
      <p className="why-kind">{policy ? policyNames[policy.kind] : t("No policy")}</p>
      {policy ? (
        <>
          <p>{policySentence(policy, unit)}</p>
          <p className="why-now">
            <Now location={location} unit={unit} open={open} />
          </p>
          {location.cards && <Cards counts={location.cards} />}
          <Ahead location={location} part={part} plan={plan} unit={unit} />
        </>
      ) : (
        <p>
          {t(
            "Neither this location nor its part has a policy: Refill only watches, and people order by hand.",
          )}{" "}
          {manages && (
            <Link to="/inventory/locations/$id" params={{ id: location.id }}>
              {t("Give it one")}
            </Link>
          )}
        </p>
      )}
      {blocks.map((words) => (
        <p key={words} className="problem">
          {words}
        </p>
      ))}
      <Rules location={location} unit={unit} isOwn={location.policy !== null} hasPolicy={policy !== null} />
    </section>
  );
}

/** Where it stands now, with the numbers that decide. */
function Now({ location, unit, open }: { location: Location; unit: string; open: Order | undefined }) {
  const { level, onOrder, reserved, inventoryPosition: position, reorderPoint } = location;
  if (level?.onHand == null) return t("Its level is not known now, so nothing is ordered by it until it is.");
  if (position === null || reorderPoint === null) return null;
  const sum =
    reserved > 0
      ? t("{onHand} on hand, {onOrder} on order and {reserved} reserved make a position of {position}", {
          onHand: pieces(level.onHand),
          onOrder: pieces(onOrder),
          reserved: pieces(reserved),
          position: pieces(position, unit),
        })
      : t("{onHand} on hand and {onOrder} on order make a position of {position}", {
          onHand: pieces(level.onHand),
          onOrder: pieces(onOrder),
          position: pieces(position, unit),
        });
  const order = open && (
    <Link to="/orders/$id" params={{ id: open.id }}>
      {open.number}
    </Link>
  );
  if (position > reorderPoint)
    return (
      <>
        {sum}: {t("{pieces} above its reorder point.", { pieces: pieces(position - reorderPoint, unit) })}
        {order && <> {t("Order {order} is on its way.", { order })}</>}
      </>
    );
  return (
    <>
      {sum}:{" "}
      {position === reorderPoint
        ? t("just its reorder point.")
        : t("{pieces} below its reorder point.", { pieces: pieces(reorderPoint - position, unit) })}{" "}
      {order
        ? t("Order {order} is open, and a location has one open order at a time.", { order })
        : t("It orders with the next reading, or when its policy looks next.")}
    </>
  );
}

/** What will happen next, as far as planning knows. */
function Ahead({
  location,
  part,
  plan,
  unit,
}: {
  location: Location;
  part: Part | undefined;
  plan: LocationPlanDetails | undefined;
  unit: string;
}) {
  const { supplier } = useCatalogue();
  const { inventoryPosition: position, reorderPoint, source } = location;
  const rate = plan?.plan?.forecast.ratePerDay ?? plan?.consumptionPerDay ?? 0;
  const supply = part?.supplies[0];
  const leadTimeDays =
    source.kind === "location"
      ? source.leadTimeDays
      : (supply?.leadTimeDays ?? (supply && supplier.get(supply.supplierId)?.leadTimeDays) ?? null);
  if (position === null || reorderPoint === null || rate <= 0) return null;
  const daysLeft = Math.max(0, (position - reorderPoint) / rate);
  const used = leadTimeDays === null ? null : rate * leadTimeDays;
  return (
    <p>
      {daysLeft > 0 &&
        t(
          "About {rate} are used a day, so that is reached in about {days, plural, one {# day} other {# days}}.",
          {
            rate: figure(rate, unit),
            days: Math.max(1, Math.round(daysLeft)),
          },
        )}{" "}
      {leadTimeDays !== null &&
        used !== null &&
        t("A delivery takes {days, plural, one {# day} other {# days}}; {used} are used meanwhile, {rest}.", {
          days: leadTimeDays,
          used: figure(used, unit),
          rest:
            used <= reorderPoint
              ? t("and {pieces} are left when it comes", { pieces: figure(reorderPoint - used, unit) })
              : t("which is more than the reorder point: it will be empty before the delivery comes"),
        })}
    </p>
  );
}

function Rules({
  location,
  unit,
  isOwn,
  hasPolicy,
}: {
  location: Location;
  unit: string;
  isOwn: boolean;
  hasPolicy: boolean;
}) {
  const { part, site } = useCatalogue();
  const own = part.get(location.partId);
  const terms = termsOf(location, own);
  const policy = policyAt(location, own);
  const rules = [
    hasPolicy
      ? isOwn
        ? t("The policy is this location's own.")
        : t("The policy is the part's: it holds wherever a location has none of its own.")
      : "",
    policy?.kind === "periodic"
      ? t("Times are those of {zone}.", { zone: site.get(location.siteId)?.timeZone ?? t("the site") })
      : "",
    terms && terms.packSize > 1
      ? t("What is ordered is rounded up to whole packs of {pieces}.", {
          pieces: pieces(terms.packSize, unit),
        })
      : "",
    terms && terms.minimumOrderQuantity > terms.packSize
      ? t("At least {pieces} are ordered.", { pieces: pieces(terms.minimumOrderQuantity, unit) })
      : "",
    location.safetyStock > 0
      ? t("Below the safety stock of {pieces} an order is urgent.", {
          pieces: pieces(location.safetyStock, unit),
        })
      : "",
    location.minimumHoursBetweenOrders > 0
      ? t("At least {hours, plural, one {# hour} other {# hours}} pass between two orders.", {
          hours: location.minimumHoursBetweenOrders,
        })
      : "",
  ].filter((rule) => rule !== "");
  return rules.length > 0 ? <p className="soft small-text">{rules.join(" ")}</p> : null;
}

function blocksOf(location: Location, part: Part | undefined): string[] {
  const today = new Date().toISOString().slice(0, 10);
  const blocks: string[] = [];
  if (part?.isBlocked) blocks.push(t("The part is blocked: nothing of it is ordered."));
  if (part?.phaseOut && part.phaseOut <= today)
    blocks.push(t("Nothing is ordered since {day}: the part is phased out.", { day: day(part.phaseOut) }));
  else if (part?.phaseOut)
    blocks.push(
      t("From {day} on nothing is ordered: the part is phased out then.", { day: day(part.phaseOut) }),
    );
  if (part?.phaseIn && part.phaseIn > today)
    blocks.push(
      t("Nothing is ordered before {day}: the part is phased in then.", { day: day(part.phaseIn) }),
    );
  if (part && location.source.kind === "supplier" && part.supplies.length === 0)
    blocks.push(t("Nobody supplies the part: give it a supplier, so that it can be ordered."));
  if (part?.needsApproval) blocks.push(t("Each order of this part waits for somebody who approves it."));
  return blocks;
}
