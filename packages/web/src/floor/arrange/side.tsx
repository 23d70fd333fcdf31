import { Button, SegmentedControl } from "@mantine/core";
import type { Gateway } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { measure } from "../../words.ts";
import type { Point } from "../plan-geometry.ts";
import type { SiteFloor } from "../site-floor.ts";
import { placeAll, usualRack } from "./auto-place.ts";
import {
  areaPlace,
  type Draft,
  gatewayPlace,
  rackPlace,
  type Thing,
  withArea,
  withGateway,
  withRack,
} from "./draft.ts";
import { FloorPlanCard } from "./floor-plan-card.tsx";
import { NewArea, NewRack } from "./new-things.tsx";
import { ThingCard } from "./thing-card.tsx";

const steps = [0.1, 0.5, 1];
const usualArea = { width: 12, height: 8 };

/** Beside the plan: what is chosen on it, what has no place yet, and the floor plan underneath. */
export function ArrangeSide({
  floor,
  gateways,
  draft,
  step,
  onStep,
  chosen,
  onChoose,
  onPut,
  middle,
}: {
  floor: SiteFloor;
  gateways: readonly Gateway[];
  draft: Draft;
  step: number;
  onStep(step: number): void;
  chosen: Thing | undefined;
  onChoose(thing: Thing | undefined): void;
  onPut(draft: Draft): void;
  /** Of what is seen of the plan. */
  middle(): Point;
}) {
  return (
    <div className="floor-side">
      {chosen ? (
        <ThingCard
          key={`${chosen.kind} ${chosen.id}`}
          all={{ floor, gateways }}
          thing={chosen}
          draft={draft}
          step={step}
          onPut={onPut}
          onClose={() => onChoose(undefined)}
        />
      ) : (
        <section className="floor-panel" aria-label={t("How to arrange")}>
          <p className="arrange-how">
            {t(
              "Drag areas and racks to where they stand. An area takes its racks along. With the keyboard: Tab chooses, arrow keys move, R turns a rack.",
            )}
          </p>
          <div className="arrange-step">
            <span id="arrange-step">{t("Grid")}</span>
            <SegmentedControl
              size="xs"
              aria-labelledby="arrange-step"
              value={String(step)}
              onChange={(value) => onStep(Number(value))}
              data={steps.map((each) => ({ value: String(each), label: measure(each, "m") }))}
            />
          </div>
        </section>
      )}
      <Tray
        floor={floor}
        gateways={gateways}
        draft={draft}
        onChoose={onChoose}
        onPut={onPut}
        middle={middle}
      />
      <section className="floor-panel" aria-label={t("New")}>
        <h2 className="arrange-head">{t("New on this site")}</h2>
        <div className="arrange-buttons">
          <NewArea floor={floor} at={middle} onMade={(id) => onChoose({ kind: "area", id })} />
          {floor.areas.length > 0 && (
            <NewRack floor={floor} at={middle} onMade={(id) => onChoose({ kind: "rack", id })} />
          )}
        </div>
      </section>
      <FloorPlanCard site={floor.site} />
    </div>
  );
}

/** What nobody has said the place of. */
function Tray({
  floor,
  gateways,
  draft,
  onChoose,
  onPut,
  middle,
}: Omit<Parameters<typeof ArrangeSide>[0], "step" | "onStep" | "chosen">) {
  const areas = floor.areas.filter(({ area }) => areaPlace(draft, area) === null);
  const racks = [...floor.racks.values()].filter(({ rack }) => rackPlace(draft, rack) === null);
  const away = gateways.filter((gateway) => gatewayPlace(draft, gateway) === null);
  const count = areas.length + racks.length + away.length;
  if (count === 0) return null;
  const put = (thing: Thing, next: Draft) => {
    onPut(next);
    onChoose(thing);
  };
  const rounded = (metres: number) => Math.max(0, Math.round(metres));
  const centred = ({ width, height }: { width: number; height: number }) => {
    const { x, y } = middle();
    return { x: rounded(x - width / 2), y: rounded(y - height / 2) };
  };
  return (
    <section className="floor-panel" aria-label={t("Not on the map yet")}>
      <h2 className="arrange-head">
        {t("Not on the map yet")} <span className="soft">{count}</span>
      </h2>
      {areas.length + racks.length > 0 && (
        <Button
          size="xs"
          variant="light"
          onClick={() =>
            onPut(
              placeAll(
                draft,
                floor.areas.map((each) => ({ area: each.area, racks: each.racks.map(({ rack }) => rack) })),
                floor.site.floorPlan,
              ),
            )
          }
        >
          {t("Put all in rows")}
        </Button>
      )}
      <ul className="arrange-tray">
        {areas.map(({ area }) => (
          <TrayItem
            key={area.id}
            name={area.name}
            kind={t("Area")}
            onPlace={() =>
              put(
                { kind: "area", id: area.id },
                withArea(draft, area.id, { ...centred(usualArea), ...usualArea }),
              )
            }
          />
        ))}
        {racks.map(({ rack, area }) => {
          const inside = areaPlace(draft, area);
          const at = inside
            ? { x: inside.x + 1, y: inside.y + 2 }
            : centred({ width: usualRack.width, height: usualRack.depth });
          return (
            <TrayItem
              key={rack.id}
              name={rack.name}
              kind={area.name}
              onPlace={() =>
                put(
                  { kind: "rack", id: rack.id },
                  withRack(draft, rack.id, { ...at, ...usualRack, rotation: 0 }),
                )
              }
            />
          );
        })}
        {away.map((gateway) => (
          <TrayItem
            key={gateway.id}
            name={gateway.name}
            kind={t("Gateway")}
            onPlace={() =>
              put(
                { kind: "gateway", id: gateway.id },
                withGateway(draft, gateway.id, {
                  siteId: floor.site.id,
                  ...centred({ width: 0, height: 0 }),
                }),
              )
            }
          />
        ))}
      </ul>
    </section>
  );
}

function TrayItem({ name, kind, onPlace }: { name: string; kind: string; onPlace(): void }) {
  return (
    <li>
      <span>
        <strong>{name}</strong> <span className="soft">{kind}</span>
      </span>
      <Button size="compact-sm" variant="default" aria-label={t("Place {name}", { name })} onClick={onPlace}>
        {t("Place")}
      </Button>
    </li>
  );
}
