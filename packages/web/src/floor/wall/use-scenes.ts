import { useCallback, useEffect, useState } from "react";
import { type Scene, sceneName } from "./scenes.ts";

/** How long a scene stands. */
const sceneMs = 12_000;

export interface Showing {
  scene: Scene | undefined;
  index: number;
  isPaused: boolean;
  pause(isPaused: boolean): void;
  /** So many scenes on, or back. */
  go(by: number): void;
}

/** Goes from scene to scene; one that is not there any more gives way to the next. */
export function useScenes(scenes: readonly Scene[]): Showing {
  const [at, setAt] = useState<{ name: string; index: number }>({ name: "", index: 0 });
  const [isPaused, pause] = useState(false);
  const found = scenes.findIndex((scene) => sceneName(scene) === at.name);
  const index = found >= 0 ? found : at.index % Math.max(1, scenes.length);
  const scene = scenes[index];
  const go = useCallback(
    (by: number) => {
      if (scenes.length === 0) return;
      const next = (index + by + scenes.length) % scenes.length;
      setAt({ name: sceneName(scenes[next]!), index: next });
    },
    [index, scenes],
  );
  const name = scene && sceneName(scene);
  // Changes of the stock must not begin the scene's time anew.
  const [step, setStep] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time begins with each scene
  useEffect(() => {
    if (isPaused) return undefined;
    const timer = setTimeout(() => setStep((before) => before + 1), sceneMs);
    return () => clearTimeout(timer);
  }, [name, isPaused, step]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: one step on when the time is over, and only then
  useEffect(() => {
    if (step > 0) go(1);
  }, [step]);
  return { scene, index, isPaused, pause, go };
}
