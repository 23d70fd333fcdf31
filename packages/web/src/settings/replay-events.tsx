import { Button, Checkbox, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap, type Webhook } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { dateTime } from "../words.ts";

/** Sends the events of a time again. */
export function ReplayEvents({ webhook }: { webhook: Webhook }) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Button size="xs" variant="default" onClick={open}>
        {t("Send again …")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Send the events of a time again")} centered>
        <ReplayForm id={webhook.id} />
      </Modal>
    </>
  );
}

const dayMs = 86_400_000;

function ReplayForm({ id }: { id: string }) {
  const [since, setSince] = useState(() => localMinute(Date.now() - dayMs));
  const [until, setUntil] = useState("");
  const [onlyFailed, setOnlyFailed] = useState(true);
  const queries = useQueryClient();
  const replay = useMutation({
    mutationFn: (from: string) =>
      unwrap(
        client.POST("/api/v1/webhooks/{id}/replay", {
          params: { path: { id } },
          body: {
            since: from,
            ...(until ? { until: new Date(until).toISOString() } : {}),
            onlyFailed,
          },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["deliveries", id] }),
  });
  const { data, error } = replay;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        replay.mutate(new Date(since).toISOString());
      }}
    >
      <TextInput
        required
        type="datetime-local"
        label={t("Since")}
        value={since}
        onChange={(event) => setSince(event.currentTarget.value)}
        error={fieldProblem(error, "since")}
      />
      <TextInput
        type="datetime-local"
        label={t("Until")}
        description={t("Left out: now")}
        value={until}
        onChange={(event) => setUntil(event.currentTarget.value)}
        error={fieldProblem(error, "until")}
      />
      <Checkbox
        label={t("Only those that failed")}
        description={t(
          "Otherwise all that this webhook wants, also from before it was made: your receiver takes each webhook-id once",
        )}
        checked={onlyFailed}
        onChange={(event) => setOnlyFailed(event.currentTarget.checked)}
      />
      <FormProblem error={error} shown={["since", "until"]} />
      {data && !replay.isPending && (
        <p role="status" style={{ margin: 0 }}>
          {data.replayed === 0
            ? t("There is nothing to send again.")
            : t("{count, plural, one {# event is} other {# events are}} sent again.", {
                count: data.replayed,
              })}{" "}
          {data.continueAt &&
            t("There are more, from {continueAt} on.", { continueAt: dateTime(data.continueAt) })}
        </p>
      )}
      {data?.continueAt ? (
        <Button loading={replay.isPending} onClick={() => replay.mutate(data.continueAt!)}>
          {t("Go on from {continueAt}", { continueAt: dateTime(data.continueAt) })}
        </Button>
      ) : (
        <Button type="submit" loading={replay.isPending}>
          {t("Send again")}
        </Button>
      )}
    </form>
  );
}

/** As an input of date and time takes it, in this browser's time zone. */
function localMinute(ms: number): string {
  const local = new Date(ms - new Date(ms).getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
