import { capacityOf } from "@refill/replenishment/geometry";
import type { Geometry } from "../../inventory/geometry-kinds.ts";
import { t } from "../../language/language.ts";
import { measure, pieces } from "../../words.ts";

const size = { width: 260, height: 240 };

/** What is measured, drawn with the numbers that are typed: so that nobody has to guess which distance is meant. */
export function GeometryDrawing({ geometry, unit }: { geometry: Geometry; unit: string }) {
  const capacity = capacityOf(geometry);
  const words = Number.isNaN(capacity)
    ? t("Drawing of how it is measured")
    : t("Drawing of how it is measured: {capacity} fit in", { capacity: pieces(capacity, unit) });
  return (
    <figure className="geometry-drawing">
      <svg viewBox={`0 0 ${size.width} ${size.height}`} role="img" aria-label={words}>
        <title>{words}</title>
        <Drawn geometry={geometry} />
      </svg>
      <figcaption className="soft small-text">{captions[geometry.kind]}</figcaption>
    </figure>
  );
}

const captions: Record<Geometry["kind"], string> = {
  containers: t("The sensor looks along the lane: each container makes the distance shorter."),
  "fill-height": t("The sensor looks down into the bin: the more parts, the shorter the distance."),
  weight: t("The scale below the bin weighs what is in it; the empty bin is taken off."),
  presence: t("Each place has a sensor of its own, which sees whether something stands there."),
  button: t("Whoever takes the last one presses the button."),
};

function Drawn({ geometry }: { geometry: Geometry }) {
  switch (geometry.kind) {
    case "fill-height":
      return <FillHeight {...geometry} />;
    case "containers":
      return <Containers {...geometry} />;
    case "weight":
      return <Scale {...geometry} />;
    case "presence":
      return <Places {...geometry} />;
    case "button":
      return <PushButton />;
  }
}

const mm = (length: number) => (Number.isNaN(length) ? "? mm" : measure(length, "mm"));

function FillHeight({
  emptyDistanceMm,
  fullDistanceMm,
}: {
  emptyDistanceMm: number;
  fullDistanceMm: number;
}) {
  const top = 34;
  const ground = 214;
  const share = fullDistanceMm / emptyDistanceMm;
  const full = top + (ground - top) * (share > 0 && share < 0.9 ? share : 0.28);
  return (
    <>
      <path d={`M40 ${top + 20}V${ground}H160V${top + 20}`} className="drawn-bin" />
      <rect x="43" y={full} width="114" height={ground - full - 2} className="drawn-parts" />
      <rect x="86" y={top - 18} width="28" height="14" rx="3" className="drawn-sensor" />
      <path d={`M100 ${top - 4}L70 ${full}H130Z`} className="drawn-beam" />
      <Distance x={182} from={top - 4} to={full} name={t("full")} value={mm(fullDistanceMm)} />
      <Distance x={214} from={top - 4} to={ground} name={t("empty")} value={mm(emptyDistanceMm)} isLow />
    </>
  );
}

function Containers({
  emptyDistanceMm,
  containerDepthMm,
  capacityContainers,
}: {
  emptyDistanceMm: number;
  containerDepthMm: number;
  capacityContainers: number;
}) {
  const count = Number.isNaN(capacityContainers) ? 4 : Math.max(1, Math.min(capacityContainers, 8));
  const begin = 60;
  const end = 244;
  const each = (end - begin - 24) / count;
  const shown = Math.max(1, Math.ceil(count * 0.6));
  return (
    <>
      <rect x="10" y="96" width="18" height="30" rx="3" className="drawn-sensor" />
      <path d={`M28 111L${end - shown * each} 90V132Z`} className="drawn-beam" />
      <path d={`M30 142H${end}V70`} className="drawn-bin" />
      {Array.from({ length: shown }, (_, index) => index).map((index) => (
        <rect
          key={index}
          x={end - (index + 1) * each + 2}
          y="82"
          width={each - 4}
          height="58"
          rx="3"
          className="drawn-parts"
        />
      ))}
      <Width y={166} from={28} to={end} value={t("empty: {distance}", { distance: mm(emptyDistanceMm) })} />
      <Width
        y={58}
        from={end - each}
        to={end}
        isAbove
        value={t("one container: {depth}", { depth: mm(containerDepthMm) })}
      />
    </>
  );
}

