import { t } from "../language/language.ts";
import { clock, measure } from "../words.ts";

const bars = 60;
const height = 56;

/** The last hours as bars, with the highest one named and its first and last time below. */
export function Minutes({
  label,
  minutes,
  value,
  unit,
  colour = "chart-1",
}: {
  label: string;
  minutes: readonly { at: string }[];
  value(index: number): number;
  /** Of one minute's value. */
  unit: string;
  colour?: string;
}) {
  if (minutes.length < 2)
    return <p className="soft small-text">{t("The first minutes are being counted.")}</p>;
  const each = Math.max(1, Math.ceil(minutes.length / bars));
  const groups: number[] = [];
  for (let start = 0; start < minutes.length; start += each) {
    let sum = 0;
    const end = Math.min(start + each, minutes.length);
    for (let index = start; index < end; index++) sum += value(index);
    groups.push(sum / (end - start));
  }
  const most = Math.max(...groups);
  const width = 100 / groups.length;
  const now = groups.at(-1)!;
  return (
    <figure className="minutes">
      <figcaption>
        <span>{label}</span>
        <strong>{measure(now, unit, now < 10 ? 1 : 0)}</strong>
      </figcaption>
      <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
        {groups.map((group, index) => {
          const tall = most > 0 ? (group / most) * (height - 2) : 0;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: bars are their places
              key={index}
              x={index * width + width * 0.1}
              width={width * 0.8}
              y={height - Math.max(tall, 1)}
              height={Math.max(tall, 1)}
              fill={`var(--${tall > 0 ? colour : "line-strong"})`}
            />
          );
        })}
      </svg>
      <div className="minutes-axis">
        <span>{clock(minutes[0]!.at)}</span>
        <span>{t("at most {most}", { most: measure(most, unit, most < 10 ? 1 : 0) })}</span>
        <span>{clock(minutes.at(-1)!.at)}</span>
      </div>
    </figure>
  );
}
