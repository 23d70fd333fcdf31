import { Button, Modal, Select } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Account, client, unwrap } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { Failed, Loading } from "../parts/small.tsx";
import { lengthWords } from "./sign-in-words.ts";

type Change = Partial<Pick<Account, "requiresSecondFactor" | "sessionIdleMinutes" | "sessionHours">>;

const idleMinutes = [15, 60, 480, 720, 1440, 10_080];
const hours = [8, 24, 168, 720];

/** The present value can be seen, whatever it is. */
function choices(known: readonly number[], present: number, minutesEach: number) {
  const all = [...new Set([...known, present])].sort((a, b) => a - b);
  return all.map((value) => ({ value: String(value), label: lengthWords(value * minutesEach) }));
}

/** What holds for everybody's sign-in and sessions. */
export function SignInSecurity() {
  const account = useQuery(accountQuery);
  return (
    <section className="card" aria-label={t("Security")} style={{ marginTop: 28, padding: 20 }}>
      <h2 className="section-head" style={{ marginTop: 0 }}>
        {t("Security")}
      </h2>
      {account.data ? (
        <Settings account={account.data} />
      ) : account.error ? (
        <Failed error={account.error} onAgain={() => account.refetch()} />
      ) : (
        <Loading />
      )}
    </section>
  );
}

function useChange() {
  const queries = useQueryClient();
  return async (body: Change) => {
    const account = await unwrap(client.PATCH("/api/v1/account", { body }));
    queries.setQueryData(accountQuery.queryKey, account);
    notifications.show({ message: t("Saved.") });
  };
}

function Settings({ account }: { account: Account }) {
  const { requiresSecondFactor, sessionIdleMinutes, sessionHours } = account;
  const change = useChange();
  const [isAsking, { open, close }] = useDisclosure();
  const [wantedIdle, setWantedIdle] = useState(sessionIdleMinutes);
  const save = useMutation({ mutationFn: change, onSuccess: close });
  const pending = save.isPending ? save.variables : {};
  return (
    <>
      <div className="card-line">
        <div>
          <strong>{t("Second factor")}</strong>
          <div className="soft small-text">
            {requiresSecondFactor
              ? t("Everybody needs one: a passkey, a code, or the provider's own.")
              : t("Asked of those who have set up an authenticator app. Passkeys have both factors anyway.")}
          </div>
        </div>
        <ConfirmButton
          ml="auto"
          size="xs"
          isHarmless={!requiresSecondFactor}
          label={requiresSecondFactor ? t("Require it no more") : t("Require it of everybody")}
          title={requiresSecondFactor ? t("Require it no more?") : t("Require a second factor of everybody?")}
          action={requiresSecondFactor ? t("Require it no more") : t("Require it")}
          act={() => change({ requiresSecondFactor: !requiresSecondFactor })}
        >
          {requiresSecondFactor
            ? t("Who signs in with a provider that asks for a password alone is in with that.")
            : t(
                "Who signs in with a provider that asks for a password alone sets up a passkey or an app the next time. Nobody is locked out.",
              )}
        </ConfirmButton>
      </div>
      <div className="form-row">
        <Select
          label={t("A session that is not used ends after")}
          data={choices(idleMinutes, sessionIdleMinutes, 1)}
          value={String(pending.sessionIdleMinutes ?? sessionIdleMinutes)}
          allowDeselect={false}
          disabled={save.isPending}
          onChange={(value) => {
            const next = Number(value);
            if (next === sessionIdleMinutes) return;
            save.reset();
            setWantedIdle(next);
            // It holds for the open sessions too: with a shorter time, whoever was idle for longer is out.
            if (next < sessionIdleMinutes) open();
            else save.mutate({ sessionIdleMinutes: next });
          }}
          error={fieldProblem(save.error, "sessionIdleMinutes")}
        />
        <Select
          label={t("Every session ends after")}
          description={t("Counts for sessions that begin from now on")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          data={choices(hours, sessionHours, 60)}
          value={String(pending.sessionHours ?? sessionHours)}
          allowDeselect={false}
          disabled={save.isPending}
          onChange={(value) => Number(value) !== sessionHours && save.mutate({ sessionHours: Number(value) })}
          error={fieldProblem(save.error, "sessionHours")}
        />
      </div>
      {!isAsking && <FormProblem error={save.error} shown={["sessionIdleMinutes", "sessionHours"]} />}
      <Modal
        opened={isAsking}
        onClose={close}
        title={t("End sessions after {wantedIdle}?", { wantedIdle: lengthWords(wantedIdle) })}
        centered
      >
        <div className="form">
          <div>
            {t(
              "Sessions that were not used for {wantedIdle} end at once, and whoever had them signs in again. A page that is open counts as used.",
              { wantedIdle: lengthWords(wantedIdle) },
            )}
          </div>
          <FormProblem error={save.error} shown={[]} />
          <Button
            color="red"
            fullWidth
            loading={save.isPending}
            onClick={() => save.mutate({ sessionIdleMinutes: wantedIdle })}
          >
            {t("End them")}
          </Button>
        </div>
      </Modal>
    </>
  );
}
