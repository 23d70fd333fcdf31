import { t } from "../language/language.ts";
import { stateWords } from "../words.ts";
import { signalWords } from "./map/rack-look.ts";

/** What colours and patterns mean; `hasFronts`: racks are seen from the front, too. */
export function Legend({ layer, hasFronts = false }: { layer: "stock" | "signal"; hasFronts?: boolean }) {
  const marks =
    layer === "stock"
      ? ([
          ["empty", stateWords.empty],
          ["low", stateWords.low],
          ["unknown", stateWords.unknown],
          ["ok", stateWords.ok],
        ] as const)
      : ([
          ["empty", signalWords.weak],
          ["low", signalWords.fair],
          ["unknown", signalWords.silent],
          ["ok", signalWords.good],
        ] as const);
  return (
    <ul className="floor-legend">
      {marks.map(([tone, words]) => (
        <li key={tone} className={`state-${tone}`}>
          <svg width="22" height="14" aria-hidden="true">
            <rect className="map-rack-body" x="0.5" y="0.5" width="21" height="13" rx="2" />
            {tone !== "ok" && <path className={`legend-${tone}`} d={legendPaths[tone]} />}
          </svg>
          {words}
        </li>
      ))}
      {layer === "stock" && (
        <li className="legend-coming">
          <svg width="14" height="14" aria-hidden="true">
            <path className="map-coming" d="M7 1V12M2 7L7 12L12 7" />
          </svg>
          {t("on order")}
        </li>
      )}
      {layer === "stock" && hasFronts && (
        <li>
          <svg width="22" height="14" aria-hidden="true">
            <path className="legend-minimum" d="M0 7H22" />
          </svg>
          {t("reorder point")}
        </li>
      )}
    </ul>
  );
}

const legendPaths = {
  low: "M2 13L14 1M9 13L21 1M-5 13L7 1M16 13L28 1",
  empty: "M2 13L14 1M9 13L21 1M-5 13L7 1M16 13L28 1M2 1L14 13M9 1L21 13M-5 1L7 13M16 1L28 13",
  unknown: "M5 4V4.1M11 4V4.1M17 4V4.1M8 10V10.1M14 10V10.1",
} as const;
