import { t } from "../language/language.ts";
import { pieces } from "../words.ts";
import type { PlanDetails } from "./queries.ts";
import { figure } from "./words.ts";

type Buffer = NonNullable<PlanDetails["buffer"]>;

/** The three zones of a DDMRP buffer, and where the net flow position lies in them. */
export function BufferView({
  buffer,
  position,
  onHand,
  unit,
}: {
  buffer: Buffer;
  /** On hand + on order − reserved; null: not known. */
  position: number | null;
  onHand: number | null;
  unit: string;
}) {
  const end = Math.max(buffer.topOfGreen, position ?? 0, onHand ?? 0, 1) * 1.02;
  const share = (count: number) => `${Math.min(100, Math.max(0, (count / end) * 100))}%`;
  const zones = [
    { name: t("Red"), size: buffer.red, className: "zone-red" },
    { name: t("Yellow"), size: buffer.yellow, className: "zone-yellow" },
    { name: t("Green"), size: buffer.green, className: "zone-green" },
  ];
  return (
    <section aria-label={t("Buffer")}>
      <h3 className="plan-head">{t("As a DDMRP buffer")}</h3>
      <div className="buffer" role="img" aria-label={bufferSentence(buffer, position, unit)}>
        {zones.map(({ name, size, className }) => (
          <div key={name} className={className} style={{ width: share(size) }} />
        ))}
        {onHand !== null && <i className="buffer-on-hand" style={{ left: share(onHand) }} />}
        {position !== null && <i className="buffer-position" style={{ left: share(position) }} />}
      </div>
      <div className="legend">
        {zones.map(({ name, size, className }) => (
          <span key={name}>
            <i className={className} /> {name} {figure(size)}
          </span>
        ))}
        {position !== null && (
          <span>
            {t("{i} net flow position {position}", {
              i: <i className="mark-position" />,
              position: pieces(position, unit),
            })}
          </span>
        )}
        {onHand !== null && (
          <span>
            {t("{i} on hand {onHand}", { i: <i className="mark-on-hand" />, onHand: pieces(onHand, unit) })}
          </span>
        )}
      </div>
      <p className="soft small-text">{bufferSentence(buffer, position, unit)}</p>
    </section>
  );
}

function bufferSentence(buffer: Buffer, position: number | null, unit: string): string {
  if (position === null) return t("The level is not known, so neither is the net flow position.");
  if (position > buffer.topOfGreen)
    return t("The position lies above the buffer: there is more than it needs.");
  if (position > buffer.topOfYellow)
    return t("The position lies in the green zone: nothing has to be ordered.");
  const values = { quantity: figure(buffer.topOfGreen - position, unit) };
  return position > buffer.topOfRed
    ? t(
        "The position lies in the yellow zone: by this view {quantity} would be ordered now. It is a view only; orders go by the policy.",
        values,
      )
    : t(
        "The position lies in the red zone: by this view {quantity} would be ordered now. It is a view only; orders go by the policy.",
        values,
      );
}
