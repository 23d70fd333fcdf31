import { type KeyboardEvent, memo, useCallback, useMemo, useState } from "react";
import { t } from "../../language/language.ts";
import { type Box, middleOf, nearestToward, spaceOf } from "../plan-geometry.ts";
import type { Coverage } from "../signal.ts";
import type { RackOnFloor, SiteFloor } from "../site-floor.ts";
import { AreaShape } from "./area-shape.tsx";
import { FloorPicture } from "./floor-picture.tsx";
import { GatewayMark } from "./gateway-mark.tsx";
import { MapWindow } from "./map-window.tsx";
import { rackLook } from "./rack-look.ts";
import { RackBadge, RackShape } from "./rack-shape.tsx";
import type { Viewport } from "./viewport.ts";

const arrows: Readonly<Record<string, { x: number; y: number }>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export interface MapContent {
  floor: SiteFloor;
  whole: Box;
  /** Racks in which something was found; undefined: nothing is looked for. */
  hits: ReadonlySet<string> | undefined;
  /** By rack, while the map shows how sensors are heard. */
  coverage: ReadonlyMap<string, Coverage> | undefined;
  openId: string | undefined;
  onOpen(rackId: string): void;
}

/** A site from above: its floor plan, areas, racks by their worst state, and gateways. */
export function SiteMap({ viewport, ...content }: { viewport: Viewport } & MapContent) {
  return (
    <MapWindow
      viewport={viewport}
      label={t("Map of {site}: arrow keys move it, plus and minus zoom", { site: content.floor.site.name })}
    >
      <Content {...content} />
    </MapWindow>
  );
}

/** Drawn anew when something in it changes, not while the map is moved. */
const Content = memo(function Content({ floor, whole, hits, coverage, openId, onOpen }: MapContent) {
  const [focusedId, setFocused] = useState<string>();
  const shown = useMemo(
    () =>
      [...floor.racks.values()].flatMap(({ rack }) =>
        rack.place ? [{ value: rack.id, at: middleOf(spaceOf(rack.place)) }] : [],
      ),
    [floor],
  );
  // One of them is reached by Tab, the others from there.
  const entry = shown.some(({ value }) => value === focusedId) ? focusedId : shown[0]?.value;
  const onKeyDown = useCallback(
    (event: KeyboardEvent<SVGGElement>) => {
      const id = event.currentTarget.dataset.id!;
      const toward = arrows[event.key];
      if (event.key === "Enter" || event.key === " ") onOpen(id);
      else if (toward) {
        const from = shown.find(({ value }) => value === id)?.at;
        const next = from && nearestToward(from, toward, shown);
        if (next) {
          setFocused(next);
          event.currentTarget.ownerSVGElement?.querySelector<SVGGElement>(`[data-id="${next}"]`)?.focus();
        }
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
    [shown, onOpen],
  );
  const onClick = useCallback(
    (event: { currentTarget: SVGGElement }) => {
      setFocused(event.currentTarget.dataset.id);
      onOpen(event.currentTarget.dataset.id!);
    },
    [onOpen],
  );
  return (
    <>
      <FloorPicture site={floor.site} whole={whole} />
      <g className="map-sized">
        {floor.areas.map(
          ({ area }) => area.place && <AreaShape key={area.id} place={area.place} name={area.name} />,
        )}
      </g>
      {floor.areas.flatMap(({ racks }) =>
        racks.map((each) => (
          <PlacedRack
            key={each.rack.id}
            each={each}
            covered={coverage?.get(each.rack.id)}
            isFaded={hits !== undefined && !hits.has(each.rack.id)}
            isHit={hits?.has(each.rack.id) ?? false}
            isOpen={openId === each.rack.id}
            isEntry={entry === each.rack.id}
            onClick={onClick}
            onKeyDown={onKeyDown}
          />
        )),
      )}
      {[...floor.racks.values()].map((each) => {
        const { place, id } = each.rack;
        const { tone, badge } = rackLook(each, coverage?.get(id));
        if (!place || !badge) return null;
        return (
          <RackBadge
            key={id}
            place={place}
            tone={tone}
            badge={badge}
            isFaded={hits !== undefined && !hits.has(id)}
          />
        );
      })}
      <g className="map-sized">
        {floor.gateways.map(
          (gateway) =>
            gateway.place && <GatewayMark key={gateway.id} gateway={gateway} place={gateway.place} />,
        )}
      </g>
    </>
  );
});

const PlacedRack = memo(function PlacedRack({
  each,
  covered,
  isFaded,
  isHit,
  isOpen,
  isEntry,
  onClick,
  onKeyDown,
}: {
  each: RackOnFloor;
  covered: Coverage | undefined;
  isFaded: boolean;
  isHit: boolean;
  isOpen: boolean;
  isEntry: boolean;
  onClick(event: { currentTarget: SVGGElement }): void;
  onKeyDown(event: KeyboardEvent<SVGGElement>): void;
}) {
  const { rack } = each;
  if (!rack.place) return null;
  const { tone, words } = rackLook(each, covered);
  return (
    <RackShape
      place={rack.place}
      name={rack.name}
      tone={tone}
      isComing={covered === undefined && each.coming > 0}
      className={`${isFaded ? "is-faded" : ""} ${isHit ? "is-hit" : ""} ${isOpen ? "is-open" : ""}`}
      hint={words}
      role="button"
      aria-label={words}
      aria-pressed={isOpen}
      tabIndex={isEntry ? 0 : -1}
      data-id={rack.id}
      onClick={onClick}
      onKeyDown={onKeyDown}
    />
  );
});
