import { Button, FileInput, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem } from "../parts/form-problem.tsx";
import { listed, pieces, profileWords } from "../words.ts";
import type { Common } from "./add-devices.tsx";

const mostShown = 200;

/** Many devices from their vendor's file: shown line by line, then registered all or none. */
export function DeviceFile({ common, onAdded }: { common: Common; onAdded(): void }) {
  const [file, setFile] = useState<File | null>(null);
  const [csv, setCsv] = useState<string | null>(null);
  const [joinEui, setJoinEui] = useState("");
  const query = { ...common, ...(/^[0-9a-f]{16}$/i.test(joinEui.trim()) ? { joinEui: joinEui.trim() } : {}) };
  const preview = useQuery({
    queryKey: ["device-file", csv, query],
    queryFn: () =>
      unwrap(client.POST("/api/v1/devices/file/preview", { params: { query }, body: { csv: csv! } })),
    enabled: csv !== null,
    retry: false,
    gcTime: 0,
  });
  const upload = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/devices/file", { params: { query }, body: { csv: csv! } })),
    onSuccess: ({ items }) => {
      notifications.show({
        message: t("{count, plural, one {One device is} other {# devices are}} registered.", {
          count: items.length,
        }),
      });
      onAdded();
    },
  });
  const lines = preview.data?.lines ?? [];
  const bad = lines.filter(({ problems }) => problems.length > 0);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        upload.mutate();
      }}
    >
      <FileInput
        label={t("File from the vendor")}
        description={t(
          "Columns DevEUI and AppKey; JoinEUI, NwkKey, Name, Profile, Region, Version and Class may stand beside them",
        )}
        placeholder={t("Choose a CSV file")}
        accept=".csv,.txt,text/csv"
        value={file}
        onChange={async (chosen) => {
          upload.reset();
          setFile(chosen);
          setCsv(chosen ? await chosen.text() : null);
        }}
      />
      <TextInput
        label={t("JoinEUI for all of them")}
        description={t("Where the file has none")}
        value={joinEui}
        onChange={(event) => setJoinEui(event.currentTarget.value)}
      />
      {preview.isFetching && <p className="soft">{t("Reading the file …")}</p>}
      <FormProblem error={preview.error} shown={[]} />
      {preview.data && (
        <>
          <p role="status" style={{ margin: 0 }}>
            {bad.length === 0
              ? t("{count, plural, one {One device} other {# devices}}, nothing wrong.", {
                  count: lines.length,
                })
              : t(
                  "{bad, plural, one {One line} other {# lines}} of {all} can't be taken: mend them in the file and choose it again.",
                  { bad: bad.length, all: pieces(lines.length) },
                )}
            {preview.data.passedOver.length > 0 && (
              <span className="soft">
                {" "}
                {t("Passed over: {columns}.", { columns: listed(preview.data.passedOver) })}
              </span>
            )}
          </p>
          <Lines lines={bad.length > 0 ? bad : lines} />
        </>
      )}
      <FormProblem error={upload.error} shown={[]} />
      <Button
        type="submit"
        loading={upload.isPending}
        disabled={!preview.data || lines.length === 0 || bad.length > 0}
      >
        {lines.length > 0 && bad.length === 0
          ? t("{count, plural, one {Register it} other {Register all #}}", { count: lines.length })
          : t("Register all")}
      </Button>
    </form>
  );
}

type Line = {
  line: number;
  devEui: string;
  name: string;
  profile: string;
  problems: { field: string; message: string }[];
};

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <section className="file-lines" aria-label={t("Lines of the file")} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th className="number">{t("Line")}</th>
            <th>DevEUI</th>
            <th>{t("Name")}</th>
            <th>{t("Type")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, mostShown).map(({ line, devEui, name, profile, problems }) => (
            <tr key={line}>
              <td className="number" data-label={t("Line")}>
                {line}
              </td>
              <td data-label="DevEUI">
                <code>{devEui || "–"}</code>
              </td>
              <td data-label={t("Name")}>
                {name}
                {problems.map(({ field, message }) => (
                  <div key={field} className="problem small-text">
                    {field}: {message}
                  </div>
                ))}
              </td>
              <td data-label={t("Type")}>{profileWords[profile as keyof typeof profileWords] ?? profile}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lines.length > mostShown && (
        <p className="soft card-text">
          {t("and {count, plural, one {# more line} other {# more lines}}", {
            count: lines.length - mostShown,
          })}
        </p>
      )}
    </section>
  );
}
