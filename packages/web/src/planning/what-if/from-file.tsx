import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { accountQuery } from "../../api/queries.ts";
import { useEngine } from "../../engine.ts";
import { t } from "../../language/language.ts";
import { Empty, Failed, Loading } from "../../parts/small.tsx";
import { DemandFileField, useDemandFile } from "../demand-file.tsx";
import type { Scenario } from "./scenario.ts";
import { ScenarioForm } from "./scenario-form.tsx";

/** Demand that is pasted or read from a file; it stays in the browser. */
export function FromFile() {
  const engine = useEngine();
  const account = useQuery(accountQuery);
  const file = useDemandFile(engine.data);
  const { demand: read } = file;
  const demand = useMemo(() => read && { firstDay: read.firstDay, values: read.demand }, [read]);
  const failed = [engine, account].find(({ error, data }) => error && !data);
  if (failed?.error) return <Failed error={failed.error} onAgain={() => failed.refetch()} />;
  if (!engine.data || !account.data) return <Loading />;
  const { planning } = account.data;
  return (
    <>
      <section className="card card-section form what-if-source" aria-label={t("File of demand")}>
        <DemandFileField file={file} />
      </section>
      {demand ? (
        <ScenarioForm
          engine={engine.data}
          initial={initialOf(planning.holdingRate, planning.orderCost)}
          demand={demand}
          calendar={null}
          unit={t("pieces")}
          service={{ measure: planning.serviceMeasure, level: planning.serviceLevel }}
        />
      ) : (
        !file.text.trim() && (
          <Empty title={t("No demand yet")}>
            {t(
              "A list of what left the shelf each day is enough, for example from your ERP system. It stays in this browser: nothing is sent.",
            )}
          </Empty>
        )
      )}
    </>
  );
}

function initialOf(holdingRate: number, orderCost: number): Scenario {
  return {
    conditions: {
      leadTimeDays: Number.NaN,
      leadTimeDeviation: 0,
      packSize: 1,
      minimumOrderQuantity: 0,
      orderMultiple: 1,
      capacity: Number.NaN,
      unitPrice: null,
      holdingPercent: holdingRate * 100,
      orderCost,
      unmet: "backordered",
      usesCalendar: false,
    },
    present: { policy: null, safetyStock: 0 },
    proposed: { policy: null, safetyStock: 0 },
  };
}
