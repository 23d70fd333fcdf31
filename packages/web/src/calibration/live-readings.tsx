import { t } from "../language/language.ts";
import { figure } from "../planning/words.ts";
import { clock } from "../words.ts";
import type { Reading } from "./readings.ts";

const shownAtMost = 40;

/** What came in, newest last; what does not agree with the others is struck out. */
export function LiveReadings({
  readings,
  agrees,
  unit,
}: {
  readings: readonly Reading[];
  agrees: readonly boolean[];
  unit: string;
}) {
  if (readings.length === 0) return <div className="pulse" aria-hidden />;
  const first = Math.max(0, readings.length - shownAtMost);
  return (
    <ul className="readings" aria-label={t("Readings")}>
      {readings.slice(first).map(({ at, value }, index) => {
        const isKept = agrees[first + index];
        return (
          <li
            key={`${at} ${value}`}
            className={isKept ? "" : "is-dropped"}
            title={isKept ? clock(at) : t("{time}: disagrees with the others, dropped", { time: clock(at) })}
          >
            {isKept ? figure(value, unit) : <s>{figure(value, unit)}</s>}
          </li>
        );
      })}
    </ul>
  );
}
