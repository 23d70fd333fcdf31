import { Button, FileButton, Textarea } from "@mantine/core";
import { IconFileSpreadsheet, IconUpload } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { t } from "../language/language.ts";
import { kindWords } from "./import-words.ts";
import { type ImportKindName, importQuery, importsQuery, sendFile } from "./queries.ts";

const mostBytes = 8 * 1024 * 1024;

/** A file that is dropped or chosen, or cells that are pasted, and then its preview. */
export function FileDrop({ kind }: { kind: ImportKindName }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isOver, setOver] = useState(false);
  const [pastes, setPastes] = useState(false);
  const send = useMutation({
    mutationFn: async ({ content, name }: { content: Blob; name?: string | undefined }) => {
      if (content.size > mostBytes) throw new Error(t("The file is larger than 8 MB: divide it."));
      if (/\.(xlsx?|ods|numbers)$/i.test(name ?? ""))
        throw new Error(
          t("This is a spreadsheet: save it as CSV in your program first, then bring that file."),
        );
      return sendFile(kind, await content.arrayBuffer(), name);
    },
    onSuccess: (made) => {
      queries.setQueryData(importQuery(made.id).queryKey, made);
      void queries.invalidateQueries({ queryKey: importsQuery.queryKey, exact: true });
      void navigate({ to: "/settings/imports/$id", params: { id: made.id } });
    },
  });
  const take = (file: File | null | undefined) => file && send.mutate({ content: file, name: file.name });
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is for the mouse; the button inside is for everybody */}
      <div
        className="import-drop"
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files[0]);
        }}
      >
        <IconFileSpreadsheet size={34} stroke={1.3} aria-hidden />
        <p>
          {send.isPending
            ? t("The file is being read …")
            : t("Drop a CSV file with {what} here", { what: kindWords[kind].name })}
        </p>
        <div className="import-drop-buttons">
          <FileButton onChange={take} accept=".csv,.tsv,.txt,text/csv">
            {(props) => (
              <Button {...props} loading={send.isPending} leftSection={<IconUpload size={16} />}>
                {t("Choose a file")}
              </Button>
            )}
          </FileButton>
          <Button variant="default" onClick={() => setPastes(!pastes)} aria-expanded={pastes}>
            {t("Paste cells")}
          </Button>
        </div>
      </div>
      {pastes && (
        <PasteField
          isPending={send.isPending}
          onPaste={(text) => send.mutate({ content: new Blob([text]) })}
        />
      )}
      {send.error && (
        <p role="alert" className="problem">
          {send.error.message}
        </p>
      )}
    </>
  );
}

function PasteField({ isPending, onPaste }: { isPending: boolean; onPaste(text: string): void }) {
  const [text, setText] = useState("");
  return (
    <div className="form">
      <Textarea
        label={t("Cells of a spreadsheet")}
        description={t("Copy them there with the line that names the columns, and paste them here.")}
        autosize
        minRows={5}
        maxRows={14}
        className="import-paste"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        data-autofocus
      />
      <Button
        style={{ justifySelf: "start" }}
        disabled={text.trim() === ""}
        loading={isPending}
        onClick={() => onPaste(text)}
      >
        {t("Look at it")}
      </Button>
    </div>
  );
}
