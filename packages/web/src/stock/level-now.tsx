import { orderUpToOf } from "@refill/replenishment/policy";
import { useQuery } from "@tanstack/react-query";
import type { Location, Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { locationPlanQuery } from "../planning/queries.ts";
import { policyAt } from "../policy-words.ts";
import { day, pieces, stateWords, unknownWords } from "../words.ts";

/** What lies there now: drawn, in one large figure, and with what else counts. */
export function LevelNow({ location, part }: { location: Location; part: Part | undefined }) {
  const { level, capacity, onOrder, reserved, inventoryPosition, reorderPoint } = location;
  const plan = useQuery(locationPlanQuery(location.id)).data;
  const unit = part?.unit ?? "";
  const policy = policyAt(location, part);
  const upTo = policy && policy.kind !== "event" ? orderUpToOf(policy) : null;
  const onHand = level?.onHand ?? null;
  const runOut = plan?.plan?.runOut?.expected ?? plan?.runOutDate ?? null;
  return (
    <section className={`card level-now state-${location.state}`} aria-label={t("Level")}>
      <LevelDrawing location={location} upTo={upTo} unit={unit} />
      <div className="level-words">
        <p className="level-figure">
          <strong>{onHand === null ? "?" : pieces(onHand)}</strong>{" "}
          <span>
            {t("of {capacity} {unit}", { capacity: pieces(capacity), unit })}
            {onHand !== null && ` · ${Math.round((onHand / Math.max(1, capacity)) * 100)} %`}
          </span>
        </p>
        <p className="soft level-sure">
          {onHand === null
            ? t("The level is not known: {reason}.", { reason: unknownWords(level?.unknownReason) })
            : sureWords(level?.confidence ?? null)}{" "}
          {level?.measuredAt && (
            <>
              {t("Measured")} <Time iso={level.measuredAt} />.
            </>
          )}
        </p>
        <dl className="level-facts">
          <Fact name={t("On order")} value={onOrder === 0 ? t("nothing") : pieces(onOrder, unit)}>
            {plan?.nextRefillDate && onOrder > 0 && t("expected {day}", { day: day(plan.nextRefillDate) })}
          </Fact>
          {reserved > 0 && <Fact name={t("Reserved")} value={pieces(reserved, unit)} />}
          <Fact name={t("Inventory position")} value={pieces(inventoryPosition, unit)}>
            {reserved > 0 ? t("on hand + on order − reserved") : t("on hand + on order")}
          </Fact>
          <Fact
            name={t("Reorder at")}
            value={reorderPoint === null ? t("no policy") : pieces(reorderPoint, unit)}
          >
            {upTo !== null && t("up to {pieces}", { pieces: pieces(upTo) })}
          </Fact>
          <Fact name={t("Runs out")} value={runOut && onHand !== null ? day(runOut) : t("not known")}>
            {plan?.consumptionPerDay
              ? t("{pieces} used a day", {
                  pieces: pieces(Math.round(plan.consumptionPerDay * 10) / 10, unit),
                })
              : null}
          </Fact>
        </dl>
      </div>
    </section>
  );
}

function Fact({ name, value, children }: { name: string; value: string; children?: React.ReactNode }) {
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

/** Above, people need not doubt. */
const surely = 0.9;
const hardly = 0.6;

function sureWords(confidence: number | null): string {
  if (confidence === null) return t("As people counted and received it.");
  const percent = Math.round(confidence * 100);
  if (confidence >= surely) return t("{percent} % sure: the last readings agree.", { percent });
  if (confidence >= hardly) return t("{percent} % sure: some of the last readings disagree.", { percent });
  return t("Only {percent} % sure: readings contradict each other. Count it to be certain.", { percent });
}

const box = { width: 162, height: 190, left: 10, top: 12, inner: 96 };

/** The location as a bin: filled to its level, what comes hatched above, reorder point and highest level marked. */
function LevelDrawing({ location, upTo, unit }: { location: Location; upTo: number | null; unit: string }) {
  const { capacity, onOrder, reorderPoint, level } = location;
  const onHand = level?.onHand ?? null;
  const most = Math.max(1, capacity);
  const full = box.height - 2 * box.top;
  const y = (count: number) => box.top + full * (1 - Math.min(1, count / most));
  const words =
    onHand === null
      ? t("{state}: the level is not known", { state: stateWords[location.state] })
      : t("{state}: {onHand} of {capacity} {unit}", {
          state: stateWords[location.state],
          onHand: pieces(onHand),
          capacity: pieces(capacity),
          unit,
        });
  const marks = [
    { at: reorderPoint, name: t("reorder"), className: "mark-reorder" },
    { at: upTo, name: t("up to"), className: "mark-up-to" },
  ].filter(
    (mark): mark is { at: number; name: string; className: string } => mark.at !== null && mark.at > 0,
  );
  // Two names never lie on each other.
  const isNear = marks.length === 2 && Math.abs(y(marks[0]!.at) - y(marks[1]!.at)) < 14;
  return (
    <svg viewBox={`0 0 ${box.width} ${box.height}`} className="level-drawing" role="img" aria-label={words}>
      <title>{words}</title>
      <defs>
        <pattern
          id="level-coming"
          width="8"
          height="8"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <rect width="3" height="8" className="coming-line" />
        </pattern>
        <pattern
          id="level-unknown"
          width="9"
          height="9"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <rect width="2" height="9" className="unknown-line" />
        </pattern>
        <clipPath id="level-bin">
          <rect x={box.left} y={box.top} width={box.inner} height={full} rx="8" />
        </clipPath>
      </defs>
      <rect x={box.left} y={box.top} width={box.inner} height={full} rx="8" className="bin-ground" />
      <g clipPath="url(#level-bin)">
        {onHand === null ? (
          <rect x={box.left} y={box.top} width={box.inner} height={full} fill="url(#level-unknown)" />
        ) : (
          <>
            <rect
              x={box.left}
              y={y(onHand)}
              width={box.inner}
              height={box.top + full - y(onHand)}
              className="bin-content"
              style={{ opacity: 0.35 + 0.6 * (level?.confidence ?? 1) }}
            />
            {onOrder > 0 && (
              <rect
                x={box.left}
                y={y(onHand + onOrder)}
                width={box.inner}
                height={Math.max(0, y(onHand) - y(onHand + onOrder))}
                fill="url(#level-coming)"
              />
            )}
          </>
        )}
      </g>
      <rect x={box.left} y={box.top} width={box.inner} height={full} rx="8" className="bin-edge" />
      {marks.map(({ at, name, className }, index) => (
        <g key={name} className={className}>
          <line x1={box.left - 4} x2={box.left + box.inner + 4} y1={y(at)} y2={y(at)} />
          <text x={box.left + box.inner + 7} y={y(at) + (isNear ? (index === 0 ? 12 : -4) : 4)}>
            {name}
          </text>
        </g>
      ))}
    </svg>
  );
}
