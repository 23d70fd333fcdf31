import { Button, Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconDownload, IconPlus } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { DataExport } from "../api/client.ts";
import { t } from "../language/language.ts";
import { confirmedDownload } from "../parts/confirmed-download.ts";
import { Failed, Time } from "../parts/small.tsx";
import { dateTime } from "../words.ts";
import { ExportForm, resourceWords } from "./export-form.tsx";
import { exportsQuery } from "./queries.ts";

/** All of the account's data as files. They are made while they are fetched. */
export function Exports() {
  const exports = useQuery(exportsQuery);
  const [isOpen, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  const items = exports.data ?? [];
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Exports")}>
      <div className="card-head">
        <strong>{t("Exports")}</strong>
        <span className="soft">{t("for backups of your own, other systems, and moving out")}</span>
        <Button size="xs" variant="default" ml="auto" leftSection={<IconPlus size={14} />} onClick={open}>
          {t("New export")}
        </Button>
      </div>
      {exports.error && !exports.data ? (
        <div style={{ padding: 16 }}>
          <Failed error={exports.error} onAgain={() => exports.refetch()} />
        </div>
      ) : items.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px 14px", margin: 0 }}>
          {exports.isPending ? t("Loading …") : t("None. A new export can be downloaded for 24 hours.")}
        </p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>{t("Data")}</th>
              <th>{t("Made")}</th>
              <th>{t("Until")}</th>
              <th>{t("Last fetched")}</th>
              <th aria-label={t("Download")} />
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <ExportRow key={each.id} each={each} />
            ))}
          </tbody>
        </table>
      )}
      <Modal opened={isOpen} onClose={close} title={t("New export")} centered size="lg">
        <ExportForm
          onMade={async () => {
            await queries.invalidateQueries({ queryKey: exportsQuery.queryKey });
            close();
          }}
        />
      </Modal>
    </section>
  );
}

function ExportRow({
  each: { id, format, resources, from, to, createdAt, expiresAt, fetchedAt },
}: {
  each: DataExport;
}) {
  return (
    <tr>
      <td className="wide" title={resources.map(resourceWords).join(", ")}>
        <strong>
          {resources.length > 3
            ? t("{count} kinds of records", { count: resources.length })
            : resources.map(resourceWords).join(", ")}
        </strong>
        <div className="soft small-text">
          {[
            format.toUpperCase(),
            ...(from ? [t("from {from}", { from: dateTime(from) })] : []),
            ...(to ? [t("to {to}", { to: dateTime(to) })] : []),
          ].join(", ")}
        </div>
      </td>
      <td data-label={t("Made")}>
        <Time iso={createdAt} />
      </td>
      <td data-label={t("Until")}>
        <Time iso={expiresAt} />
      </td>
      <td data-label={t("Last fetched")}>
        <Time iso={fetchedAt} />
      </td>
      <td className="number">
        <Button
          component="a"
          size="compact-sm"
          variant="default"
          href={`/api/v1/exports/${id}/content`}
          download
          onClick={confirmedDownload}
          leftSection={<IconDownload size={14} />}
        >
          {t("Download")}
        </Button>
      </td>
    </tr>
  );
}
