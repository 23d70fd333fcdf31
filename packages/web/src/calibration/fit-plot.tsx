import type { Engine } from "../engine.ts";
import { t } from "../language/language.ts";
import { figure } from "../planning/words.ts";
import { pieces } from "../words.ts";
import { type Draft, type Geometry, mostAt, unitOf } from "./kinds.ts";

const size = { width: 440, height: 220, left: 74, right: 16, top: 14, bottom: 32 };

/** The amounts as points, and the line that readings are converted by. */
export function FitPlot({
  geometry,
  points,
  draft,
  engine,
  unit,
}: {
  geometry: Geometry;
  points: readonly { pieces: number; measured: number; expected: number; noise: number }[];
  draft: Draft;
  engine: Engine;
  unit: string;
}) {
  const most = mostAt(draft);
  const measure = unitOf(draft);
  const line = lineOf(geometry, most, engine);
  const values = [
    ...line.map(({ value }) => value),
    ...points.flatMap(({ measured, noise }) => [measured - noise, measured + noise]),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(1, high - low);
  const x = (count: number) =>
    size.left + (count / Math.max(1, most)) * (size.width - size.left - size.right);
  const y = (value: number) => size.top + ((high - value) / span) * (size.height - size.top - size.bottom);
  const worst = Math.max(...points.map(({ measured, expected }) => Math.abs(measured - expected)));
  const words = t("{count} amounts and the line that fits them; the farthest is {off} off", {
    count: points.length,
    off: figure(worst, measure),
  });
  return (
    <svg viewBox={`0 0 ${size.width} ${size.height}`} className="fit-plot" role="img" aria-label={words}>
      <title>{words}</title>
      <g className="fit-axis">
        <line x1={size.left} x2={size.left} y1={size.top} y2={size.height - size.bottom} />
        <line
          x1={size.left}
          x2={size.width - size.right}
          y1={size.height - size.bottom}
          y2={size.height - size.bottom}
        />
        {[low, (low + high) / 2, high].map((value) => (
          <text key={value} x={size.left - 6} y={y(value) + 4} textAnchor="end">
            {figure(Math.round(value), measure)}
          </text>
        ))}
        {[0, most / 2, most].map((count) => (
          <text
            key={count}
            x={x(count)}
            y={size.height - 10}
            textAnchor={count === most ? "end" : count === 0 ? "start" : "middle"}
          >
            {pieces(Math.round(count), count === most ? unit : "")}
          </text>
        ))}
      </g>
      <polyline
        className="fit-line"
        points={line.map(({ count, value }) => `${x(count)},${y(value)}`).join(" ")}
      />
      {points.map(({ pieces: count, measured, expected, noise }) => (
        <g key={count} className="fit-point">
          <line x1={x(count)} x2={x(count)} y1={y(measured)} y2={y(expected)} className="fit-residual" />
          <line x1={x(count)} x2={x(count)} y1={y(measured - noise)} y2={y(measured + noise)} />
          <circle cx={x(count)} cy={y(measured)} r={4.5} />
        </g>
      ))}
    </svg>
  );
}

/** Of places, the limit below which one is taken. */
function lineOf(geometry: Geometry, most: number, engine: Engine): { count: number; value: number }[] {
  switch (geometry.kind) {
    case "button":
      return [];
    case "presence": {
      const value = geometry.presentBelowMm ?? 0;
      return [0, most].map((count) => ({ count, value }));
    }
    default:
      return Array.from({ length: 41 }, (_, index) => {
        const count = (index / 40) * most;
        return { count, value: engine.valueAt(geometry, count) };
      });
  }
}