function Scale({ tareGrams, pieceGrams }: { tareGrams: number; pieceGrams: number }) {
  const grams = (weight: number) => (Number.isNaN(weight) ? "? g" : measure(weight, "g", 3));
  return (
    <>
      <path d="M70 60V158H190V60" className="drawn-bin" />
      <rect x="74" y="98" width="112" height="58" className="drawn-parts" />
      <rect x="50" y="164" width="160" height="20" rx="4" className="drawn-sensor" />
      <text x="130" y="208" textAnchor="middle">
        {t("empty bin: {weight}", { weight: grams(tareGrams) })}
      </text>
      <text x="130" y="228" textAnchor="middle">
        {t("one piece: {weight}", { weight: grams(pieceGrams) })}
      </text>
      <text x="130" y="132" textAnchor="middle" className="drawn-on-parts">
        kg
      </text>
    </>
  );
}

function Places({ positions, piecesPerPosition }: { positions: number; piecesPerPosition: number }) {
  const count = Number.isNaN(positions) ? 3 : Math.max(1, Math.min(positions, 6));
  const width = (size.width - 24) / count;
  return (
    <>
      {Array.from({ length: count }, (_, index) => index).map((index) => {
        const left = 12 + index * width;
        const isFull = index < Math.ceil(count / 2);
        return (
          <g key={index}>
            <rect x={left + width / 2 - 9} y="40" width="18" height="12" rx="3" className="drawn-sensor" />
            <path d={`M${left + 3} 180H${left + width - 3}`} className="drawn-bin" />
            {isFull && (
              <rect x={left + 6} y="104" width={width - 12} height="74" rx="3" className="drawn-parts" />
            )}
            <text x={left + width / 2} y="202" textAnchor="middle">
              {index + 1}
            </text>
          </g>
        );
      })}
      <text x={size.width / 2} y="228" textAnchor="middle">
        {t("{count} in a full place", {
          count: Number.isNaN(piecesPerPosition) ? "?" : pieces(piecesPerPosition),
        })}
      </text>
    </>
  );
}

function PushButton() {
  return (
    <>
      <path d="M40 70V190H150V70" className="drawn-bin" />
      <rect x="44" y="176" width="102" height="12" className="drawn-parts" />
      <rect x="176" y="96" width="56" height="56" rx="12" className="drawn-sensor" />
      <circle cx="204" cy="124" r="15" className="drawn-press" />
    </>
  );
}

/** A distance from above to below. */
function Distance({
  x,
  from,
  to,
  name,
  value,
  isLow = false,
}: {
  x: number;
  from: number;
  to: number;
  name: string;
  value: string;
  isLow?: boolean;
}) {
  const middle = isLow ? to - 34 : (from + to) / 2;
  return (
    <g className="drawn-distance">
      <path d={`M${x} ${from}V${to}M${x - 4} ${from}H${x + 4}M${x - 4} ${to}H${x + 4}`} />
      <text x={x - 5} y={middle} textAnchor="end">
        {name}
      </text>
      <text x={x - 5} y={middle + 15} textAnchor="end">
        {value}
      </text>
    </g>
  );
}

/** A distance from left to right. */
function Width({
  y,
  from,
  to,
  value,
  isAbove = false,
}: {
  y: number;
  from: number;
  to: number;
  value: string;
  isAbove?: boolean;
}) {
  return (
    <g className="drawn-distance">
      <path d={`M${from} ${y}H${to}M${from} ${y - 4}V${y + 4}M${to} ${y - 4}V${y + 4}`} />
      <text x={to} y={isAbove ? y - 10 : y + 18} textAnchor="end">
        {value}
      </text>
    </g>
  );
}
