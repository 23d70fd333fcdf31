import { Button, SegmentedControl } from "@mantine/core";
import { IconAntennaBars5, IconDeviceTv, IconLayoutGrid, IconMap2, IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from "react";
import type { Device } from "../api/client.ts";
import { devicesQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { AllRacks } from "./all-racks.tsx";
import { FloorSearchField } from "./floor-search-field.tsx";
import { hitsOf } from "./hits.ts";
import { HitsList } from "./hits-list.tsx";
import { keepLastSite } from "./last-site.ts";
import { Legend } from "./legend.tsx";
import { SiteMap } from "./map/site-map.tsx";
import { useViewport } from "./map/use-viewport.ts";
import { spaceOf } from "./plan-geometry.ts";
import { RackPanel } from "./rack-panel.tsx";
import type { FloorSearch } from "./search.ts";
import { coverageOf } from "./signal.ts";
import { SiteChoice } from "./site-choice.tsx";
import type { SiteFloor } from "./site-floor.ts";
import { SiteList } from "./site-list.tsx";
import { isLaidOut, useSiteFloor, wholeOf } from "./use-site-floor.ts";
import "./floor.css";

/** A site's floor: as a map with its racks from above, or with all racks from the front. */
export function FloorPage() {
  const { siteId } = useParams({ from: "/inside/floor/$siteId" });
  const { floor, isPending, error, again } = useSiteFloor(siteId);
  useEffect(() => {
    if (floor) keepLastSite(floor.site.id);
  }, [floor]);
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} onAgain={again} />;
  if (!floor)
    return (
      <Empty title={t("There is no such site")}>
        <Link to="/floor">{t("To the shop floor")}</Link>
      </Empty>
    );
  return <Floor key={siteId} floor={floor} />;
}

function Floor({ floor }: { floor: SiteFloor }) {
  const { site } = floor;
  const search = useSearch({ from: "/inside/floor/$siteId" });
  const { q = "", rack: openId, layer } = search;
  const navigate = useNavigate();
  const change = useCallback(
    (next: Partial<Record<keyof FloorSearch, string | undefined>>, isStep = false) =>
      void navigate({
        to: "/floor/$siteId",
        params: { siteId: site.id },
        search: (before) => withoutEmpty({ ...before, ...next }),
        replace: !isStep,
        resetScroll: false,
      }),
    [navigate, site.id],
  );
  const { part } = useCatalogue();
  const devices = useQuery(devicesQuery).data;
  const device = useMemo(() => new Map(devices?.map((each) => [each.id, each])), [devices]);
  const looked = useDeferredValue(q);
  const hits = useMemo(() => hitsOf(floor, { part, device }, looked), [floor, part, device, looked]);
  const isPlanned = isLaidOut(floor);
  const isMap = isPlanned && search.view !== "racks";
  const mayArrange = useMay("manage-inventory");
  const open = openId === undefined ? undefined : floor.racks.get(openId);

  return (
    <>
      <PageHead title={t("Shop floor")}>
        <SiteChoice siteId={site.id} search={search} />
        <div className="floor-tools">
          {mayArrange && (
            <Button
              variant="default"
              leftSection={<IconPencil size={16} />}
              renderRoot={(props) => (
                <Link to="/floor/$siteId/arrange" params={{ siteId: site.id }} {...props} />
              )}
            >
              {t("Arrange")}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconDeviceTv size={16} />}
            renderRoot={(props) => <Link to="/floor/$siteId/wall" params={{ siteId: site.id }} {...props} />}
          >
            {t("Wall screen")}
          </Button>
        </div>
      </PageHead>
      <div className="floor-bar">
        <FloorSearchField value={q} onChange={(text) => change({ q: text })} />
        {isPlanned && (
          <SegmentedControl
            aria-label={t("View")}
            value={isMap ? "map" : "racks"}
            onChange={(view) => change({ view: view === "racks" ? view : undefined, rack: undefined }, true)}
            data={[
              { value: "map", label: <ToolLabel icon={<IconMap2 size={16} />} words={t("Map")} /> },
              {
                value: "racks",
                label: <ToolLabel icon={<IconLayoutGrid size={16} />} words={t("All racks")} />,
              },
            ]}
          />
        )}
        {isMap && (
          <Button
            variant={layer ? "filled" : "default"}
            aria-pressed={layer !== undefined}
            leftSection={<IconAntennaBars5 size={16} />}
            onClick={() => change({ layer: layer ? undefined : "signal" })}
          >
            {t("Signal")}
          </Button>
        )}
        <Legend layer={isMap && layer ? "signal" : "stock"} hasFronts={!isMap || open !== undefined} />
      </div>
      {!isPlanned && floor.locations.length > 0 && <NoPlanYet siteId={site.id} mayArrange={mayArrange} />}
      {floor.locations.length === 0 && floor.areas.length === 0 && !isPlanned ? (
        <NothingHere siteId={site.id} mayArrange={mayArrange} />
      ) : isMap ? (
        <MapView
          floor={floor}
          hits={hits}
          device={layer ? device : undefined}
          open={open}
          onOpen={(rackId) => change({ rack: rackId === openId ? undefined : rackId }, true)}
        />
      ) : (
        <AllRacks floor={floor} part={part} hits={hits?.locationIds} />
      )}
    </>
  );
}

function MapView({
  floor,
  hits,
  device,
  open,
  onOpen,
}: {
  floor: SiteFloor;
  hits: ReturnType<typeof hitsOf>;
  /** While the map shows how sensors are heard. */
  device: ReadonlyMap<string, Device> | undefined;
  open: ReturnType<SiteFloor["racks"]["get"]>;
  onOpen(rackId: string): void;
}) {
  const { part } = useCatalogue();
  const whole = useMemo(() => wholeOf(floor), [floor]);
  const viewport = useViewport(whole);
  const coverage = useMemo(
    () =>
      device &&
      new Map(
        [...floor.racks].map(([id, { locations }]) => [
          id,
          coverageOf(
            locations.flatMap(({ deviceIds }) => deviceIds.flatMap((each) => device.get(each) ?? [])),
          ),
        ]),
      ),
    [device, floor],
  );
  // The map and the list are drawn anew when their content changes, not with every change of the address.
  const now = useRef({ floor, openId: open?.rack.id, onOpen });
  now.current = { floor, openId: open?.rack.id, onOpen };
  const openFromMap = useCallback(
    (rackId: string) => {
      if (!viewport.hasMoved) now.current.onOpen(rackId);
    },
    [viewport],
  );
  const show = useCallback(
    (rackId: string) => {
      const place = now.current.floor.racks.get(rackId)?.rack.place;
      if (place) {
        const space = spaceOf(place);
        viewport.show({ x: space.x - 4, y: space.y - 4, width: space.width + 8, height: space.height + 8 });
      }
      if (now.current.openId !== rackId) now.current.onOpen(rackId);
    },
    [viewport],
  );
  return (
    <div className={`floor-grid ${open ? "has-open" : ""}`}>
      <SiteMap
        viewport={viewport}
        floor={floor}
        whole={whole}
        hits={hits?.rackIds}
        coverage={coverage}
        openId={open?.rack.id}
        onOpen={openFromMap}
      />
      <div className="floor-side">
        {open && (
          <RackPanel
            key={open.rack.id}
            each={open}
            part={part}
            device={device}
            hits={hits?.locationIds}
            onClose={() => {
              onOpen(open.rack.id);
              viewport.element?.querySelector<SVGElement>(`[data-id="${open.rack.id}"]`)?.focus();
            }}
          />
        )}
        {hits ? (
          <HitsList hits={hits} onShow={show} />
        ) : (
          !open && <SiteList floor={floor} openId={undefined} onOpen={show} />
        )}
      </div>
    </div>
  );
}

function NoPlanYet({ siteId, mayArrange }: { siteId: string; mayArrange: boolean }) {
  return (
    <div className="card floor-hint">
      <IconMap2 size={28} aria-hidden />
      <div>
        <strong>{t("This site has no map yet.")}</strong>{" "}
        <span className="soft">
          {mayArrange
            ? t("Put areas and racks where they stand, with a floor plan underneath if you have one.")
            : t("Somebody who manages the inventory can draw one.")}
        </span>
      </div>
      {mayArrange && (
        <Button renderRoot={(props) => <Link to="/floor/$siteId/arrange" params={{ siteId }} {...props} />}>
          {t("Draw the map")}
        </Button>
      )}
    </div>
  );
}

function NothingHere({ siteId, mayArrange }: { siteId: string; mayArrange: boolean }) {
  return (
    <Empty title={t("Nothing stands here yet")}>
      {mayArrange
        ? t(
            "<arrange>Draw the first areas and racks</arrange>, or <locations>make storage locations</locations> first and their places later.",
            {
              arrange: (words) => (
                <Link to="/floor/$siteId/arrange" params={{ siteId }}>
                  {words}
                </Link>
              ),
              locations: (words) => <Link to="/inventory/locations">{words}</Link>,
            },
          )
        : t("Somebody who manages the inventory has to make areas, racks and storage locations.")}
    </Empty>
  );
}

function ToolLabel({ icon, words }: { icon: React.ReactNode; words: string }) {
  return (
    <span className="tool-label">
      {icon}
      {words}
    </span>
  );
}

function withoutEmpty(search: Partial<Record<keyof FloorSearch, string | undefined>>): FloorSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([, value]) => value !== undefined && value !== ""),
  );
}
