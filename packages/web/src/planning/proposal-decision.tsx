import { Button, Group, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Form } from "../parts/form/form.tsx";
import { useForm } from "../parts/form/use-form.ts";
import { FormDialog } from "../parts/form-dialog.tsx";
import { type Proposal, renewPlanning } from "./queries.ts";

/** As many as the API takes at once. */
const mostAtOnce = 1000;

export interface Refused {
  id: string;
  detail: string;
}

/** Applies or dismisses proposals; `onDone` is told which ones were refused, and why. */
export function DecideProposals({
  proposals,
  size = "sm",
  onDone = () => {},
}: {
  proposals: readonly Proposal[];
  size?: "xs" | "sm";
  onDone?(refused: Refused[]): void;
}) {
  const queries = useQueryClient();
  const done = async (refused: Refused[], words: (count: number) => string) => {
    await renewPlanning(queries);
    const count = proposals.length - refused.length;
    if (count > 0) notifications.show({ message: words(count) });
    onDone(refused);
  };
  const apply = useMutation({
    mutationFn: () => applyAll(proposals),
    onSuccess: (refused) => done(refused, appliedWords),
  });
  const count = proposals.length;
  return (
    <div>
      <Group gap="xs">
        <Button
          size={size}
          disabled={proposals.length === 0}
          loading={apply.isPending}
          onClick={() => apply.mutate()}
        >
          {count === 1 ? t("Apply") : t("Apply {count}", { count })}
        </Button>
        <FormDialog
          size={size}
          label={count === 1 ? t("Dismiss …") : t("Dismiss {count} …", { count })}
          title={
            proposals.length === 1 ? t("Dismiss this proposal?") : t("Dismiss {count} proposals?", { count })
          }
          disabled={proposals.length === 0}
        >
          {(close) => (
            <DismissForm
              proposals={proposals}
              onDone={async (refused) => {
                close();
                await done(refused, dismissedWords);
              }}
            />
          )}
        </FormDialog>
      </Group>
      {apply.error && (
        <p role="alert" className="problem">
          {apply.error.message}
        </p>
      )}
    </div>
  );
}

const appliedWords = (count: number) =>
  t("{count, plural, one {# proposal is} other {# proposals are}} applied.", { count });
const dismissedWords = (count: number) =>
  t("{count, plural, one {# proposal is} other {# proposals are}} dismissed.", { count });

function DismissForm({
  proposals,
  onDone,
}: {
  proposals: readonly Proposal[];
  onDone(refused: Refused[]): Promise<void>;
}) {
  const form = useForm({
    initial: { reason: "" },
    optional: ["reason"],
    save: async ({ reason }) => onDone(await dismissAll(proposals, reason)),
  });
  return (
    <Form form={form} shown={["reason"]} submit={t("Dismiss")}>
      <p style={{ margin: 0 }}>{t("The same is not proposed again for half a year.")}</p>
      <Textarea
        label={t("Reason")}
        description={t("For your colleagues and the audit trail; may be left empty")}
        autosize
        minRows={2}
        maxLength={1000}
        data-autofocus
        value={form.values.reason}
        onChange={(event) => form.set({ reason: event.currentTarget.value })}
        error={form.problem("reason")}
      />
    </Form>
  );
}

async function applyAll(proposals: readonly Proposal[]): Promise<Refused[]> {
  const [first] = proposals;
  if (proposals.length === 1 && first) {
    // By itself, a refusal is told where it was asked for.
    await unwrap(
      client.POST("/api/v1/planning/proposals/{id}/apply", { params: { path: { id: first.id } } }),
    );
    return [];
  }
  const refused: Refused[] = [];
  for (let index = 0; index < proposals.length; index += mostAtOnce) {
    const ids = proposals.slice(index, index + mostAtOnce).map(({ id }) => id);
    const answer = await unwrap(client.POST("/api/v1/planning/proposals/apply", { body: { ids } }));
    refused.push(...answer.refused);
  }
  return refused;
}

async function dismissAll(proposals: readonly Proposal[], reason: string): Promise<Refused[]> {
  const refused: Refused[] = [];
  for (const { id } of proposals) {
    try {
      await unwrap(
        client.POST("/api/v1/planning/proposals/{id}/dismiss", {
          params: { path: { id } },
          body: { reason },
        }),
      );
    } catch (error) {
      if (proposals.length === 1) throw error;
      refused.push({ id, detail: (error as Error).message });
    }
  }
  return refused;
}
