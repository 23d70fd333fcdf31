import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import type { CSSProperties, KeyboardEvent, ReactNode, RefObject } from "react";
import { t } from "../../language/language.ts";
import { measure } from "../../words.ts";
import { MapPatterns } from "./patterns.tsx";
import type { PanZoom } from "./use-pan-zoom.ts";

/** Below so many pixels a metre, names of racks can't be read and are left out. */
const namesFrom = 11;
const keyPixels = 60;

/** A window onto a site's plan, moved by pointer, wheel, keys and buttons. `children` are drawn in metres. */
export function MapWindow({
  svg,
  panZoom,
  label,
  children,
  over,
  className = "",
}: {
  svg: RefObject<SVGSVGElement | null>;
  panZoom: PanZoom;
  label: string;
  children: ReactNode;
  /** What lies over the map, unmoved. */
  over?: ReactNode;
  className?: string;
}) {
  const { view, zoomBy, panBy, fit } = panZoom;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isOwn = event.target === event.currentTarget;
    if (event.key === "+" || event.key === "=") zoomBy(1.35);
    else if (event.key === "-") zoomBy(1 / 1.35);
    else if (event.key === "0") fit();
    // With the focus on a rack, arrows lead from rack to rack.
    else if (isOwn && event.key === "ArrowLeft") panBy(keyPixels, 0);
    else if (isOwn && event.key === "ArrowRight") panBy(-keyPixels, 0);
    else if (isOwn && event.key === "ArrowUp") panBy(0, keyPixels);
    else if (isOwn && event.key === "ArrowDown") panBy(0, -keyPixels);
    else return;
    event.preventDefault();
  };
  const isFar = view !== undefined && view.scale < namesFrom;
  return (
    <div className={`map-window ${isFar ? "is-far" : ""} ${className}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer moves the map by keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg ref={svg} className="map" role="group" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        <MapPatterns />
        {view && (
          <g
            transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}
            style={{ "--s": view.scale } as CSSProperties}
          >
            {children}
          </g>
        )}
      </svg>
      {over}
      {view && <ScaleBar scale={view.scale} />}
      <div className="map-buttons">
        <MapButton label={t("Nearer")} onClick={() => zoomBy(1.35)} icon={<IconPlus size={18} />} />
        <MapButton label={t("Farther")} onClick={() => zoomBy(1 / 1.35)} icon={<IconMinus size={18} />} />
        <MapButton label={t("All of the site")} onClick={fit} icon={<IconMaximize size={18} />} />
      </div>
    </div>
  );
}

function MapButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick(): void }) {
  return (
    <Tooltip label={label} position="left">
      <ActionIcon variant="default" size={36} aria-label={label} onClick={onClick}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

/** A length that is easily reckoned with, 60 to 150 pixels long. */
function ScaleBar({ scale }: { scale: number }) {
  const metres = [0.5, 1, 2, 5, 10, 20, 50, 100, 200].find((length) => length * scale >= 60) ?? 200;
  return (
    <div className="map-scale" style={{ width: metres * scale }} aria-hidden="true">
      {measure(metres, "m")}
    </div>
  );
}
