import { notifications } from "@mantine/notifications";
import { type UseQueryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { putInList, removeFromList } from "../api/lists.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";

type ListPath = "/inventory/locations" | "/inventory/parts" | "/inventory/suppliers";
interface Record {
  id: string;
}
type ListQuery<T> = Pick<UseQueryOptions<T[], Error, T[], string[]>, "queryKey" | "queryFn">;

/** The page of one record of a list, or of a new one: its id is `new`. */
export function RecordPage<T extends Record>({
  id,
  query,
  list,
  words,
  nameOf,
  children,
}: {
  id: string;
  query: ListQuery<T>;
  list: { to: ListPath; name: string };
  /** The titles of a new one, and of one that is not there. */
  words: { new: string; missing: string };
  nameOf(record: T): string;
  children(record: T | undefined): React.ReactNode;
}) {
  const records = useQuery({ ...query, staleTime: Number.POSITIVE_INFINITY });
  const manages = useMay("manage-inventory");
  const record = records.data?.find((each) => each.id === id);
  if (records.isPending) return <Loading />;
  if (records.error && !records.data)
    return <Failed error={records.error} onAgain={() => records.refetch()} />;
  const back = (
    <Link to={list.to} className="back-link">
      ← {list.name}
    </Link>
  );
  if (id === "new" ? !manages : !record)
    return (
      <>
        {back}
        <PageHead title={words.missing} />
        <Empty title={manages ? words.missing : t("You may not do this")}>
          {manages
            ? t("It may have been removed.")
            : t("Ask an admin of your account for the privilege “Manage the inventory”.")}
        </Empty>
      </>
    );
  return (
    <div className="record-form">
      {back}
      <PageHead title={record ? nameOf(record) : words.new} />
      {/* Another record, another form. */}
      <div key={id}>{children(record)}</div>
    </div>
  );
}

/** What follows when a record is saved or removed: its list knows, and the person is told. */
export function useRecordChange<T extends Record>(query: ListQuery<T>, to: ListPath) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return {
    saved(record: T, message: string) {
      putInList(queries, query.queryKey, record);
      notifications.show({ message });
      void navigate({ to });
    },
    removed(id: string, message: string) {
      // First the list: a form that is no more asks for nothing.
      removeFromList(queries, query.queryKey, id);
      void navigate({ to });
      notifications.show({ message });
    },
  };
}

export function RemoveButton({
  name,
  remove,
  children,
}: {
  name: string;
  remove(): Promise<unknown>;
  children: React.ReactNode;
}) {
  return (
    <ConfirmButton
      label={t("Remove")}
      title={t("Remove {name}?", { name })}
      action={t("Remove")}
      act={remove}
      color="red"
    >
      {children}
    </ConfirmButton>
  );
}
