import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Location, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { useEngine } from "../engine.ts";
import { t } from "../language/language.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { FormProblem } from "../parts/form-problem.tsx";
import { Failed, Loading } from "../parts/small.tsx";
import { DemandFileField, isoDay, type ReadDemand, useDemandFile } from "./demand-file.tsx";

/** What was used before there were sensors, e.g. from the ERP system: so a forecast begins with it. */
export function BringHistory({ location }: { location: Location }) {
  const manages = useMay("manage-inventory");
  if (!manages) return null;
  return (
    <FormDialog
      size="xs"
      label={t("Bring its history …")}
      title={t("What was used of {name}", { name: location.name })}
    >
      {(close) => <HistoryForm location={location} onDone={close} />}
    </FormDialog>
  );
}

function HistoryForm({ location, onDone }: { location: Location; onDone(): void }) {
  const queries = useQueryClient();
  const engine = useEngine();
  const file = useDemandFile(engine.data);
  const send = useMutation({
    mutationFn: (demand: ReadDemand) =>
      unwrap(
        client.POST("/api/v1/planning/consumption", {
          body: {
            items: [{ locationId: location.id, days: daysOf(demand) }],
            gaps: file.gaps === "zero" ? "zero" : "unknown",
          },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ["demand", location.id] });
      notifications.show({ message: "Its history is here. The next planning goes by it." });
      onDone();
    },
  });
  if (engine.error) return <Failed error={engine.error} onAgain={() => engine.refetch()} />;
  if (!engine.data) return <Loading />;
  const { demand } = file;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        if (demand) send.mutate(demand);
      }}
    >
      <p style={{ margin: 0 }}>
        {t(
          "For days on which no sensor saw it. It takes the place of what was brought for this location before.",
        )}
      </p>
      <DemandFileField file={file} />
      <FormProblem error={send.error} shown={[]} />
      <Button type="submit" disabled={!demand} loading={send.isPending}>
        {t("Bring it")}
      </Button>
    </form>
  );
}

/** The days that are known; what is between them says `gaps`. */
function daysOf({ firstDay, demand }: ReadDemand): { date: string; quantity: number }[] {
  return Array.from(demand, (quantity, index) => ({ date: isoDay(firstDay + index), quantity })).filter(
    ({ quantity }) => !Number.isNaN(quantity),
  );
}
