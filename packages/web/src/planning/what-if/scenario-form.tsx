import { Button } from "@mantine/core";
import type { SupplyCalendar } from "@refill/replenishment";
import { useDeferredValue, useMemo, useState } from "react";
import type { Location } from "../../api/client.ts";
import type { Engine } from "../../engine.ts";
import { PolicyFields } from "../../inventory/policy-fields.tsx";
import { t } from "../../language/language.ts";
import { NumberField } from "../../parts/form/number-fields.tsx";
import { ConditionFields } from "./condition-fields.tsx";
import { Result } from "./result.tsx";
import {
  type DemandToReplay,
  type Parameters,
  problemsOf,
  recommendationFor,
  replay,
  type Scenario,
} from "./scenario.ts";
import { TakeOver } from "./take-over.tsx";

/** Two policies and the conditions that both have; each change is replayed at once. */
export function ScenarioForm({
  engine,
  initial,
  demand,
  calendar,
  unit,
  service,
  leadTimeNote,
  location,
}: {
  engine: Engine;
  initial: Scenario;
  demand: DemandToReplay;
  calendar: SupplyCalendar | null;
  unit: string;
  service: { measure: "fill-rate" | "cycle"; level: number };
  leadTimeNote?: string;
  /** Whose history it is; left out: a file's. */
  location?: Location;
}) {
  const [scenario, setScenario] = useState(initial);
  const { conditions, present, proposed } = scenario;
  const problems = useMemo(() => problemsOf(engine, scenario), [engine, scenario]);
  // Typing goes before calculating.
  const settled = useDeferredValue(scenario);
  const result = useMemo(
    () => replay(engine, demand, settled, calendar),
    [engine, demand, settled, calendar],
  );
  const areConditionsSound = !Object.keys(problems).some((field) => field.startsWith("conditions."));
  const [hasNone, setHasNone] = useState(false);
  const recommend = () => {
    const found = recommendationFor(engine, demand, scenario, service);
    setHasNone(found === null);
    if (found) setScenario({ ...scenario, proposed: found });
  };
  return (
    <div className="stack">
      <ConditionFields
        value={conditions}
        onChange={(change) => setScenario({ ...scenario, conditions: { ...conditions, ...change } })}
        hasCalendar={calendar !== null}
        unit={unit}
        leadTimeNote={leadTimeNote}
        problem={(field) => problems[`conditions.${field}`]}
      />
      <div className="two-policies">
        <PolicyCard
          title={t("Today")}
          value={present}
          onChange={(next) => setScenario({ ...scenario, present: next })}
          packSize={conditions.packSize}
          unit={unit}
          none={t("None")}
          noneSentence={t("Nothing is compared: only the proposed policy is replayed.")}
          problem={(field) => problems[`present.${field}`]}
        />
        <PolicyCard
          title={t("Proposed")}
          value={proposed}
          onChange={(next) => setScenario({ ...scenario, proposed: next })}
          packSize={conditions.packSize}
          unit={unit}
          none={t("Choose one")}
          noneSentence={t("Choose a kind, or let planning recommend one.")}
          problem={(field) => problems[`proposed.${field}`]}
          actions={
            <>
              <Button size="xs" variant="default" disabled={!areConditionsSound} onClick={recommend}>
                {t("Recommend")}
              </Button>
              {location && proposed.policy && (
                <TakeOver
                  location={location}
                  policy={proposed.policy}
                  safetyStock={proposed.safetyStock}
                  isSound={!Object.keys(problems).some((field) => field.startsWith("proposed."))}
                />
              )}
              {hasNone && (
                <span className="problem" role="status">
                  {t(
                    "Nothing can be recommended: too little is used, or nothing that can be ordered fits in.",
                  )}
                </span>
              )}
            </>
          }
        />
      </div>
      <Result result={result} unit={unit} isWaiting={settled !== scenario} />
    </div>
  );
}

function PolicyCard({
  title,
  value,
  onChange,
  packSize,
  unit,
  none,
  noneSentence,
  problem,
  actions,
}: {
  title: string;
  value: Parameters;
  onChange(value: Parameters): void;
  packSize: number;
  unit: string;
  none: string;
  noneSentence: string;
  problem(field: string): string | undefined;
  actions?: React.ReactNode;
}) {
  return (
    <section className="card card-section form" aria-label={t("{title}: policy", { title })}>
      <div className="plan-card-head">
        <h2 className="section-head">{title}</h2>
        {actions && <div className="policy-actions">{actions}</div>}
      </div>
      <PolicyFields
        value={value.policy}
        onChange={(policy) => onChange({ ...value, policy })}
        unit={unit}
        packSize={packSize}
        none={none}
        noneSentence={noneSentence}
        problem={problem}
      />
      <NumberField
        label={t("Safety stock ({unit})", { unit })}
        description={t("Orders below it are urgent")}
        value={value.safetyStock}
        onChange={(safetyStock) => onChange({ ...value, safetyStock })}
        error={problem("safetyStock")}
      />
    </section>
  );
}
