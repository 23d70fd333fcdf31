import { useNavigate, useParams } from "@tanstack/react-router";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useCatalogue } from "../../api/queries.ts";
import { dateFormat } from "../../language/formats.ts";
import { t } from "../../language/language.ts";
import { Failed, Loading } from "../../parts/small.tsx";
import { stateWords } from "../../words.ts";
import type { SiteFloor } from "../site-floor.ts";
import { useSiteFloor } from "../use-site-floor.ts";
import { SceneView } from "./scene-view.tsx";
import { scenesOf } from "./scenes.ts";
import { useScenes } from "./use-scenes.ts";
import { useWakeLock } from "./use-wake-lock.ts";
import { WallControls } from "./wall-controls.tsx";
import "../floor.css";
import "./wall.css";

/** For a large screen in the hall: nobody touches it, everybody sees what is empty, low or on its way. */
export function WallPage() {
  const { siteId } = useParams({ from: "/inside/floor/$siteId/wall" });
  const { floor, isPending, error, again } = useSiteFloor(siteId);
  const navigate = useNavigate();
  const leave = useCallback(() => {
    if (document.fullscreenElement) void document.exitFullscreen();
    void navigate({ to: "/floor/$siteId", params: { siteId } });
  }, [navigate, siteId]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") leave();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [leave]);
  return (
    <div className="wall" data-mantine-color-scheme="dark">
      {isPending ? (
        <Loading />
      ) : error ? (
        <Failed error={error} onAgain={again} />
      ) : floor ? (
        <Wall floor={floor} onLeave={leave} />
      ) : (
        <h1>{t("There is no such site")}</h1>
      )}
    </div>
  );
}

function Wall({ floor, onLeave }: { floor: SiteFloor; onLeave(): void }) {
  const { part } = useCatalogue();
  const scenes = useMemo(() => scenesOf(floor), [floor]);
  const showing = useScenes(scenes);
  const isAwake = useWakeLock();
  const { scene, index } = showing;
  const { empty, low, unknown } = floor.counts;
  useEffect(() => {
    document.title = `${floor.site.name} · Refill`;
  }, [floor.site.name]);
  const figures = [
    { tone: "empty", count: empty, words: stateWords.empty },
    { tone: "low", count: low, words: stateWords.low },
    { tone: "coming", count: floor.coming, words: t("On order") },
    { tone: "unknown", count: unknown, words: stateWords.unknown },
  ];
  return (
    <>
      <header className="wall-head">
        <h1>{floor.site.name}</h1>
        <dl className="wall-figures">
          {figures.map(({ tone, count, words }) => (
            <div key={tone} className={`state-${tone} ${count === 0 ? "is-none" : ""}`}>
              <dt>{words}</dt>
              <dd>{count}</dd>
            </div>
          ))}
        </dl>
        <Clock />
      </header>
      <div className="wall-scene">
        {scene ? (
          <SceneView scene={scene} floor={floor} part={part} />
        ) : (
          <p className="wall-calm">{t("Nothing lies here yet.")}</p>
        )}
      </div>
      <footer className="wall-foot">
        <div className="wall-dots" aria-hidden="true">
          {scenes.length <= 40 &&
            scenes.map((_, position) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike and never change places
              <i key={position} className={position === index ? "is-now" : ""} />
            ))}
        </div>
        {!isAwake && (
          <span className="wall-asleep">{t("This screen may fall asleep: set it to stay awake.")}</span>
        )}
        <WallControls showing={showing} onLeave={onLeave} />
      </footer>
    </>
  );
}

const times = dateFormat({ hour: "2-digit", minute: "2-digit" });
const dates = dateFormat({ weekday: "long", day: "numeric", month: "long" });

/** To the minute, on the minute. */
function Clock() {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), 60_000 - (now % 60_000) + 20);
    return () => clearTimeout(timer);
  }, [now]);
  return (
    <time className="wall-clock" dateTime={new Date(now).toISOString()}>
      <strong>{times(now)}</strong>
      <span>{dates(now)}</span>
    </time>
  );
}
