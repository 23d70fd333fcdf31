import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowBackUp, IconArrowForwardUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useBlocker, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useMemo, useRef, useState } from "react";
import { ApiProblem } from "../../api/client.ts";
import { gatewaysQuery, useMay } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../../parts/small.tsx";
import { useViewport } from "../map/use-viewport.ts";
import type { SiteFloor } from "../site-floor.ts";
import { useSiteFloor, wholeOf } from "../use-site-floor.ts";
import { ArrangeMap } from "./arrange-map.tsx";
import { arranged, type Draft, newHistory, redone, type Thing, undone } from "./draft.ts";
import { countOf, formerLayout, layoutOf, withoutVersions } from "./layout-body.ts";
import { ArrangeSide } from "./side.tsx";
import { useLayoutSave } from "./use-layout-save.ts";
import "../floor.css";
import "./arrange.css";

/** Where areas, racks and gateways stand on a site's plan is changed here, and saved at once. */
export function ArrangePage() {
  const { siteId } = useParams({ from: "/inside/floor/$siteId/arrange" });
  const { floor, isPending, error, again } = useSiteFloor(siteId);
  const mayArrange = useMay("manage-inventory");
  if (isPending) return <Loading />;
  if (error) return <Failed error={error} onAgain={again} />;
  if (!floor || !mayArrange)
    return (
      <Empty title={floor ? t("You may look, but not arrange") : t("There is no such site")}>
        <Link to="/floor">{t("To the shop floor")}</Link>
      </Empty>
    );
  return <Arrange key={siteId} floor={floor} />;
}

function Arrange({ floor }: { floor: SiteFloor }) {
  const { site } = floor;
  const navigate = useNavigate();
  const gateways = useQuery(gatewaysQuery).data;
  const records = useMemo(
    () => ({
      areas: floor.areas.map(({ area }) => area),
      racks: [...floor.racks.values()].map(({ rack }) => rack),
      // Those of other sites stay there.
      gateways: (gateways ?? []).filter(({ place }) => place === null || place.siteId === site.id),
    }),
    [floor, gateways, site.id],
  );
  const [history, setHistory] = useState(newHistory);
  /** While something is dragged. */
  const [dragged, setDragged] = useState<Draft>();
  const [chosen, choose] = useState<Thing>();
  const [step, setStep] = useState(0.5);
  const draft = dragged ?? history.now;
  const put = (next: Draft) => {
    setDragged(undefined);
    setHistory((before) => (next === before.now ? before : arranged(before, next)));
  };

  const whole = useMemo(() => wholeOf(floor), [floor]);
  const viewport = useViewport(whole);

  const body = layoutOf(history.now, records);
  const changes = countOf(body);
  const save = useLayoutSave(site.id);
  const isLeaving = useRef(false);
  useBlocker({
    shouldBlockFn: () =>
      changes > 0 && !isLeaving.current && !confirm(t("Leave? What you arranged is not saved.")),
    enableBeforeUnload: changes > 0,
  });
  const leave = () => {
    isLeaving.current = true;
    void navigate({ to: "/floor/$siteId", params: { siteId: site.id } });
  };
  const run = async (sent = body) => {
    const former = formerLayout(sent, records);
    const saved = await save.mutateAsync(sent).catch(() => undefined);
    if (!saved) return;
    notifications.show({
      message: <Saved count={countOf(sent)} onUndo={() => save.mutateAsync(former)} />,
      autoClose: 12_000,
    });
    leave();
  };
  useUndoKeys(setHistory);
  const isOutdated = save.error instanceof ApiProblem && save.error.status === 412;

  return (
    <>
      <PageHead title={t("Arrange {site}", { site: site.name })}>
        <div className="floor-tools">
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} />}
            disabled={history.past.length === 0}
            onClick={() => setHistory(undone)}
          >
            {t("Undo")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowForwardUp size={16} />}
            disabled={history.future.length === 0}
            onClick={() => setHistory(redone)}
          >
            {t("Redo")}
          </Button>
          <Button
            variant="default"
            renderRoot={(props) => <Link to="/floor/$siteId" params={{ siteId: site.id }} {...props} />}
          >
            {changes > 0 ? t("Cancel") : t("To the map")}
          </Button>
          <Button disabled={changes === 0} loading={save.isPending} onClick={() => void run()}>
            {changes === 0
              ? t("Saved")
              : t("{count, plural, one {Save # change} other {Save # changes}}", { count: changes })}
          </Button>
        </div>
      </PageHead>
      {save.error && (
        <div role="alert" className="card floor-hint arrange-problem">
          <div>
            <strong>{save.error.message}</strong>{" "}
            {isOutdated &&
              t(
                "Somebody else arranged something meanwhile. What you arranged is still here: look, and save it over theirs, or cancel.",
              )}
          </div>
          {isOutdated && (
            <Button variant="default" onClick={() => void run(withoutVersions(body))}>
              {t("Save over it")}
            </Button>
          )}
        </div>
      )}
      <div className="floor-grid arrange-grid">
        <ArrangeMap
          viewport={viewport}
          floor={floor}
          gateways={records.gateways}
          whole={whole}
          draft={draft}
          step={step}
          chosen={chosen}
          onChoose={choose}
          onDrag={setDragged}
          onPut={put}
        />
        <ArrangeSide
          floor={floor}
          gateways={records.gateways}
          draft={draft}
          step={step}
          onStep={setStep}
          chosen={chosen}
          onChoose={choose}
          onPut={put}
          middle={() => viewport.middle()}
        />
      </div>
    </>
  );
}

function Saved({ count, onUndo }: { count: number; onUndo(): Promise<unknown> }) {
  const [state, setState] = useState<"saved" | "undone" | "failed">("saved");
  if (state === "undone") return t("All is where it was before.");
  if (state === "failed")
    return t("This could not be undone: somebody changed or removed something meanwhile.");
  return (
    <span className="arrange-saved">
      {t("{count, plural, one {# place is} other {# places are}} saved.", { count })}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() =>
          void onUndo().then(
            () => setState("undone"),
            () => setState("failed"),
          )
        }
      >
        {t("Undo")}
      </Button>
    </span>
  );
}

/** Ctrl-Z and Ctrl-Y, as everywhere; not while something is typed. */
function useUndoKeys(setHistory: React.Dispatch<React.SetStateAction<typeof newHistory>>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest("input, textarea")) return;
      const key = event.key.toLowerCase();
      if (key === "z") setHistory(event.shiftKey ? redone : undone);
      else if (key === "y") setHistory(redone);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [setHistory]);
}
