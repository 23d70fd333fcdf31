import { Button } from "@mantine/core";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Location } from "../api/client.ts";
import type { Engine } from "../engine.ts";
import { t } from "../language/language.ts";
import { NumberField } from "../parts/form/number-fields.tsx";
import { pieces } from "../words.ts";
import { type Draft, mostAt, type Stage, unitOf } from "./kinds.ts";
import { LiveReadings } from "./live-readings.tsx";
import type { Point } from "./progress.ts";
import { agreementOf, readingsOf, readingsSinceQuery, serverNow } from "./readings.ts";

/** One amount: what to do, then what the sensor shows of it. */
export function Step({
  number,
  stage,
  draft,
  location,
  deviceId,
  engine,
  unit,
  taken,
  isOptional,
  step,
  onStep,
  onDone,
}: {
  number: number;
  stage: Stage;
  draft: Draft;
  location: Location;
  deviceId: string | null;
  engine: Engine;
  unit: string;
  /** Amounts that were measured already. */
  taken: readonly number[];
  isOptional: boolean;
  step: { pieces: number; since: string } | null;
  onStep(step: { pieces: number; since: string } | null): void;
  onDone(point: Point): void;
}) {
  const [count, setCount] = useState(stage.pieces);
  const [wasTried, setTried] = useState(false);
  const problem = problemOf(count, draft, taken, unit);
  const start = useMutation({
    mutationFn: serverNow,
    onSuccess: (since) => onStep({ pieces: count, since }),
  });
  return (
    <div className="form">
      <div>
        <h2 className="section-head">
          {number}. {step && step.pieces !== stage.pieces ? pieces(step.pieces, unit) : stage.title}
          {isOptional && <span className="soft"> {t("(if you like)")}</span>}
        </h2>
        {!step && <p className="plan-text">{stage.advice}</p>}
      </div>
      {step ? (
        <Measuring
          draft={draft}
          location={location}
          deviceId={deviceId}
          engine={engine}
          unit={unit}
          step={step}
          onAgain={async () => onStep({ ...step, since: await serverNow() })}
          onBack={() => onStep(null)}
          onDone={onDone}
        />
      ) : (
        <form
          className="with-button"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (!problem) start.mutate();
          }}
        >
          {!stage.isFixed && (
            <NumberField
              label={t("So much is there ({unit})", { unit })}
              value={count}
              onChange={setCount}
              error={wasTried ? problem : undefined}
            />
          )}
          <Button type="submit" loading={start.isPending}>
            {t("It is so: measure")}
          </Button>
        </form>
      )}
      {start.error && (
        <p role="alert" className="problem">
          {start.error.message}
        </p>
      )}
    </div>
  );
}

function problemOf(count: number, draft: Draft, taken: readonly number[], unit: string): string | undefined {
  const most = mostAt(draft);
  if (Number.isNaN(count)) return t("Count what is there");
  if (count > most) return t("At most {most} fit in", { most: pieces(most, unit) });
  if (draft.kind === "containers" && count % draft.piecesPerContainer !== 0)
    return t("Count full containers: a multiple of {pieces}", {
      pieces: pieces(draft.piecesPerContainer, unit),
    });
  if (taken.includes(count)) return t("This amount was measured already");
  return undefined;
}

function Measuring({
  draft,
  location,
  deviceId,
  engine,
  unit,
  step,
  onAgain,
  onBack,
  onDone,
}: {
  draft: Draft;
  location: Location;
  deviceId: string | null;
  engine: Engine;
  unit: string;
  step: { pieces: number; since: string };
  onAgain(): Promise<void>;
  onBack(): void;
  onDone(point: Point): void;
}) {
  const measurements = useQuery(readingsSinceQuery(location.id, step.since));
  const { readings, faults } = readingsOf(
    engine,
    { draft, geometry: location.geometry },
    measurements.data ?? [],
    deviceId,
  );
  const agreement = agreementOf(engine, draft, readings);
  const left = Math.max(0, engine.FEWEST_READINGS - agreement.count);
  return (
    <>
      <LiveReadings readings={readings} agrees={agreement.agrees} unit={unitOf(draft)} />
      <p role="status" className={agreement.isEnough ? "what-happens" : "soft"} style={{ margin: 0 }}>
        {agreement.isEnough
          ? t("{count} readings agree: that is enough.", { count: agreement.count })
          : left > 0
            ? `${waitingFor(left, readings.length)} ${
                step.pieces === 0
                  ? t("Change nothing at the location.")
                  : t("Change nothing at the location: {pieces} must stay there.", {
                      pieces: pieces(step.pieces, unit),
                    })
              }`
            : t(
                "Fewer than half of the readings agree: something moves there. Wait for more, or measure again.",
              )}
      </p>
      {readings.length === 0 && (
        <p className="soft small-text" style={{ margin: 0 }}>
          {t(
            "Many sensors send at once when their button is pressed. You may close this page meanwhile: it goes on where it was.",
          )}
        </p>
      )}
      {faults.length > 0 && (
        <p className="problem">
          {t(
            "{count, plural, one {One message} other {# messages}} without a value: {fault}. Check that nothing covers the sensor.",
            { count: faults.length, fault: faults.at(-1) },
          )}
        </p>
      )}
      {measurements.error && <p className="problem">{measurements.error.message}</p>}
      <div className="dialog-buttons">
        <Button disabled={!agreement.isEnough} onClick={() => onDone({ pieces: step.pieces, readings })}>
          {t("Use these readings")}
        </Button>
        <Button variant="default" onClick={() => void onAgain()}>
          {t("Measure again")}
        </Button>
        <Button variant="subtle" color="gray" onClick={onBack}>
          {t("Back")}
        </Button>
      </div>
    </>
  );
}

function waitingFor(left: number, count: number): string {
  if (count === 0) return t("Waiting for the sensor: three readings are needed.");
  return left === 1
    ? t("Waiting for one more reading that agrees.")
    : t("Waiting for {left} more readings that agree.", { left });
}
