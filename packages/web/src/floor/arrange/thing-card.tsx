import { Button, CloseButton } from "@mantine/core";
import { IconRotateClockwise } from "@tabler/icons-react";
import { t } from "../../language/language.ts";
import { NumberField, OptionalNumberField } from "../../parts/form/number-fields.tsx";
import { isInside, middleOf, spaceOf } from "../plan-geometry.ts";
import {
  areaPlace,
  type Draft,
  gatewayPlace,
  rackPlace,
  shelvesOf,
  type Thing,
  withArea,
  withRack,
  withShelves,
} from "./draft.ts";
import { type Found, found, moved, removed, type Things, turnedIn } from "./things.ts";

/** What is chosen on the plan: where it is and how large, in numbers. */
export function ThingCard({
  all,
  thing,
  draft,
  step,
  onPut,
  onClose,
}: {
  all: Things;
  thing: Thing;
  draft: Draft;
  step: number;
  onPut(draft: Draft): void;
  onClose(): void;
}) {
  const own = found(all, thing);
  if (!own) return null;
  const kinds = { area: t("Area"), rack: t("Rack"), gateway: t("Gateway") };
  return (
    <section className="floor-panel" aria-label={own.record.name}>
      <div className="floor-panel-head">
        <div>
          <h2>{own.record.name}</h2>
          <p className="soft">{own.kind === "rack" ? own.area.name : kinds[own.kind]}</p>
        </div>
        <CloseButton onClick={onClose} aria-label={t("Close {name}", { name: own.record.name })} />
      </div>
      <div className="arrange-fields">
        <Place own={own} {...{ all, thing, draft, step, onPut }} />
        {own.kind === "area" && <AreaSize own={own} draft={draft} onPut={onPut} />}
        {own.kind === "rack" && <RackSize own={own} draft={draft} onPut={onPut} />}
      </div>
      {own.kind === "rack" && <Astray own={own} draft={draft} />}
      <div className="arrange-buttons">
        {own.kind === "rack" && (
          <Button
            variant="default"
            leftSection={<IconRotateClockwise size={16} />}
            onClick={() => onPut(turnedIn(draft, all, thing, step))}
          >
            {t("Turn")}
          </Button>
        )}
        <Button
          variant="default"
          onClick={() => {
            onPut(removed(draft, thing));
            onClose();
          }}
        >
          {t("Take off the map")}
        </Button>
      </div>
    </section>
  );
}

const metres = { decimals: 2, suffix: " m", size: "xs", step: 0.5 } as const;
/** Only whole numbers that were typed to their end count. */
const isTyped = (value: number, least: number) => Number.isFinite(value) && value >= least && value <= 10_000;

function Place({
  own,
  all,
  thing,
  draft,
  onPut,
}: {
  own: Found;
  all: Things;
  thing: Thing;
  draft: Draft;
  onPut(draft: Draft): void;
}) {
  const place =
    own.kind === "area"
      ? areaPlace(draft, own.record)
      : own.kind === "rack"
        ? rackPlace(draft, own.record)
        : gatewayPlace(draft, own.record);
  if (!place) return null;
  const put = (x: number, y: number) => onPut(moved(draft, all, thing, { x, y }, 0.01));
  return (
    <>
      <NumberField
        label={t("From the left")}
        value={place.x}
        onChange={(x) => isTyped(x, 0) && put(x, place.y)}
        {...metres}
      />
      <NumberField
        label={t("From the top")}
        value={place.y}
        onChange={(y) => isTyped(y, 0) && put(place.x, y)}
        {...metres}
      />
    </>
  );
}

function AreaSize({
  own,
  draft,
  onPut,
}: {
  own: Found & { kind: "area" };
  draft: Draft;
  onPut(draft: Draft): void;
}) {
  const place = areaPlace(draft, own.record);
  if (!place) return null;
  const put = (change: Partial<typeof place>) =>
    onPut(withArea(draft, own.record.id, { ...place, ...change }));
  return (
    <>
      <NumberField
        label={t("Width")}
        value={place.width}
        onChange={(width) => isTyped(width, 0.5) && put({ width })}
        {...metres}
      />
      <NumberField
        label={t("Height")}
        value={place.height}
        onChange={(height) => isTyped(height, 0.5) && put({ height })}
        {...metres}
      />
    </>
  );
}

function RackSize({
  own,
  draft,
  onPut,
}: {
  own: Found & { kind: "rack" };
  draft: Draft;
  onPut(draft: Draft): void;
}) {
  const place = rackPlace(draft, own.record);
  if (!place) return null;
  const put = (change: Partial<typeof place>) =>
    onPut(withRack(draft, own.record.id, { ...place, ...change }));
  return (
    <>
      <NumberField
        label={t("Width")}
        value={place.width}
        onChange={(width) => isTyped(width, 0.1) && put({ width })}
        {...metres}
      />
      <NumberField
        label={t("Depth")}
        value={place.depth}
        onChange={(depth) => isTyped(depth, 0.1) && put({ depth })}
        {...metres}
      />
      <OptionalNumberField
        label={t("Shelves")}
        placeholder={t("as needed")}
        size="xs"
        value={shelvesOf(draft, own.record)}
        onChange={(count) => {
          if (count === null || (count >= 1 && count <= 50)) onPut(withShelves(draft, own.record.id, count));
        }}
      />
    </>
  );
}

/** A rack that stands elsewhere than its area is drawn belongs to that area nevertheless. */
function Astray({ own, draft }: { own: Found & { kind: "rack" }; draft: Draft }) {
  const place = rackPlace(draft, own.record);
  const area = areaPlace(draft, own.area);
  if (!place || !area || isInside(middleOf(spaceOf(place)), area)) return null;
  return (
    <p className="arrange-astray">
      {t("It stands outside of {area}, to which it belongs.", { area: own.area.name })}
    </p>
  );
}
