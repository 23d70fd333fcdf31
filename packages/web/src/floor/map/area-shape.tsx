import { memo, type SVGProps } from "react";
import type { AreaPlace } from "../plan-geometry.ts";

/** An area's rectangle with its name. */
export const AreaShape = memo(function AreaShape({
  place: { x, y, width, height },
  name,
  className = "",
  ...rest
}: { place: AreaPlace; name: string; className?: string } & Omit<SVGProps<SVGGElement>, "ref" | "name">) {
  return (
    <g className={`map-area ${className}`} transform={`translate(${x} ${y})`} {...rest}>
      <rect width={width} height={height} rx={0.2} />
      <text x={0.4}>{name}</text>
    </g>
  );
});
