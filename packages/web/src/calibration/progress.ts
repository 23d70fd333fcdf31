import { useEffect, useState } from "react";
import type { Reading } from "./readings.ts";

/** An amount that was measured. */
export interface Point {
  pieces: number;
  readings: Reading[];
}

/** How far somebody is with a location. */
export interface CalibrationProgress {
  points: Point[];
  /** The sensor that is calibrated; null: all together. */
  deviceId: string | null;
  /** The step that goes on; null: the person prepares it. */
  step: { pieces: number; since: string } | null;
}

const nothing: CalibrationProgress = { points: [], deviceId: null, step: null };

/** Sensors may take an hour for three readings: it is kept on this device until it is used or begun anew. */
export function useProgress(locationId: string, initial: Partial<CalibrationProgress> = {}) {
  const key = `calibration ${locationId}`;
  const [progress, setProgress] = useState<CalibrationProgress>(() => ({
    ...nothing,
    ...initial,
    ...read(key),
  }));
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
    begin: () => setProgress({ ...nothing, ...initial }),
  };
}

function read(key: string): Partial<CalibrationProgress> {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<CalibrationProgress>;
  } catch {
    return {};
  }
}
