import "../../planning/planning.css";
import "../../calibration/calibration.css";
import "../stock.css";
import "./setup.css";
import { Button } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { areasQuery, locationsQuery, partsQuery, racksQuery, useMay } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { ConfirmButton } from "../../parts/confirm-button.tsx";
import { Empty, Failed, Loading, PageHead } from "../../parts/small.tsx";
import { CalibrationStep } from "./calibration-step.tsx";
import { nothing, type SetupDraft, useSetupDraft } from "./draft.ts";
import { GeometryStep } from "./geometry-step.tsx";
import { LabelStep } from "./label-step.tsx";
import { PartStep } from "./part-step.tsx";
import { PlaceStep } from "./place-step.tsx";
import { PolicyStep } from "./policy-step.tsx";
import { SensorStep } from "./sensor-step.tsx";
import { type StepName, steps } from "./step-names.ts";
import { isDone, isOpenStep, stepNames } from "./steps.ts";
import { SupplierStep } from "./supplier-step.tsx";

/** A storage location from nothing to its first order, one question after the other. */
export function SetupPage() {
  const manages = useMay("manage-inventory");
  const lists = [useQuery(partsQuery), useQuery(locationsQuery), useQuery(racksQuery), useQuery(areasQuery)];
  const failed = lists.find(({ error, data }) => error && !data);
  if (!manages)
    return (
      <>
        <PageHead title={t("Set up a storage location")} />
        <Empty title={t("You may not do this")}>
          {t("Ask an admin of your account for the privilege “Manage the inventory”.")}
        </Empty>
      </>
    );
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (lists.some(({ data }) => !data)) return <Loading />;
  return <Setup />;
}

export interface StepProps {
  draft: SetupDraft;
  /** Takes what was found, and goes on to the next step. */
  onDone(change: Partial<SetupDraft>): void;
}

function Setup() {
  const search = useSearch({ from: "/inside/locations/new" });
  const navigate = useNavigate({ from: "/locations/new" });
  const racks = useQuery(racksQuery).data ?? [];
  const areas = useQuery(areasQuery).data ?? [];
  const { draft, change, begin } = useSetupDraft(chosenFrom(search, racks, areas));
  const parts = useQuery(partsQuery).data ?? [];
  const locations = useQuery(locationsQuery).data ?? [];
  const part = parts.find(({ id }) => id === draft.partId);
  const location = locations.find(({ id }) => id === draft.locationId);
  const known = { part, location };
  const done = (step: StepName) => isDone(step, draft, known);
  const isMade = draft.locationId !== null;
  const isOpen = (step: StepName) => isOpenStep(step, done, isMade);
  const next = steps.find((step) => !done(step)) ?? "label";
  const current = search.step && isOpen(search.step) ? search.step : next;
  const goTo = (step: StepName) => void navigate({ search: { step }, resetScroll: true });
  const props: StepProps = {
    draft,
    onDone: (found) => {
      const after = { ...draft, ...found };
      change(found);
      const following = steps[steps.indexOf(current) + 1] ?? "label";
      const isLocked = after.locationId !== null && !["calibration", "policy", "label"].includes(following);
      goTo(isLocked ? "calibration" : following);
    },
  };
  const isBegun = JSON.stringify(draft) !== JSON.stringify(nothing);
  return (
    <div className="setup">
      <PageHead
        title={location ? t("Set up {name}", { name: location.name }) : t("Set up a storage location")}
      >
        {isBegun && (
          <span className="page-actions">
            <ConfirmButton
              label={t("Begin anew")}
              title={t("Begin anew?")}
              action={t("Begin anew")}
              isHarmless
              size="xs"
              act={async () => {
                begin();
                goTo("part");
              }}
            >
              {t("What was typed here is forgotten. Parts, suppliers and locations that were saved stay.")}
            </ConfirmButton>
          </span>
        )}
      </PageHead>
      <div className="setup-columns">
        <StepList current={current} done={done} isOpen={isOpen} onStep={goTo} />
        <section className="setup-step" aria-label={stepNames[current]}>
          <Step key={current} name={current} {...props} onAnew={begin} />
        </section>
      </div>
      <p className="soft small-text">
        {t("You may leave at any time: what you entered is kept on this device, and goes on here.")}
      </p>
    </div>
  );
}

function chosenFrom(
  { part, rack }: { part?: string; rack?: string },
  racks: readonly { id: string; areaId: string }[],
  areas: readonly { id: string; siteId: string }[],
): Partial<SetupDraft> {
  const ownRack = racks.find(({ id }) => id === rack);
  const area = ownRack && areas.find(({ id }) => id === ownRack.areaId);
  return {
    ...(part ? { partId: part } : {}),
    ...(area ? { rackId: rack!, areaId: area.id, siteId: area.siteId } : {}),
  };
}

function StepList({
  current,
  done,
  isOpen,
  onStep,
}: {
  current: StepName;
  done(step: StepName): boolean;
  isOpen(step: StepName): boolean;
  onStep(step: StepName): void;
}) {
  return (
    <nav aria-label={t("Steps")}>
      <ol className="setup-steps">
        {steps.map((step, index) => {
          const isCurrent = step === current;
          return (
            <li key={step} className={isCurrent ? "is-current" : done(step) ? "is-done" : ""}>
              <button
                type="button"
                disabled={!isOpen(step)}
                aria-current={isCurrent ? "step" : undefined}
                onClick={() => onStep(step)}
              >
                <i aria-hidden>{done(step) && !isCurrent ? <IconCheck size={14} /> : index + 1}</i>
                <span>
                  {stepNames[step]}
                  {done(step) && <span className="visually-hidden"> {t("(done)")}</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Step({ name, onAnew, ...props }: StepProps & { name: StepName; onAnew(): void }) {
  switch (name) {
    case "part":
      return <PartStep {...props} />;
    case "supplier":
      return <SupplierStep {...props} />;
    case "place":
      return <PlaceStep {...props} />;
    case "sensor":
      return <SensorStep {...props} />;
    case "geometry":
      return <GeometryStep {...props} />;
    case "calibration":
      return <CalibrationStep {...props} />;
    case "policy":
      return <PolicyStep {...props} />;
    case "label":
      return <LabelStep {...props} onAnew={onAnew} />;
  }
}

/** What a step is about, before its fields. */
export function StepHead({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="setup-head">
      <h2>{title}</h2>
      {children && <p className="soft">{children}</p>}
    </div>
  );
}

export function SkipButton({ label, onClick }: { label: string; onClick(): void }) {
  return (
    <Button variant="subtle" color="gray" onClick={onClick}>
      {label}
    </Button>
  );
}
