import { Button, Checkbox, SegmentedControl, Select, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type DataExport, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";

type Resource = DataExport["resources"][number];
const groups: { name: string; resources: [Resource, string][] }[] = [
  {
    name: t("Configuration"),
    resources: [
      ["sites", t("Sites")],
      ["suppliers", t("Suppliers")],
      ["parts", t("Parts")],
      ["locations", t("Locations")],
      ["devices", t("Devices")],
      ["gateways", t("Gateways")],
      ["settings", t("Settings")],
    ],
  },
  {
    name: t("Stock"),
    resources: [
      ["stock", t("Stock now")],
      ["orders", t("Orders")],
      ["measurements", t("Raw measurements")],
      ["measurement-days", t("Sums by day")],
      ["imported-consumption", t("Imported consumption history")],
    ],
  },
  {
    name: t("Access"),
    resources: [
      ["members", t("Members")],
      ["api-keys", t("API keys, without the keys")],
      ["webhooks", t("Webhooks, without secrets")],
      ["audit-entries", t("Audit trail")],
    ],
  },
];
const all = groups.flatMap(({ resources }) => resources.map(([resource]) => resource));
const words = new Map<string, string>(groups.flatMap(({ resources }) => resources));
export function resourceWords(resource: string): string {
  return words.get(resource) ?? resource;
}
/** Of these a time can be chosen. */
const timed: readonly Resource[] = ["measurements", "measurement-days", "audit-entries"];

export function ExportForm({ onMade }: { onMade(): Promise<void> }) {
  const [format, setFormat] = useState<DataExport["format"]>("ndjson");
  const [many, setMany] = useState<readonly Resource[]>(all);
  const [one, setOne] = useState<Resource>("stock");
  const [from, setFrom] = useState("");
  const [to, setTo] = useState("");
  const resources = format === "csv" ? [one] : all.filter((each) => many.includes(each));
  const hasTime = resources.some((each) => timed.includes(each));
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/exports", {
          body: {
            format,
            resources,
            ...(hasTime && from ? { from: new Date(`${from}T00:00:00`).toISOString() } : {}),
            ...(hasTime && to ? { to: dayAfter(to) } : {}),
          },
        }),
      ),
    onSuccess: onMade,
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <SegmentedControl
        aria-label={t("Format")}
        value={format}
        onChange={(value) => setFormat(value as DataExport["format"])}
        data={[
          { value: "ndjson", label: t("NDJSON") },
          { value: "csv", label: "CSV" },
        ]}
      />
      <span className="soft small-text">
        {format === "csv"
          ? t("One table, for spreadsheets.")
          : t(
              "A line for each object, several kinds of records in one file; its last line says that it is whole.",
            )}
      </span>
      {format === "csv" ? (
        <Select
          label={t("Table")}
          data={groups.map(({ name, resources }) => ({
            group: name,
            items: resources.map(([value, label]) => ({ value, label })),
          }))}
          value={one}
          allowDeselect={false}
          onChange={(value) => setOne(value as Resource)}
          error={fieldProblem(make.error, "resources")}
        />
      ) : (
        <>
          <Checkbox
            label={<strong>{t("Everything")}</strong>}
            checked={many.length === all.length}
            indeterminate={many.length > 0 && many.length < all.length}
            onChange={(event) => setMany(event.currentTarget.checked ? all : [])}
          />
          <div className="choices">
            {groups.map(({ name, resources }) => (
              <fieldset key={name}>
                <legend className="soft small-text">{name}</legend>
                {resources.map(([value, label]) => (
                  <Checkbox
                    key={value}
                    size="xs"
                    label={label}
                    checked={many.includes(value)}
                    onChange={(event) =>
                      setMany(
                        event.currentTarget.checked
                          ? [...many, value]
                          : many.filter((each) => each !== value),
                      )
                    }
                  />
                ))}
              </fieldset>
            ))}
          </div>
        </>
      )}
      {hasTime && (
        <div className="form-row">
          <TextInput
            type="date"
            label={t("From day")}
            description={t("Of measurements and the audit trail")}
            value={from}
            onChange={(event) => setFrom(event.currentTarget.value)}
            error={fieldProblem(make.error, "from")}
          />
          <TextInput
            type="date"
            label={t("To day")}
            description={t("Left out: to the moment it is fetched")}
            value={to}
            onChange={(event) => setTo(event.currentTarget.value)}
            error={fieldProblem(make.error, "to")}
          />
        </div>
      )}
      <FormProblem error={make.error} shown={["from", "to", ...(format === "csv" ? ["resources"] : [])]} />
      <Button type="submit" loading={make.isPending} disabled={resources.length === 0}>
        {resources.length === 0 ? t("Choose what to export") : t("Make it")}
      </Button>
    </form>
  );
}

/** The end of a day, which the API takes as the first moment that does not belong to it. */
function dayAfter(day: string): string {
  const end = new Date(`${day}T00:00:00`);
  end.setDate(end.getDate() + 1);
  return end.toISOString();
}
