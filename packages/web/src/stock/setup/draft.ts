import { useEffect, useState } from "react";
import type { LocationInput } from "../../api/client.ts";

/** What is known so far of a storage location that somebody sets up. */
export interface SetupDraft {
  partId: string | null;
  /** Somebody decided that nobody supplies the part yet. */
  isWithoutSupplier: boolean;
  siteId: string | null;
  areaId: string | null;
  rackId: string | null;
  name: string;
  /** Null: not decided yet; empty: people count. */
  deviceIds: string[] | null;
  geometry: LocationInput["geometry"] | null;
  /** From then on it is there, and watched. */
  locationId: string | null;
  isCalibrationOver: boolean;
}

export const nothing: SetupDraft = {
  partId: null,
  isWithoutSupplier: false,
  siteId: null,
  areaId: null,
  rackId: null,
  name: "",
  deviceIds: null,
  geometry: null,
  locationId: null,
  isCalibrationOver: false,
};

const key = "refill.setup";

/** Kept on this device until it is done: somebody fetches a sensor, or waits for its readings, and goes on. `first`: what is chosen from the start. */
export function useSetupDraft(first: Partial<SetupDraft>) {
  const [draft, setDraft] = useState<SetupDraft>(() => {
    const begun = read();
    return Object.keys(first).length > 0 && !begun?.locationId
      ? { ...nothing, ...first }
      : { ...nothing, ...begun };
  });
  useEffect(() => {
    try {
      if (JSON.stringify(draft) === JSON.stringify(nothing)) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(draft));
    } catch {
      // Without storage it is kept as long as the page is open.
    }
  }, [draft]);
  return {
    draft,
    change: (change: Partial<SetupDraft>) => setDraft((before) => ({ ...before, ...change })),
    begin: () => setDraft(nothing),
  };
}

function read(): Partial<SetupDraft> | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? "null") as Partial<SetupDraft> | null;
  } catch {
    return null;
  }
}
