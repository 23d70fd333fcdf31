import { TextInput } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { type UseQueryOptions, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { byName } from "../words.ts";

const mostRows = 300;
interface Named {
  id: string;
  name: string;
}

/** A list of records with a search, and the way to a new one. */
export function ListPage<T extends Named>({
  title,
  query,
  add,
  columns,
  searched,
  row,
  empty,
}: {
  title: string;
  query: Pick<UseQueryOptions<T[], Error, T[], string[]>, "queryKey" | "queryFn">;
  add: {
    to: "/inventory/locations/$id" | "/inventory/parts/$id" | "/inventory/suppliers/$id";
    label: string;
  };
  columns: readonly string[];
  /** What a record is found by. */
  searched(record: T): (string | undefined)[];
  /** Its cells. */
  row(record: T): React.ReactNode;
  /** What such records are for, where there are none. */
  empty: { title: string; text: React.ReactNode };
}) {
  const records = useQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  const manages = useMay("manage-inventory");
  const [text, setText] = useState("");
  if (records.isPending) return <Loading />;
  if (records.error && !records.data)
    return <Failed error={records.error} onAgain={() => records.refetch()} />;
  const search = text.trim().toLowerCase();
  const shown = records.data
    .filter((record) => searched(record).some((word) => word?.toLowerCase().includes(search)))
    .sort(byName);
  const addButton = manages && (
    <ButtonLink to={add.to} params={{ id: "new" }} leftSection={<IconPlus size={16} />}>
      {add.label}
    </ButtonLink>
  );
  return (
    <>
      <PageHead title={title}>
        <span className="soft">
          {records.data.length > 0 &&
            t("{length} of {length2}", { length: shown.length, length2: records.data.length })}
        </span>
        {records.data.length > 0 && (
          <>
            <TextInput
              aria-label={t("Search {toLowerCase}", { toLowerCase: title.toLowerCase() })}
              placeholder={t("Search")}
              leftSection={<IconSearch size={16} />}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              style={{ marginLeft: "auto", minWidth: 200 }}
            />
            {addButton}
          </>
        )}
      </PageHead>
      {records.data.length === 0 ? (
        <Empty title={empty.title}>
          <p style={{ marginTop: 0 }}>{empty.text}</p>
          {addButton}
        </Empty>
      ) : shown.length === 0 ? (
        <Empty title={t("Nothing matches")}>{t("Change the search.")}</Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column}>{column}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {shown.slice(0, mostRows).map((record) => (
                <tr key={record.id}>{row(record)}</tr>
              ))}
            </tbody>
          </table>
          {shown.length > mostRows && (
            <p className="soft" style={{ padding: "4px 16px" }}>
              {t("and {length} more: search to see them", { length: shown.length - mostRows })}
            </p>
          )}
        </div>
      )}
    </>
  );
}
