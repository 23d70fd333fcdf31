import type { WorkingSet } from "../accounts/working-set.ts";
import { type FileDefaults, readDeviceLines } from "./device-file.ts";

const longestShown = 200;

/** What registering the file would do, without doing it: also which DevEUIs the customer has, or the file has twice. Keys stay out. */
export function previewFile(set: WorkingSet, csv: string, defaults: FileDefaults) {
  const { devices, passedOver } = readDeviceLines(csv, defaults);
  const known = set.idsBy("device", "DevEUI", ({ devEui }) => [devEui]);
  const lineOf = new Map<string, number>();
  const lines = devices.map(({ line, values, problems }) => {
    const eui = (values.devEui ?? "").toLowerCase();
    const earlier = lineOf.get(eui);
    const owner = set.get("device", known.get(eui) ?? "");
    const taken = owner
      ? `is registered already, as ${owner.name}`
      : earlier === undefined
        ? undefined
        : `stands in line ${earlier} already`;
    if (earlier === undefined) lineOf.set(eui, line);
    const shown = (field: string) => (values[field] ?? "").slice(0, longestShown);
    return {
      line,
      devEui: shown("devEui"),
      joinEui: shown("joinEui"),
      name: shown("name"),
      profile: shown("profile"),
      region: values.region ? shown("region") : "EU868",
      problems: taken && problems.length === 0 ? [{ field: "devEui", message: taken }] : problems,
    };
  });
  return { lines, passedOver: passedOver.map((name) => name.slice(0, longestShown)) };
}
