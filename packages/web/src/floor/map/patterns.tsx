/** What racks are filled with, beside their colour, so that nobody has to tell colours apart; in metres. */
export function MapPatterns() {
  return (
    <defs>
      <pattern
        id="floor-low"
        width="0.3"
        height="0.3"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V0.3" className="pattern-low" />
      </pattern>
      <pattern
        id="floor-empty"
        width="0.24"
        height="0.24"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path d="M0 0V0.24M0 0H0.24" className="pattern-empty" />
      </pattern>
      <pattern id="floor-unknown" width="0.26" height="0.26" patternUnits="userSpaceOnUse">
        <circle cx="0.13" cy="0.13" r="0.045" className="pattern-unknown" />
      </pattern>
      <pattern id="floor-grid" width="1" height="1" patternUnits="userSpaceOnUse">
        <path d="M0 0V1M0 0H1" className="pattern-grid" />
      </pattern>
    </defs>
  );
}

/** How a rack or a mark is filled: as the worst that lies in it. */
export type Tone = "ok" | "low" | "empty" | "unknown" | "none";
export const patternOf: Record<Tone, string | null> = {
  ok: null,
  low: "url(#floor-low)",
  empty: "url(#floor-empty)",
  unknown: "url(#floor-unknown)",
  none: null,
};
