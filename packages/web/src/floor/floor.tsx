import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { locationsQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { byName } from "../words.ts";
import { Shelves } from "./shelves.tsx";

/** All racks from the front, with their locations filled to their level. */
export function FloorPage() {
  const locations = useQuery(locationsQuery);
  const { site, part } = useCatalogue();
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text.trim().toLowerCase(), 150);
  const shown = useMemo(
    () =>
      (locations.data ?? [])
        .filter((each) => {
          const own = part.get(each.partId);
          return [each.name, own?.name, own?.number].some((word) => word?.toLowerCase().includes(search));
        })
        .sort(byName),
    [locations.data, part, search],
  );
  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  return (
    <>
      <PageHead title={t("Shop floor")}>
        <TextInput
          aria-label={t("Search locations and parts")}
          placeholder={t("Location or part")}
          leftSection={<IconSearch size={16} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          style={{ marginLeft: "auto", minWidth: 220 }}
        />
      </PageHead>
      {shown.length === 0 ? (
        <Empty title={t("Nothing matches")} />
      ) : (
        <Shelves locations={shown} siteName={(id) => site.get(id)?.name ?? ""} part={part} />
      )}
    </>
  );
}
