import { notifications } from "@mantine/notifications";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { ApiProblem, client, type Location, unwrap } from "../api/client.ts";
import { putInList } from "../api/lists.ts";
import { locationsQuery } from "../api/queries.ts";
import type { Engine } from "../engine.ts";
import { geometryKinds } from "../inventory/geometry-kinds.ts";
import { locale, said, t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { type Dimension, useUnits } from "../parts/units.ts";
import { figure, signed } from "../planning/words.ts";
import { pieces } from "../words.ts";
import { FitPlot } from "./fit-plot.tsx";
import { type Draft, type Geometry, unitOf } from "./kinds.ts";
import type { Point } from "./progress.ts";

const verdicts = {
  good: { words: t("A good fit"), className: "state-ok" },
  usable: { words: t("Usable"), className: "state-low" },
  poor: { words: t("A poor fit"), className: "state-empty" },
} as const;

/** How well the amounts fit, and the way to use what was found. */
export function FitResult({
  location,
  draft,
  points,
  engine,
  unit,
  onUsed,
}: {
  location: Location;
  draft: Draft;
  points: readonly Point[];
  engine: Engine;
  unit: string;
  onUsed(): void;
}) {
  const input = {
    draft,
    points: points.map((point) => ({
      pieces: point.pieces,
      readings: point.readings.map(({ value }) => value),
    })),
  };
  const found = useQuery({
    queryKey: ["calibration-fit", location.id, input],
    queryFn: () =>
      unwrap(
        client.POST("/api/v1/locations/{id}/calibration/fit", {
          params: { path: { id: location.id } },
          body: input,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (found.error) return <Refused error={found.error} points={points} unit={unit} />;
  if (!found.data)
    return (
      <p className="soft" role="status">
        {t("Looking how well they fit …")}
      </p>
    );
  const { fit } = found.data;
  const geometry = keptFrom(location.geometry, found.data.geometry);
  const measure = unitOf(draft);
  const verdict = verdicts[fit.verdict];
  return (
    <section className="card card-section form" aria-label={t("Fit")}>
      <div className="plan-card-head">
        <h2 className="section-head">{t("Fit")}</h2>
        <span className={`state ${verdict.className}`}>{verdict.words}</span>
      </div>
      <p className="what-happens" role="status">
        {verdict.words}: {said(fit.reason)}.
      </p>
      <FitPlot geometry={geometry} points={fit.points} draft={draft} engine={engine} unit={unit} />
      <table className="table">
        <thead>
          <tr>
            <th>{t("Counted")}</th>
            <th className="number">{t("Measured")}</th>
            <th className="number">{t("Would fit")}</th>
            <th className="number">{t("Off by")}</th>
            <th className="number">{t("Scatter")}</th>
            <th className="number">{t("Readings")}</th>
          </tr>
        </thead>
        <tbody>
          {fit.points.map((point) => (
            <tr key={point.pieces}>
              <td data-label="Counted">{pieces(point.pieces, unit)}</td>
              <td className="number" data-label="Measured">
                {figure(point.measured, measure)}
              </td>
              <td className="number" data-label="Would fit">
                {figure(point.expected, measure)}
              </td>
              <td className="number" data-label="Off by">
                {signed(point.residual, (size) => figure(size, measure))}
                {geometry.kind !== "presence" && (
                  <span className="soft">
                    {" "}
                    ({signed(point.residualPieces, (size) => figure(size, unit))})
                  </span>
                )}
              </td>
              <td className="number" data-label="Scatter">
                ± {figure(point.noise, measure)}
              </td>
              <td className="number" data-label="Readings">
                {point.used}
                {point.dropped > 0 && (
                  <span className="soft"> {t("({dropped} dropped)", { dropped: point.dropped })}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Changes before={location.geometry} after={geometry} />
      <UseIt
        location={location}
        geometry={geometry}
        verdict={fit.verdict}
        isOutdated={found.isPlaceholderData}
        onUsed={onUsed}
      />
    </section>
  );
}

/** What is set for the location and not found by counting stays. */
function keptFrom(before: Geometry, found: Geometry): Geometry {
  const corrects = "correctsByTemperature" in before && before.correctsByTemperature;
  const canCorrect = found.kind === "containers" || found.kind === "fill-height";
  return corrects && canCorrect ? { ...found, correctsByTemperature: true } : found;
}

function Refused({ error, points, unit }: { error: Error; points: readonly Point[]; unit: string }) {
  const fields = error instanceof ApiProblem ? Object.entries(error.fields) : [];
  return (
    <section className="card card-section" aria-label={t("Fit")} role="alert">
      <strong>{t("These amounts do not go together")}</strong>
      {fields.length === 0 ? (
        <p className="problem">{error.message}</p>
      ) : (
        <ul className="plain-list problem">
          {fields.map(([field, message]) => {
            const point = points[Number(/^points\[(\d+)\]/.exec(field)?.[1])];
            return (
              <li key={field}>
                {point && `${pieces(point.pieces, unit)}: `}
                {message}
              </li>
            );
          })}
        </ul>
      )}
      <p className="soft" style={{ marginBottom: 0 }}>
        {t("Measure the amount again that looks wrong, or begin anew.")}
      </p>
    </section>
  );
}

/** The numbers that the geometry consists of, as they are and as they would be. */
function Changes({ before, after }: { before: Geometry; after: Geometry }) {
  const [old, now] = [before, after] as unknown as Record<string, unknown>[];
  const unit = useUnits();
  const write = (value: unknown, dimension: Dimension | undefined) => {
    if (typeof value !== "number") return "–";
    return dimension ? `${figureOf(unit(dimension).shown(value))} ${unit(dimension).sign}` : figureOf(value);
  };
  return (
    <table className="outlook">
      <thead>
        <tr>
          <td />
          <th scope="col">{t("Now")}</th>
          <th scope="col">{t("Found")}</th>
        </tr>
      </thead>
      <tbody>
        {geometryKinds[after.kind].fields.map(({ field, label, dimension }) => (
          <tr key={field}>
            <th scope="row">{label}</th>
            <td>{write(old?.[field], dimension)}</td>
            <td>
              {old?.[field] === now?.[field] ? (
                write(now?.[field], dimension)
              ) : (
                <strong>{write(now?.[field], dimension)}</strong>
              )}
            </td>
          </tr>
        ))}
        {after.kind === "fill-height" && after.curve && (
          <tr>
            <th scope="row">{t("Curve")}</th>
            <td>{before.kind === "fill-height" && before.curve ? t("bent") : t("straight")}</td>
            <td>
              <strong>{t("bent, by {length} amounts", { length: after.curve.length })}</strong>
            </td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function figureOf(value: number): string {
  return value.toLocaleString(locale, { maximumFractionDigits: 3 });
}

function UseIt({
  location,
  geometry,
  verdict,
  isOutdated,
  onUsed,
}: {
  location: Location;
  geometry: Geometry;
  verdict: keyof typeof verdicts;
  /** Of the amounts before the last change; what fits now is not known yet. */
  isOutdated: boolean;
  onUsed(): void;
}) {
  const queries = useQueryClient();
  return (
    <div>
      <ConfirmButton
        label={t("Use this calibration")}
        disabled={isOutdated}
        {...(verdict === "poor" ? {} : { variant: "filled" })}
        title={t("Calibrate {name}?", { name: location.name })}
        action={t("Use it")}
        isHarmless={verdict !== "poor"}
        act={async () => {
          const changed = await unwrap(
            client.PUT("/api/v1/locations/{id}/calibration", {
              params: {
                path: { id: location.id },
                header: { "if-match": `"${location.version}"` },
              },
              body: { geometry },
            }),
          );
          putInList(queries, locationsQuery.queryKey, changed);
          onUsed();
          notifications.show({ message: t("{name} is calibrated.", { name: changed.name }) });
        }}
      >
        {verdict === "poor"
          ? t("It fits poorly: levels will be wrong. Better measure again what looks wrong.")
          : t("Its level is calculated by it from the next reading on.")}
      </ConfirmButton>
    </div>
  );
}
