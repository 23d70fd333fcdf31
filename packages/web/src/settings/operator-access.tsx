import { Button, Modal, Select, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type OperatorAccess, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { operatorAccessQuery } from "./sign-in-queries.ts";

const hourChoices = [
  { value: "1", label: "1 hour" },
  { value: "4", label: "4 hours" },
  { value: "24", label: "24 hours" },
  { value: "168", label: "7 days" },
];
const stateWords: Record<OperatorAccess["state"], string> = {
  asked: t("Asked"),
  granted: t("Open"),
  ended: t("Ended"),
};
const stateClass: Record<OperatorAccess["state"], string> = {
  asked: "state-coming",
  granted: "state-low",
  ended: "state-unknown",
};

/** Whether, when and for how long those who run the service look into this account. */
export function OperatorAccessPage() {
  const access = useQuery(operatorAccessQuery);
  const [isOpen, { open, close }] = useDisclosure();
  if (access.isPending) return <Loading />;
  if (!access.data) return <Failed error={access.error!} onAgain={() => access.refetch()} />;
  return (
    <>
      <PageHead title={t("Operator access")}>
        <span className="soft">
          {t(
            "Those who run the service see nothing of your data, unless you let them in. They only look, and each visit stands in the audit trail.",
          )}
        </span>
        <Button onClick={open} ml="auto">
          {t("Let operators in")}
        </Button>
      </PageHead>
      {access.data.length === 0 ? (
        <Empty title={t("Nobody has asked")}>
          {t("When you want help, let operators in for some hours.")}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Who and why")}</th>
                <th>{t("State")}</th>
                <th>{t("Asked")}</th>
                <th>
                  <span className="visually-hidden">{t("Actions")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {access.data.toReversed().map((each) => (
                <AccessRow key={each.id} access={each} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Modal opened={isOpen} onClose={close} title={t("Let operators in")} centered>
        <LetIn onDone={close} />
      </Modal>
    </>
  );
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: operatorAccessQuery.queryKey });
}

function AccessRow({ access }: { access: OperatorAccess }) {
  const { id, reason, operatorName, state, until, grantedBy, createdAt } = access;
  const refresh = useRefresh();
  const [isOpen, { open, close }] = useDisclosure();
  const [hours, setHours] = useState("4");
  const path = { path: { id } };
  const grant = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/operator-access/{id}/grant", { params: path, body: { hours: Number(hours) } }),
      ),
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  return (
    <tr>
      <td className="wide">
        <strong>{operatorName ?? t("Any operator")}</strong>
        <div className="breakable">{reason}</div>
      </td>
      <td data-label={t("State")}>
        <span className={`state ${stateClass[state]}`}>{stateWords[state]}</span>{" "}
        {state === "granted" && (
          <span className="soft">
            {t("by {grantedBy}, ends {time}", { grantedBy, time: <Time iso={until} /> })}
          </span>
        )}
      </td>
      <td data-label={t("Asked")}>
        <Time iso={createdAt} />
      </td>
      <td className="wide">
        <div className="row-actions">
          {state === "asked" && (
            <Button size="compact-sm" onClick={open}>
              {t("Grant")}
            </Button>
          )}
          {state !== "ended" && (
            <ConfirmButton
              size="compact-sm"
              label={state === "asked" ? t("Refuse") : t("End now")}
              title={state === "asked" ? t("Refuse it?") : t("End it now?")}
              action={state === "asked" ? t("Refuse") : t("End it")}
              act={async () => {
                await unwrap(client.DELETE("/api/v1/operator-access/{id}", { params: path }));
                await refresh();
              }}
            >
              {state === "asked"
                ? t("The operator can ask again.")
                : t("Who looks at this moment is out at once.")}
            </ConfirmButton>
          )}
        </div>
        <Modal
          opened={isOpen}
          onClose={close}
          title={t("Let {operatorName} in?", { operatorName: operatorName ?? t("operators") })}
          centered
        >
          <div className="form">
            <p style={{ margin: 0 }}>{t("They see everything that a user sees, and change nothing.")}</p>
            <Hours value={hours} onChange={setHours} />
            <FormProblem error={grant.error} shown={[]} />
            <Button loading={grant.isPending} onClick={() => grant.mutate()}>
              {t("Let in")}
            </Button>
          </div>
        </Modal>
      </td>
    </tr>
  );
}

function Hours({ value, onChange }: { value: string; onChange(hours: string): void }) {
  return (
    <Select
      label={t("For")}
      data={hourChoices}
      value={value}
      allowDeselect={false}
      onChange={(next) => next && onChange(next)}
    />
  );
}

function LetIn({ onDone }: { onDone(): void }) {
  const [reason, setReason] = useState("");
  const [hours, setHours] = useState("4");
  const refresh = useRefresh();
  const open = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/operator-access", { body: { reason: reason.trim(), hours: Number(hours) } }),
      ),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        open.mutate();
      }}
    >
      <Textarea
        label={t("What for?")}
        required
        maxLength={500}
        autosize
        minRows={2}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={fieldProblem(open.error, "reason")}
        data-autofocus
      />
      <Hours value={hours} onChange={setHours} />
      <FormProblem error={open.error} shown={["reason"]} />
      <Button type="submit" loading={open.isPending} disabled={reason.trim() === ""}>
        {t("Let in")}
      </Button>
    </form>
  );
}
