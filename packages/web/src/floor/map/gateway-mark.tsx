import { memo, type SVGProps } from "react";
import type { Gateway } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { gatewayState } from "../../words.ts";
import type { GatewayPlace } from "../plan-geometry.ts";

/** A gateway on the plan: always as large on the screen, like a pin. */
export const GatewayMark = memo(function GatewayMark({
  gateway,
  place,
  className = "",
  ...rest
}: { gateway: Gateway; place: GatewayPlace; className?: string } & Omit<
  SVGProps<SVGGElement>,
  "ref" | "name"
>) {
  const { words, className: life } = gatewayState(gateway, Date.now());
  const label = t("Gateway {name}: {state}", { name: gateway.name, state: words });
  return (
    // biome-ignore lint/a11y/noInteractiveElementToNoninteractiveRole: a group of shapes is no control
    <g
      className={`map-gateway ${life} ${className}`}
      transform={`translate(${place.x} ${place.y})`}
      role="img"
      aria-label={label}
      {...rest}
    >
      <title>{label}</title>
      <g className="map-pin">
        <circle r="13" />
        <path d="M0 -1V7M-4 -6a6 6 0 0 1 8 0M-7 -9a10.5 10.5 0 0 1 14 0" />
      </g>
    </g>
  );
});
