import { memo, type SVGProps } from "react";
import { type RackPlace, spaceOf } from "../plan-geometry.ts";
import { patternOf, type Tone } from "./patterns.tsx";

/** A rack from above: one shape, however much lies in it, with a bar at the side where one stands. */
export const RackShape = memo(function RackShape({
  place,
  name,
  tone,
  isComing,
  hint,
  className = "",
  ...rest
}: {
  place: RackPlace;
  name: string;
  tone: Tone;
  isComing?: boolean;
  /** Shown where the pointer rests. */
  hint?: string | undefined;
  className?: string;
} & Omit<SVGProps<SVGGElement>, "name" | "ref">) {
  const space = spaceOf(place);
  const pattern = patternOf[tone];
  const isUpright = space.height > space.width;
  return (
    <g
      transform={`translate(${space.x} ${space.y})`}
      className={`map-rack state-${tone} ${className}`}
      {...rest}
    >
      {hint && <title>{hint}</title>}
      <rect className="map-rack-body" width={space.width} height={space.height} rx={0.06} />
      {pattern && <rect width={space.width} height={space.height} rx={0.06} fill={pattern} />}
      <path className="map-rack-front" d={frontOf(place)} />
      <text
        className="map-rack-name"
        transform={`translate(${space.width / 2} ${space.height / 2})${isUpright ? " rotate(-90)" : ""}`}
      >
        {shortName(name)}
      </text>
      {isComing && <path className="map-coming" d={comingMark(space.height)} />}
    </g>
  );
});

/** What stands in a rack's corner, e.g. how many locations want something; drawn over its neighbours. */
export const RackBadge = memo(function RackBadge({
  place,
  tone,
  badge,
  isFaded,
}: {
  place: RackPlace;
  tone: Tone;
  badge: string;
  isFaded: boolean;
}) {
  const { x, y, width } = spaceOf(place);
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: it can't be focused; its rack says the same in words
    <g
      transform={`translate(${x + width} ${y})`}
      className={`map-badge state-${tone} ${isFaded ? "is-faded" : ""}`}
      aria-hidden="true"
    >
      <rect
        x={-0.17 - 0.14 * badge.length}
        y={-0.3}
        width={0.34 + 0.28 * badge.length}
        height={0.6}
        rx={0.3}
      />
      <text>{badge}</text>
    </g>
  );
});

/** The side where one stands to take something out, as it is turned. */
function frontOf({ width, depth, rotation }: RackPlace): string {
  switch (rotation) {
    case 0:
      return `M0 ${depth}H${width}`;
    case 90:
      return `M0 0V${width}`;
    case 180:
      return `M0 0H${width}`;
    default:
      return `M${depth} 0V${width}`;
  }
}

/** An arrow into the rack's lower left corner: something is on its way. */
function comingMark(height: number): string {
  return `M0.12 ${height - 0.42}V${height - 0.14}M0 ${height - 0.26}L0.12 ${height - 0.12}L0.24 ${height - 0.26}`;
}

/** "Rack A" is A on the plan: that it is a rack is seen. */
function shortName(name: string): string {
  return name.replace(/^(rack|regal|shelf)\s+/i, "");
}
