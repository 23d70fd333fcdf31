import { Button, Select } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Device, type Location, unwrap } from "../api/client.ts";
import { putInList } from "../api/lists.ts";
import { devicesQuery, locationsQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { byName } from "../words.ts";

/** A device without a location measures for nobody. */
export function PutToLocation({ device }: { device: Device }) {
  const locations = useQuery(locationsQuery).data;
  const mayChange = useMay("manage-inventory");
  const queries = useQueryClient();
  const [id, setId] = useState<string | null>(null);
  const put = useMutation({
    mutationFn: (location: Location) =>
      unwrap(
        client.PATCH("/api/v1/locations/{id}", {
          params: { path: { id: location.id } },
          body: { deviceIds: [...location.deviceIds, device.id] },
        }),
      ),
    onSuccess: (location) => {
      putInList(queries, locationsQuery.queryKey, location);
      void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
      notifications.show({
        message: t("{device} watches {location} now.", { device: device.name, location: location.name }),
      });
    },
  });
  if (!mayChange || !locations) return null;
  const free = locations.filter(({ deviceIds }) => deviceIds.length === 0).sort(byName);
  const others = locations.filter(({ deviceIds }) => deviceIds.length > 0).sort(byName);
  const options = (some: Location[]) => some.map(({ id: value, name: label }) => ({ value, label }));
  const chosen = locations.find((each) => each.id === id);
  return (
    <section className="card device-card" aria-labelledby="put-head">
      <h2 id="put-head">{t("Which location does it watch?")}</h2>
      {locations.length === 0 ? (
        <p className="soft">
          {t("There is no storage location yet.")}{" "}
          <ButtonLink to="/inventory/locations/$id" params={{ id: "new" }} size="xs" variant="default">
            {t("Make the first one")}
          </ButtonLink>
        </p>
      ) : (
        <form
          className="with-button"
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen) put.mutate(chosen);
          }}
        >
          <Select
            label={t("Location")}
            placeholder={t("Choose one")}
            searchable
            data={[
              { group: t("Without a sensor"), items: options(free) },
              { group: t("With a sensor already"), items: options(others) },
            ].filter(({ items }) => items.length > 0)}
            value={id}
            onChange={setId}
            error={put.error?.message}
          />
          <Button type="submit" disabled={!chosen} loading={put.isPending}>
            {t("Put it there")}
          </Button>
        </form>
      )}
    </section>
  );
}
