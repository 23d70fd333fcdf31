import {
  IconArrowsMaximize,
  IconChevronLeft,
  IconChevronRight,
  IconPlayerPause,
  IconPlayerPlay,
  IconX,
} from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { t } from "../../language/language.ts";
import type { Showing } from "./use-scenes.ts";

/** For whoever stands in front of it: back, on, stop, full screen, leave; by arrow keys, space and Escape, too. */
export function WallControls({
  showing: { isPaused, pause, go },
  onLeave,
}: {
  showing: Showing;
  onLeave(): void;
}) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isOnButton = (event.target as Element).closest("button") !== null;
      if (event.key === "ArrowRight") go(1);
      else if (event.key === "ArrowLeft") go(-1);
      else if (event.key === " " && !isOnButton) pause(!isPaused);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [go, pause, isPaused]);
  return (
    <div className="wall-controls">
      <Control words={t("Back")} icon={<IconChevronLeft />} onClick={() => go(-1)} />
      <Control
        words={isPaused ? t("Go on") : t("Stop here")}
        icon={isPaused ? <IconPlayerPlay /> : <IconPlayerPause />}
        onClick={() => pause(!isPaused)}
      />
      <Control words={t("Next")} icon={<IconChevronRight />} onClick={() => go(1)} />
      {document.fullscreenEnabled && (
        <Control
          words={t("Full screen")}
          icon={<IconArrowsMaximize />}
          onClick={() => {
            if (document.fullscreenElement) void document.exitFullscreen();
            else void document.documentElement.requestFullscreen();
          }}
        />
      )}
      <Control words={t("Leave the wall screen")} icon={<IconX />} onClick={onLeave} />
    </div>
  );
}

function Control({ words, icon, onClick }: { words: string; icon: ReactNode; onClick(): void }) {
  return (
    <button type="button" className="wall-control" aria-label={words} title={words} onClick={onClick}>
      {icon}
    </button>
  );
}
