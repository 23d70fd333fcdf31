import { t } from "../language/language.ts";
import { useNow } from "../parts/small.tsx";
import { ago, dateTime } from "../words.ts";

/** When a delivery is tried again, to the nearest that a person cares for. */
export function NextAttempt({ iso }: { iso: string }) {
  const now = useNow();
  const isSoon = Date.parse(iso) - now < 10_000;
  return (
    <time dateTime={iso} title={dateTime(iso)}>
      {isSoon ? t("next attempt in a moment") : t("next attempt {time}", { time: ago(iso, now) })}
    </time>
  );
}
