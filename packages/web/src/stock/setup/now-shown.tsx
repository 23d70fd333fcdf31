import { useQuery } from "@tanstack/react-query";
import type { Location, Measurement } from "../../api/client.ts";
import { client, unwrap } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { Time } from "../../parts/small.tsx";
import { measure, pieces } from "../../words.ts";

const lookBackMs = 24 * 3_600_000;

/** What the sensor told last, and what that means in pieces; renewed by live events. */
export function NowShown({ location, unit }: { location: Location; unit: string }) {
  const last = useQuery({
    queryKey: ["levels", location.id, "last"],
    queryFn: async () => {
      const from = new Date(Date.now() - lookBackMs).toISOString();
      const { items } = await unwrap(
        client.GET("/api/v1/locations/{id}/measurements", {
          params: { path: { id: location.id }, query: { resolution: "raw", from, limit: 5000 } },
        }),
      );
      return (items.at(-1) as Measurement | undefined) ?? null;
    },
    refetchInterval: 5_000,
  }).data;
  if (location.deviceIds.length === 0) return null;
  return (
    <p className="now-shown" role="status">
      {last ? (
        <>
          <strong>{shownWords(last)}</strong>{" "}
          <span className="soft">
            <Time iso={last.at} />
            {last.onHand !== null && ` · ${t("that makes {pieces}", { pieces: pieces(last.onHand, unit) })}`}
          </span>
        </>
      ) : (
        <>
          <span className="pulse" aria-hidden />{" "}
          {t("Waiting for the sensor's first message. Many send at once when their button is pressed.")}
        </>
      )}
    </p>
  );
}

function shownWords({ distanceMm, weightGrams, present, button, fault }: Measurement): string {
  if (distanceMm !== null) return measure(distanceMm, "mm");
  if (weightGrams !== null) return measure(weightGrams, "g");
  if (present !== null) return present ? t("something is there") : t("nothing is there");
  if (button !== null) return t("pressed");
  return fault ?? t("a message without a value");
}
