import { useQueryClient } from "@tanstack/react-query";
import { type Area, client, type Rack, type Site, unwrap } from "../api/client.ts";
import { putInList, removeFromList } from "../api/lists.ts";
import { areasQuery, racksQuery, useCatalogue } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { byName } from "../words.ts";
import { AddName, NameTag } from "./name-tag.tsx";

/** The areas of a site, each with its racks. */
export function AreasOfSite({ site, manages }: { site: Site; manages: boolean }) {
  const queries = useQueryClient();
  const areas = [...useCatalogue().area.values()].filter(({ siteId }) => siteId === site.id).sort(byName);
  return (
    <>
      {areas.map((area) => (
        <AreaRow key={area.id} area={area} manages={manages} />
      ))}
      {areas.length === 0 && !manages && <span className="soft">{t("It has no areas.")}</span>}
      {manages && (
        <AddName
          label={t("Add area")}
          title={t("A new area of {name}", { name: site.name })}
          description={t("For example Assembly, Goods in, Cold store")}
          add={async (name) => {
            const made = await unwrap(client.POST("/api/v1/areas", { body: { siteId: site.id, name } }));
            putInList(queries, areasQuery.queryKey, made);
          }}
        />
      )}
    </>
  );
}

function AreaRow({ area, manages }: { area: Area; manages: boolean }) {
  const queries = useQueryClient();
  const racks = [...useCatalogue().rack.values()].filter(({ areaId }) => areaId === area.id).sort(byName);
  const path = { params: { path: { id: area.id } } };
  return (
    <div className="area-row">
      <NameTag
        changeTitle={t("Change area {name}", { name: area.name })}
        name={area.name}
        mayChange={manages}
        isStrong
        rename={async (name) => {
          const made = await unwrap(client.PATCH("/api/v1/areas/{id}", { ...path, body: { name } }));
          putInList(queries, areasQuery.queryKey, made);
        }}
        remove={async () => {
          await unwrap(client.DELETE("/api/v1/areas/{id}", path));
          removeFromList(queries, areasQuery.queryKey, area.id);
        }}
      />
      <div className="racks-of-area">
        {racks.map((rack) => (
          <RackTag key={rack.id} rack={rack} manages={manages} />
        ))}
        {manages && (
          <AddName
            label={t("Add rack")}
            title={t("A new rack of {name}", { name: area.name })}
            description={t("For example A, B, 12")}
            add={async (name) => {
              const made = await unwrap(client.POST("/api/v1/racks", { body: { areaId: area.id, name } }));
              putInList(queries, racksQuery.queryKey, made);
            }}
          />
        )}
      </div>
    </div>
  );
}

function RackTag({ rack, manages }: { rack: Rack; manages: boolean }) {
  const queries = useQueryClient();
  const path = { params: { path: { id: rack.id } } };
  return (
    <NameTag
      changeTitle={t("Change rack {name}", { name: rack.name })}
      name={rack.name}
      mayChange={manages}
      rename={async (name) => {
        const made = await unwrap(client.PATCH("/api/v1/racks/{id}", { ...path, body: { name } }));
        putInList(queries, racksQuery.queryKey, made);
      }}
      remove={async () => {
        await unwrap(client.DELETE("/api/v1/racks/{id}", path));
        removeFromList(queries, racksQuery.queryKey, rack.id);
      }}
    />
  );
}
