import { queryOptions } from "@tanstack/react-query";
import { client, type Measurement, unwrap } from "../api/client.ts";
import type { Engine } from "../engine.ts";
import type { Draft, Geometry } from "./kinds.ts";

/** As many as the API takes for one amount. */
const mostReadings = 200;

/** What the server's clock shows, ISO: the person's own may be wrong. Rounded up, so that nothing earlier counts. */
export async function serverNow(): Promise<string> {
  const { response } = await client.GET("/api/v1/session");
  const date = Date.parse(response.headers.get("date") ?? "");
  return new Date(Number.isNaN(date) ? Date.now() : date + 1000).toISOString();
}

/** A location's readings since a moment, newest last. Live events renew it as well, see api/live.ts. */
export function readingsSinceQuery(locationId: string, since: string) {
  return queryOptions({
    queryKey: ["levels", locationId, "since", since],
    queryFn: async () =>
      (
        await unwrap(
          client.GET("/api/v1/locations/{id}/measurements", {
            params: { path: { id: locationId }, query: { resolution: "raw", from: since, limit: 1000 } },
          }),
        )
      ).items as Measurement[],
    refetchInterval: 5_000,
  });
}

export interface Reading {
  at: string;
  /** mm, or grams of all scales together. */
  value: number;
}

/** What the sensors showed: distances as levels are made of them; of scales, what all show together each time that all have told. */
export function readingsOf(
  engine: Engine,
  { draft, geometry }: { draft: Draft; geometry: Geometry },
  measurements: readonly Measurement[],
  deviceId: string | null,
): { readings: Reading[]; faults: string[] } {
  const own = deviceId === null ? measurements : measurements.filter((each) => each.deviceId === deviceId);
  const corrects = "correctsByTemperature" in geometry && geometry.correctsByTemperature;
  const distanceOf = (distanceMm: number, temperatureC: number | null) =>
    corrects ? engine.compensated(distanceMm, temperatureC ?? undefined) : distanceMm;
  const faults = own.flatMap(({ fault }) => fault ?? []);
  const readings =
    draft.kind === "weight"
      ? together(own)
      : own.flatMap(({ at, distanceMm, temperatureC }) =>
          distanceMm === null ? [] : [{ at, value: distanceOf(distanceMm, temperatureC) }],
        );
  return { readings: readings.slice(-mostReadings), faults };
}

function together(measurements: readonly Measurement[]): Reading[] {
  const scales = new Map<string, Reading[]>();
  for (const { deviceId, at, weightGrams } of measurements) {
    if (weightGrams === null) continue;
    const own = scales.get(deviceId) ?? [];
    scales.set(deviceId, own);
    own.push({ at, value: weightGrams });
  }
  const all = [...scales.values()];
  const times = Math.min(...all.map(({ length }) => length));
  return all.length === 0
    ? []
    : Array.from({ length: times }, (_, time) => {
        const each = all.map((own) => own[time]!);
        return {
          at: each.map(({ at }) => at).reduce((a, b) => (a > b ? a : b)),
          value: each.reduce((sum, { value }) => sum + value, 0),
        };
      });
}

export interface Agreement {
  agrees: boolean[];
  count: number;
  /** Whether the amount can be used as it is. */
  isEnough: boolean;
  /** Of those that agree; null: none. */
  mean: number | null;
}

/** By the rule by which they are fitted. */
export function agreementOf(engine: Engine, draft: Draft, readings: readonly Reading[]): Agreement {
  const values = readings.map(({ value }) => value);
  const agrees = engine.agreeing(
    values,
    draft.kind === "weight" ? engine.READING_FLOOR.weight : engine.READING_FLOOR.distance,
  );
  const kept = values.filter((_, index) => agrees[index]);
  return {
    agrees,
    count: kept.length,
    isEnough: kept.length >= engine.FEWEST_READINGS && kept.length * 2 >= values.length,
    mean: kept.length > 0 ? kept.reduce((sum, value) => sum + value, 0) / kept.length : null,
  };
}
