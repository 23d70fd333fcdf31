import "./people.css";
import { SegmentedControl } from "@mantine/core";
import { language, t } from "../language/language.ts";
import { choose, type Language } from "../language/person.ts";
import { Brand } from "../layout/brand.tsx";
import { SchemeSwitch } from "../layout/scheme-switch.tsx";

const languages = [
  { value: "en", label: "English" },
  { value: "de", label: "Deutsch" },
];

/** Around the pages of people who are not signed in: what Refill is, in one line, and the way in beside it. */
export function FrontDoor({ children }: { children: React.ReactNode }) {
  return (
    <div className="front-door">
      <aside className="front-story" aria-label={t("What Refill is")}>
        <Brand />
        <div>
          <p className="front-claim">{t("Shelves that order by themselves.")}</p>
          <p className="front-line">
            {t("Sensors watch your bins. Refill orders in time, in the right quantity, and only once.")}
          </p>
        </div>
        <FrontShelf />
      </aside>
      <main className="front-way">
        <div className="front-tools">
          <SegmentedControl
            size="xs"
            aria-label={t("Language")}
            data={languages}
            value={language}
            onChange={(value) => choose({ language: value as Language })}
          />
          <SchemeSwitch />
        </div>
        {children}
      </main>
    </div>
  );
}

/** Share that is full; `comes`: what is on its way on top. */
const bins = [
  { full: 0.82, comes: 0 },
  { full: 0.55, comes: 0 },
  { full: 0.16, comes: 0.7 },
  { full: 0.94, comes: 0 },
  { full: 0.4, comes: 0 },
  { full: 0.7, comes: 0 },
  { full: 0.3, comes: 0.55 },
  { full: 0.62, comes: 0 },
];
const [binWide, binTall, gap] = [54, 62, 12];

/** A rack with its bins filled to their levels; of two the next delivery is drawn, striped. */
function FrontShelf() {
  const columns = bins.length / 2;
  const wide = columns * (binWide + gap) + gap;
  return (
    <svg
      className="front-shelf"
      viewBox={`0 0 ${wide} ${2 * (binTall + 22)}`}
      aria-hidden="true"
      focusable="false"
    >
      <defs>
        <pattern id="coming" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3.5" height="7" fill="currentColor" opacity="0.75" />
        </pattern>
      </defs>
      {bins.map(({ full, comes }, index) => {
        const x = gap + (index % columns) * (binWide + gap);
        const y = 6 + Math.floor(index / columns) * (binTall + 22);
        const isLow = comes > 0;
        return (
          <g key={`${x} ${y}`}>
            <rect x={x} y={y} width={binWide} height={binTall} rx="4" className="front-bin" />
            <rect
              x={x + 3}
              y={y + 3 + (binTall - 6) * (1 - full)}
              width={binWide - 6}
              height={(binTall - 6) * full}
              rx="2"
              className={isLow ? "front-low" : "front-full"}
            />
            {isLow && (
              <rect
                x={x + 3}
                y={y + 3 + (binTall - 6) * (1 - full - comes)}
                width={binWide - 6}
                height={(binTall - 6) * comes}
                rx="2"
                fill="url(#coming)"
              />
            )}
          </g>
        );
      })}
      {[0, 1].map((row) => (
        <rect
          key={row}
          x="0"
          y={6 + binTall + row * (binTall + 22)}
          width={wide}
          height="5"
          rx="2"
          className="front-board"
        />
      ))}
    </svg>
  );
}
