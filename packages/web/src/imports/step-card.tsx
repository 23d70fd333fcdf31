import { Button, Progress, Switch } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { language, said, t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { pieces } from "../words.ts";
import { kindWords, whatWillHappen } from "./import-words.ts";
import { type DataImport, type ImportKindName, importQuery, importsQuery } from "./queries.ts";

/** What the import will do, is doing or has done, and the next step. */
export function StepCard({ of }: { of: DataImport }) {
  useNewsOfEnd(of);
  const { state, lines, problem } = of;
  return (
    <section className="card card-section form" aria-label={t("Import")}>
      <OutcomeBar of={of} />
      {problem && (
        <p role="alert" className="problem">
          {said(problem)}
        </p>
      )}
      {state === "ready" && <Ready of={of} />}
      {(state === "applying" || state === "undoing") && (
        <div role="status">
          <p className="import-sentence">
            {state === "applying"
              ? t("{done} of {all} lines are imported …", {
                  done: pieces(lines.done),
                  all: pieces(lines.total),
                })
              : t("{done} of {all} lines are taken back …", {
                  done: pieces(lines.done),
                  all: pieces(lines.total),
                })}
          </p>
          <Progress value={(lines.done / lines.total) * 100} aria-label={t("Progress")} size="lg" animated />
          <p className="soft small-text">{t("You can leave this page: it goes on.")}</p>
        </div>
      )}
      {state === "applied" && <Applied of={of} />}
      {state === "undone" && (
        <p className="import-sentence" role="status">
          {t("The import was taken back: its records are as they were before.")}
        </p>
      )}
    </section>
  );
}

/** The lists are read anew when the import has ended: live events tell of a few hundred records only. */
function useNewsOfEnd({ id, state }: DataImport): void {
  const queries = useQueryClient();
  const before = useRef(state);
  useEffect(() => {
    const wasAtWork = before.current === "applying" || before.current === "undoing";
    before.current = state;
    if (!wasAtWork || state === "applying" || state === "undoing") return;
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[0] !== "session" && queryKey[1] !== id,
    });
    const words = {
      applied: t("The import is done."),
      undone: t("The import is taken back."),
      ready: undefined,
    };
    if (words[state]) notifications.show({ message: words[state] });
  }, [id, state, queries]);
}

function Ready({ of }: { of: DataImport }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [allOrNothing, setAllOrNothing] = useState(false);
  const { id, lines } = of;
  const params = { params: { path: { id } } };
  const apply = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/imports/{id}/apply", { ...params, body: { allOrNothing } })),
    onSuccess: (begun) => queries.setQueryData(importQuery(id).queryKey, begun),
  });
  const again = useMutation({
    mutationFn: () => unwrap(client.PATCH("/api/v1/imports/{id}", { ...params, body: {} })),
    onSuccess: (made) => {
      queries.setQueryData(importQuery(id).queryKey, made);
      void queries.invalidateQueries({ queryKey: ["import-lines", id] });
    },
  });
  const good = lines.new + lines.changed;
  const error = apply.error ?? again.error;
  return (
    <>
      <p className="import-sentence" role="status">
        {whatWillHappen(of)}
      </p>
      {good > 0 && lines.error === 0 && lines.total > 1 && (
        <Switch
          label={t("All or nothing")}
          description={t("If a line can't be imported after all, none is")}
          checked={allOrNothing}
          onChange={(event) => setAllOrNothing(event.currentTarget.checked)}
        />
      )}
      {error && (
        <p role="alert" className="problem">
          {error.message}
        </p>
      )}
      <div className="dialog-buttons">
        <Button disabled={good === 0} loading={apply.isPending} onClick={() => apply.mutate()}>
          {lines.error > 0 && good > 0
            ? t("{count, plural, one {Import the good line} other {Import the # good lines}}", {
                count: good,
              })
            : t("{count, plural, one {Import # line} other {Import # lines}}", { count: good })}
        </Button>
        <ErrorFile of={of} />
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {t("Check again")}
        </Button>
        <ConfirmButton
          label={t("Forget it")}
          title={t("Forget this import?")}
          action={t("Forget it")}
          variant="subtle"
          color="gray"
          act={async () => {
            await unwrap(client.DELETE("/api/v1/imports/{id}", params));
            void queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
            void navigate({ to: "/settings/imports", search: { kind: of.kind } });
          }}
        >
          {t("The file is removed here. Nothing was imported from it.")}
        </ConfirmButton>
      </div>
    </>
  );
}

const listOf: Record<
  ImportKindName,
  "/inventory/sites" | "/inventory/suppliers" | "/inventory/parts" | "/inventory/locations"
> = {
  sites: "/inventory/sites",
  areas: "/inventory/sites",
  racks: "/inventory/sites",
  suppliers: "/inventory/suppliers",
  parts: "/inventory/parts",
  locations: "/inventory/locations",
  "stock-counts": "/inventory/locations",
};

function Applied({ of }: { of: DataImport }) {
  const queries = useQueryClient();
  const { id, kind, lines, canUndo } = of;
  return (
    <>
      <p className="import-sentence" role="status">
        {kind === "stock-counts"
          ? t("{made, plural, one {# count was entered} other {# counts were entered}}.", { made: lines.new })
          : t(
              "{made, plural, one {# record was made} other {# records were made}}, {changed, plural, one {# was changed} other {# were changed}}.",
              {
                made: lines.new,
                changed: lines.changed,
              },
            )}{" "}
        {lines.error > 0 &&
          t(
            "{count, plural, one {# line in error was left out: correct it and bring it again.} other {# lines in error were left out: correct them and bring them again.}}",
            {
              count: lines.error,
            },
          )}
      </p>
      <div className="dialog-buttons">
        <Button component={Link} to={listOf[kind] as string}>
          {t("See them: {what}", { what: kindWords[kind].name })}
        </Button>
        <ErrorFile of={of} />
        {canUndo && lines.new + lines.changed > 0 && (
          <ConfirmButton
            label={t("Undo this import")}
            title={t("Take this import back?")}
            action={t("Take it back")}
            act={async () => {
              const begun = await unwrap(
                client.POST("/api/v1/imports/{id}/undo", { params: { path: { id } } }),
              );
              queries.setQueryData(importQuery(id).queryKey, begun);
            }}
          >
            {t(
              "What it made is removed, and what it changed becomes as it was before. It is refused when somebody changed one of these records since.",
            )}
          </ConfirmButton>
        )}
      </div>
    </>
  );
}

function ErrorFile({ of: { id, lines, problem } }: { of: DataImport }) {
  if (lines.error === 0 && problem === null) return null;
  return (
    <Button
      variant="default"
      component="a"
      href={`/api/v1/imports/${id}/error-file?language=${language}`}
      download
      leftSection={<IconDownload size={16} stroke={1.7} />}
    >
      {t("Lines in error as a file")}
    </Button>
  );
}

const order = ["new", "changed", "same", "error"] as const;

/** All lines as one bar, by what they do. */
function OutcomeBar({ of: { lines } }: { of: DataImport }) {
  return (
    <div className="import-bar" aria-hidden>
      {order.map(
        (outcome) =>
          lines[outcome] > 0 && (
            <span
              key={outcome}
              className={`import-bar-${outcome}`}
              style={{ flexGrow: lines[outcome], minWidth: 4 }}
            />
          ),
      )}
    </div>
  );
}
