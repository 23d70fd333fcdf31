import { useEffect, useState } from "react";
import type { Draft } from "./kinds.ts";
import type { Reading } from "./readings.ts";

/** An amount that was measured. */
export interface Point {
  pieces: number;
  readings: Reading[];
}

/** How far somebody is with a location. */
export interface CalibrationProgress {
  /** Of the geometry: points of another kind are measured in another unit. */
  kind: Draft["kind"];
  points: Point[];
  /** The sensor that is calibrated; null: all together. */
  deviceId: string | null;
  /** The step that goes on; null: the person prepares it. */
  step: { pieces: number; since: string } | null;
}

/** Sensors may take an hour for three readings: it is kept on this device until it is used or begun anew. */
export function useProgress(locationId: string, kind: Draft["kind"], deviceId: string | null) {
  const key = `calibration ${locationId}`;
  const nothing: CalibrationProgress = { kind, points: [], deviceId, step: null };
  const [progress, setProgress] = useState<CalibrationProgress>(() => {
    const begun = read(key);
    return begun?.kind === kind ? { ...nothing, ...begun } : nothing;
  });
  useEffect(() => {
    try {
      if (progress.points.length > 0 || progress.step) localStorage.setItem(key, JSON.stringify(progress));
      else localStorage.removeItem(key);
    } catch {
      // Without storage it is kept as long as the page is open.
    }
  }, [key, progress]);
  return {
    progress,
    change: (change: Partial<CalibrationProgress>) => setProgress((before) => ({ ...before, ...change })),
    begin: () => setProgress(nothing),
  };
}

function read(key: string): Partial<CalibrationProgress> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Partial<CalibrationProgress> | null;
  } catch {
    return null;
  }
}
