import { Button, Select } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Device, Location } from "../api/client.ts";
import type { Engine } from "../engine.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { figure } from "../planning/words.ts";
import { pieces } from "../words.ts";
import { FitResult } from "./fit-result.tsx";
import { type Draft, enoughPoints, stageOf, unitOf } from "./kinds.ts";
import { type Point, useProgress } from "./progress.ts";
import { agreementOf } from "./readings.ts";
import { Step } from "./step.tsx";

/** One amount after the other, then how well they fit. */
export function Guide({
  location,
  draft,
  devices,
  engine,
  unit,
  onUsed,
}: {
  location: Location;
  draft: Draft;
  devices: readonly Device[];
  engine: Engine;
  unit: string;
  /** The location is calibrated. */
  onUsed(): void;
}) {
  // Places have a sensor each: one of them is calibrated, since all have the same limit.
  const { progress, change, begin } = useProgress(
    location.id,
    draft.kind,
    draft.kind === "presence" ? (devices[0]?.id ?? null) : null,
  );
  const { points, deviceId, step } = progress;
  const stage = stageOf(
    draft,
    points.map((point) => point.pieces),
  );
  const isOver = draft.kind === "presence" && points.length >= 2;
  return (
    <div className="stack">
      {devices.length > 1 && draft.kind !== "weight" && (
        <section className="card card-section" aria-label={t("Sensor")}>
          <Select
            label={t("Sensor")}
            description={
              draft.kind === "presence"
                ? t("The limit that is found with one place holds for all of them.")
                : t("They see the same stock: take one, or both where they are mounted alike.")
            }
            data={[
              ...(draft.kind === "presence" ? [] : [{ value: "all", label: t("Both together") }]),
              ...devices.map(({ id, name }, index) => ({
                value: id,
                label:
                  draft.kind === "presence" ? t("Place {number}: {name}", { number: index + 1, name }) : name,
              })),
            ]}
            value={deviceId ?? "all"}
            allowDeselect={false}
            disabled={points.length > 0 || step !== null}
            onChange={(id) => change({ deviceId: id === "all" ? null : id })}
          />
        </section>
      )}
      <ol className="calibration-steps">
        {points.map((point, index) => (
          <li key={point.pieces} className="card card-section is-done">
            <DonePoint
              point={point}
              number={index + 1}
              draft={draft}
              engine={engine}
              unit={unit}
              onRemove={() => change({ points: points.filter((each) => each !== point) })}
            />
          </li>
        ))}
        {!isOver && (
          <li className="card card-section" aria-current="step">
            <Step
              key={`${points.length} ${stage.title}`}
              number={points.length + 1}
              stage={stage}
              draft={draft}
              location={location}
              deviceId={deviceId}
              engine={engine}
              unit={unit}
              taken={points.map((point) => point.pieces)}
              isOptional={points.length >= enoughPoints(draft)}
              step={step}
              onStep={(next) => change({ step: next })}
              onDone={(point) => change({ points: [...points, point], step: null })}
            />
          </li>
        )}
      </ol>
      {points.length >= 2 && (
        <FitResult
          location={location}
          draft={draft}
          points={points}
          engine={engine}
          unit={unit}
          onUsed={() => {
            begin();
            onUsed();
          }}
        />
      )}
      {(points.length > 0 || step) && (
        <div>
          <ConfirmButton
            label={t("Begin anew")}
            title={t("Begin anew?")}
            action={t("Begin anew")}
            act={async () => begin()}
            size="xs"
          >
            {t("What was measured for this calibration is forgotten. The location stays as it is.")}
          </ConfirmButton>
        </div>
      )}
    </div>
  );
}

function DonePoint({
  point,
  number,
  draft,
  engine,
  unit,
  onRemove,
}: {
  point: Point;
  number: number;
  draft: Draft;
  engine: Engine;
  unit: string;
  onRemove(): void;
}) {
  const { count, mean } = agreementOf(engine, draft, point.readings);
  const dropped = point.readings.length - count;
  return (
    <div className="plan-card-head">
      <IconCheck size={18} aria-label={t("done")} style={{ alignSelf: "center" }} />
      <strong>
        {number}. {point.pieces === 0 ? t("Empty") : pieces(point.pieces, unit)}
      </strong>
      <span>
        {figure(mean, unitOf(draft))}
        <span className="soft">
          {" "}
          {t("from {count} readings{dropped, plural, =0 {} other {, # dropped}}", { count, dropped })}
        </span>
      </span>
      <Button size="xs" variant="subtle" color="gray" onClick={onRemove}>
        {t("Measure again")}
      </Button>
    </div>
  );
}
