import { t } from "../../language/language.ts";
import type { LabelTemplate } from "../queries.ts";

/** The first sheet from above: used places are empty, what is printed is filled; a press chooses where it begins. */
export function SheetPreview({
  template,
  startAt,
  count,
  onStartAt,
}: {
  template: LabelTemplate;
  startAt: number;
  count: number;
  onStartAt(place: number): void;
}) {
  const { pageWidthMm, pageHeightMm, columns, rows } = template;
  const places = Array.from({ length: columns * rows }, (_, index) => index + 1);
  return (
    <svg
      viewBox={`0 0 ${pageWidthMm} ${pageHeightMm}`}
      className="sheet-preview"
      role="img"
      aria-label={t("The sheet: labels {first} to {last} of {all} are printed", {
        first: startAt,
        last: Math.min(places.length, startAt + count - 1),
        all: places.length,
      })}
    >
      <rect width={pageWidthMm} height={pageHeightMm} className="sheet-paper" />
      {places.map((place) => {
        const isPrinted = place >= startAt && place < startAt + count;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the number beside the drawing is for keyboards
          <rect
            key={place}
            x={template.leftMm + ((place - 1) % columns) * template.pitchXMm + 0.6}
            y={template.topMm + Math.floor((place - 1) / columns) * template.pitchYMm + 0.6}
            width={template.labelWidthMm - 1.2}
            height={template.labelHeightMm - 1.2}
            rx="1.5"
            className={
              isPrinted ? "sheet-label is-printed" : place < startAt ? "sheet-label is-used" : "sheet-label"
            }
            onClick={() => onStartAt(place)}
          />
        );
      })}
    </svg>
  );
}
