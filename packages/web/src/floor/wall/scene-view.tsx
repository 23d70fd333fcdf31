import { useMemo } from "react";
import type { Location, Part } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { pieces } from "../../words.ts";
import { SiteMap } from "../map/site-map.tsx";
import { useViewport } from "../map/use-viewport.ts";
import { RackFront } from "../rack-front.tsx";
import type { SiteFloor } from "../site-floor.ts";
import { wholeOf } from "../use-site-floor.ts";
import type { Scene } from "./scenes.ts";

type Parts = ReadonlyMap<string, Part>;

export function SceneView({ scene, floor, part }: { scene: Scene; floor: SiteFloor; part: Parts }) {
  switch (scene.kind) {
    case "map":
      return <MapScene floor={floor} />;
    case "list":
      return <ListScene scene={scene} floor={floor} part={part} />;
    case "area":
      return (
        <section aria-label={scene.area.name} className="wall-area">
          <h2>
            {scene.area.name}
            <Pages {...scene} />
          </h2>
          <div className="wall-racks" data-count={scene.racks.length}>
            {scene.racks.map(({ rack, locations }) => (
              <div key={rack.id}>
                <h3>{rack.name}</h3>
                <RackFront rack={rack} locations={locations} part={part} />
              </div>
            ))}
          </div>
        </section>
      );
  }
}

function MapScene({ floor }: { floor: SiteFloor }) {
  const whole = useMemo(() => wholeOf(floor), [floor]);
  const viewport = useViewport(whole);
  return (
    <SiteMap
      viewport={viewport}
      floor={floor}
      whole={whole}
      hits={undefined}
      coverage={undefined}
      openId={undefined}
      onOpen={nothing}
    />
  );
}
const nothing = () => {};

function ListScene({
  scene,
  floor,
  part,
}: {
  scene: Scene & { kind: "list" };
  floor: SiteFloor;
  part: Parts;
}) {
  const titles = {
    empty: t("Empty"),
    low: t("Low: at or below the reorder point"),
    coming: t("On its way"),
    unknown: t("Level not known: please look"),
  };
  const title = titles[scene.what];
  return (
    <section aria-label={title} className={`wall-list state-${scene.what}`}>
      <h2>
        {title}
        <Pages {...scene} />
      </h2>
      <ul>
        {scene.locations.map((location) => (
          <Row key={location.id} location={location} part={part.get(location.partId)} floor={floor} />
        ))}
      </ul>
    </section>
  );
}

function Row({ location, part, floor }: { location: Location; part: Part | undefined; floor: SiteFloor }) {
  const { name, rackId, level, capacity, onOrder, reorderPoint } = location;
  const onHand = level?.onHand ?? null;
  const rack = rackId === null ? undefined : floor.racks.get(rackId);
  const share = (count: number) => `${Math.min(100, (count / Math.max(1, capacity)) * 100)}%`;
  return (
    <li>
      <strong>{name}</strong>
      <span className="wall-part">
        {part?.name}
        <small>{rack ? `${rack.area.name}, ${rack.rack.name}` : ""}</small>
      </span>
      <span className={`wall-bar state-${location.state}`} aria-hidden="true">
        {onHand !== null && <i className="wall-bar-fill" style={{ width: share(onHand) }} />}
        {onOrder > 0 && (
          <i
            className="wall-bar-coming"
            style={{ left: share(onHand ?? 0), width: share(Math.min(onOrder, capacity - (onHand ?? 0))) }}
          />
        )}
        {reorderPoint !== null && <i className="wall-bar-minimum" style={{ left: share(reorderPoint) }} />}
      </span>
      <span className="wall-count">
        {onHand === null ? "?" : pieces(onHand)}
        <small>{onOrder > 0 ? t("{count} on order", { count: pieces(onOrder) }) : (part?.unit ?? "")}</small>
      </span>
    </li>
  );
}

function Pages({ page, pages }: { page: number; pages: number }) {
  return pages > 1 && <small>{t("{page} of {pages}", { page: page + 1, pages })}</small>;
}
