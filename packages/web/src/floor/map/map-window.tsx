import { ActionIcon, Tooltip } from "@mantine/core";
import { IconMaximize, IconMinus, IconPlus } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { t } from "../../language/language.ts";
import { measure } from "../../words.ts";
import { MapPatterns } from "./patterns.tsx";
import type { Viewport } from "./viewport.ts";

const keyPixels = 60;

/** A window onto a site's plan, moved by pointer, wheel, keys and buttons. `children` are drawn in metres. */
export function MapWindow({
  viewport,
  label,
  children,
  className = "",
}: {
  viewport: Viewport;
  label: string;
  children: ReactNode;
  className?: string;
}) {
  const svg = useRef<SVGSVGElement>(null);
  const ground = useRef<SVGGElement>(null);
  useLayoutEffect(() => viewport.attach(svg.current!, ground.current!), [viewport]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const isOwn = event.target === event.currentTarget;
    if (event.key === "+" || event.key === "=") viewport.zoomBy(1.35);
    else if (event.key === "-") viewport.zoomBy(1 / 1.35);
    else if (event.key === "0") viewport.fit();
    // With the focus on a rack, arrows lead from rack to rack.
    else if (isOwn && event.key === "ArrowLeft") viewport.panBy(keyPixels, 0);
    else if (isOwn && event.key === "ArrowRight") viewport.panBy(-keyPixels, 0);
    else if (isOwn && event.key === "ArrowUp") viewport.panBy(0, keyPixels);
    else if (isOwn && event.key === "ArrowDown") viewport.panBy(0, -keyPixels);
    else return;
    event.preventDefault();
  };
  return (
    <div className={`map-window ${className}`}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: whoever has no pointer moves the map by keys */}
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg ref={svg} className="map" role="group" aria-label={label} tabIndex={0} onKeyDown={onKeyDown}>
        <MapPatterns />
        <g ref={ground} className="map-ground">
          {children}
        </g>
      </svg>
      <ScaleBar viewport={viewport} />
      <div className="map-buttons">
        <MapButton label={t("Nearer")} onClick={() => viewport.zoomBy(1.35)} icon={<IconPlus size={18} />} />
        <MapButton
          label={t("Farther")}
          onClick={() => viewport.zoomBy(1 / 1.35)}
          icon={<IconMinus size={18} />}
        />
        <MapButton
          label={t("All of the site")}
          onClick={() => viewport.fit()}
          icon={<IconMaximize size={18} />}
        />
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
function ScaleBar({ viewport }: { viewport: Viewport }) {
  const scale = useSyncExternalStore(viewport.subscribe, viewport.scale);
  if (scale === undefined) return null;
  const metres = [0.5, 1, 2, 5, 10, 20, 50, 100, 200].find((length) => length * scale >= 60) ?? 200;
  return (
    <div className="map-scale" style={{ width: metres * scale }} aria-hidden="true">
      {measure(metres, "m")}
    </div>
  );
}
