import { Button } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { client, type Location, unwrap } from "../api/client.ts";
import { locationsQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { NumberField } from "../parts/form/number-fields.tsx";
import { shelfRows } from "./shelf-rows.ts";
import type { RackOnFloor } from "./site-floor.ts";

type Place = NonNullable<Location["place"]>;
const most = { shelf: 50, slot: 200 };

/** On which shelf and slot each location of a rack lies, in numbers; saved at once. */
export function RackPlaces({ each, onDone }: { each: RackOnFloor; onDone(): void }) {
  const { rack, area, locations } = each;
  const queries = useQueryClient();
  const seen = useMemo(() => placesSeen(each), [each]);
  const [places, setPlaces] = useState(seen);
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PUT("/api/v1/sites/{id}/layout", {
          params: { path: { id: area.siteId } },
          body: {
            locations: locations.map(({ id, version, place }) => ({
              id,
              version,
              place: places.get(id) ?? place,
            })),
          },
        }),
      ),
    onSuccess: ({ locations: saved }) => {
      const byId = new Map(saved.map((location) => [location.id, location]));
      queries.setQueryData(locationsQuery.queryKey, (list) =>
        list?.map((location) => ({ ...location, ...byId.get(location.id) })),
      );
      onDone();
    },
  });
  const isWhole = [...places.values()].every(
    ({ shelf, slot }) => isCount(shelf, most.shelf) && isCount(slot, most.slot),
  );
  const put = (id: string, change: Partial<Place>) =>
    setPlaces((before) => new Map(before).set(id, { ...before.get(id)!, ...change }));
  return (
    <form
      className="rack-places"
      aria-label={t("Places in {rack}", { rack: rack.name })}
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <p className="soft">{t("Shelves are counted from below, slots from the left.")}</p>
      <ul>
        {locations.map(({ id, name }) => (
          <li key={id}>
            <strong>{name}</strong>
            <NumberField
              size="xs"
              aria-label={t("Shelf of {name}", { name })}
              prefix={t("Shelf ")}
              min={1}
              max={most.shelf}
              value={places.get(id)?.shelf ?? Number.NaN}
              onChange={(shelf) => put(id, { shelf })}
            />
            <NumberField
              size="xs"
              aria-label={t("Slot of {name}", { name })}
              prefix={t("Slot ")}
              min={1}
              max={most.slot}
              value={places.get(id)?.slot ?? Number.NaN}
              onChange={(slot) => put(id, { slot })}
            />
          </li>
        ))}
      </ul>
      {save.error && (
        <p role="alert" className="problem">
          {save.error.message}
        </p>
      )}
      <div className="dialog-buttons">
        <Button type="submit" size="xs" loading={save.isPending} disabled={!isWhole}>
          {t("Save places")}
        </Button>
        <Button size="xs" variant="default" onClick={onDone}>
          {t("Cancel")}
        </Button>
      </div>
    </form>
  );
}

/** As the front shows them: also those that only their names put there. */
function placesSeen({ rack, locations }: RackOnFloor): ReadonlyMap<string, Place> {
  return new Map(
    shelfRows(rack, locations).flatMap(({ shelf, slots }) =>
      slots.flatMap(({ slot, locations: own }) => own.map(({ id }) => [id, { shelf, slot }] as const)),
    ),
  );
}

function isCount(value: number, largest: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= largest;
}
