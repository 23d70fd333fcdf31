import { type KeyboardEvent, type PointerEvent, useRef } from "react";
import type { Gateway } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { AreaShape } from "../map/area-shape.tsx";
import { FloorPicture } from "../map/floor-picture.tsx";
import { GatewayMark } from "../map/gateway-mark.tsx";
import { MapWindow } from "../map/map-window.tsx";
import { RackShape } from "../map/rack-shape.tsx";
import type { Viewport } from "../map/viewport.ts";
import { type Box, type Point, snapped } from "../plan-geometry.ts";
import type { SiteFloor } from "../site-floor.ts";
import { areaPlace, type Draft, gatewayPlace, rackPlace, type Thing, withArea } from "./draft.ts";
import { moved, placeOf, removed, turnedIn } from "./things.ts";

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
const leastArea = 1;

/** The plan as it is being arranged: things are dragged, or moved by arrow keys, on a grid of `step` metres. */
export function ArrangeMap({
  viewport,
  floor,
  gateways,
  whole,
  draft,
  step,
  chosen,
  onChoose,
  onDrag,
  onPut,
}: {
  viewport: Viewport;
  floor: SiteFloor;
  gateways: readonly Gateway[];
  whole: Box;
  draft: Draft;
  step: number;
  chosen: Thing | undefined;
  onChoose(thing: Thing | undefined): void;
  /** So far; it is dragged on. */
  onDrag(draft: Draft | undefined): void;
  onPut(draft: Draft): void;
}) {
  const all = { floor, gateways };
  const drag = useRef<{ from: Point; at: Point; before: Draft; next: Draft | undefined }>(undefined);

  /** What moves by a press on it; `change` makes the draft of where the pointer is. */
  const dragging = (thing: Thing, at: Point, change: (before: Draft, to: Point) => Draft) => ({
    // The window leaves it to us.
    "data-dragged": true,
    onPointerDown: (event: PointerEvent<SVGElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { from: viewport.toPlan(event), at, before: draft, next: undefined };
      onChoose(thing);
    },
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      if (!drag.current || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const { from, at, before } = drag.current;
      const now = viewport.toPlan(event);
      const next = change(before, { x: at.x + now.x - from.x, y: at.y + now.y - from.y });
      drag.current.next = next;
      onDrag(next);
    },
    onPointerUp: () => {
      const next = drag.current?.next;
      drag.current = undefined;
      if (next) onPut(next);
    },
    onPointerCancel: () => {
      drag.current = undefined;
      onDrag(undefined);
    },
  });
  const handlers = (thing: Thing, at: Point) => ({
    ...dragging(thing, at, (before, to) => moved(before, all, thing, to, step)),
    tabIndex: 0,
    role: "button",
    onFocus: () => onChoose(thing),
    onKeyDown: (event: KeyboardEvent<SVGElement>) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const toward = arrows[event.key];
      const place = placeOf(draft, all, thing);
      if (toward && place) {
        const by = step * (event.shiftKey ? 5 : 1);
        onPut(moved(draft, all, thing, { x: place.x + toward.x * by, y: place.y + toward.y * by }, step));
      } else if (event.key.toLowerCase() === "r") onPut(turnedIn(draft, all, thing, step));
      else if (event.key === "Delete") onPut(removed(draft, thing));
      else return;
      event.preventDefault();
      event.stopPropagation();
    },
  });
  const isChosen = ({ kind, id }: Thing) => chosen?.kind === kind && chosen.id === id;
  const chosenArea =
    chosen?.kind === "area" ? floor.areas.find(({ area }) => area.id === chosen.id)?.area : undefined;
  const chosenPlace = chosenArea && areaPlace(draft, chosenArea);

  return (
    <MapWindow
      viewport={viewport}
      className="is-arranged"
      label={t(
        "Plan of {site}: Tab leads from thing to thing, arrow keys move it, R turns a rack, Delete takes it off",
        {
          site: floor.site.name,
        },
      )}
    >
      <FloorPicture site={floor.site} whole={whole} />
      <Grid whole={whole} />
      <g className="map-sized">
        {floor.areas.map(({ area }) => {
          const place = areaPlace(draft, area);
          const thing: Thing = { kind: "area", id: area.id };
          return (
            place && (
              <AreaShape
                key={area.id}
                place={place}
                name={area.name}
                className={isChosen(thing) ? "is-chosen" : ""}
                aria-label={t("Area {name}", { name: area.name })}
                aria-pressed={isChosen(thing)}
                {...handlers(thing, place)}
              />
            )
          );
        })}
      </g>
      {[...floor.racks.values()].map(({ rack, area, worst }) => {
        const place = rackPlace(draft, rack);
        const thing: Thing = { kind: "rack", id: rack.id };
        return (
          place && (
            <RackShape
              key={rack.id}
              place={place}
              name={rack.name}
              tone={worst === null ? "none" : "ok"}
              className={isChosen(thing) ? "is-chosen" : ""}
              aria-label={`${rack.name}, ${area.name}`}
              aria-pressed={isChosen(thing)}
              {...handlers(thing, place)}
            />
          )
        );
      })}
      <g className="map-sized">
        {gateways.map((gateway) => {
          const place = gatewayPlace(draft, gateway);
          const thing: Thing = { kind: "gateway", id: gateway.id };
          return (
            place && (
              <GatewayMark
                key={gateway.id}
                gateway={gateway}
                place={place}
                className={isChosen(thing) ? "is-chosen" : ""}
                aria-pressed={isChosen(thing)}
                {...handlers(thing, place)}
              />
            )
          );
        })}
      </g>
      {chosenArea && chosenPlace && (
        <rect
          className="map-handle"
          x={chosenPlace.x + chosenPlace.width}
          y={chosenPlace.y + chosenPlace.height}
          width={0.01}
          height={0.01}
          {...dragging(
            { kind: "area", id: chosenArea.id },
            { x: chosenPlace.x + chosenPlace.width, y: chosenPlace.y + chosenPlace.height },
            (before, to) =>
              withArea(before, chosenArea.id, {
                ...chosenPlace,
                width: Math.max(leastArea, snapped(to.x - chosenPlace.x, step)),
                height: Math.max(leastArea, snapped(to.y - chosenPlace.y, step)),
              }),
          )}
        />
      )}
    </MapWindow>
  );
}

/** Lines of metres over the floor plan, a little beyond what is there. */
function Grid({ whole: { x, y, width, height } }: { whole: Box }) {
  const more = Math.max(width, height) / 2;
  return (
    <rect
      x={Math.floor(x - more)}
      y={Math.floor(y - more)}
      width={Math.ceil(width + 2 * more)}
      height={Math.ceil(height + 2 * more)}
      fill="url(#floor-grid)"
      pointerEvents="none"
    />
  );
}
