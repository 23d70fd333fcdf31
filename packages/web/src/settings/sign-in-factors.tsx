import { Button, TagsInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { useConnectionChange } from "./sign-in-change.ts";
import { SignInStep } from "./sign-in-step.tsx";

/** What of the provider's words counts as a second factor. */
export function SignInFactors({ connection }: { connection: Connection }) {
  const [edit, setEdit] = useState<string[]>();
  const change = useConnectionChange(connection);
  const contexts = edit ?? connection.secondFactorContexts;
  const save = useMutation({
    mutationFn: () => change({ secondFactorContexts: contexts }),
    onSuccess: () => {
      setEdit(undefined);
      notifications.show({ message: t("Saved.") });
    },
  });
  return (
    <SignInStep title={t("Second factor")}>
      <p className="soft small-text" style={{ margin: 0 }}>
        {t(
          "It counts when the provider says in <code>amr</code> that it asked for <code2>mfa</code2> or for two kinds of factors, or names a well-known context. Otherwise Refill asks for one itself: of those who have an authenticator app, and of everybody if you require it.",
          { code: (inside) => <code>{inside}</code>, code2: (inside) => <code>{inside}</code> },
        )}
      </p>
      <TagsInput
        label={t("Also a second factor")}
        description={t("Values of acr or AuthnContextClassRef that stand for one; each with Enter")}
        value={contexts}
        maxTags={20}
        maxLength={300}
        disabled={save.isPending}
        acceptValueOnBlur
        onChange={(next) => {
          save.reset();
          setEdit(next);
        }}
        error={fieldProblem(save.error, "secondFactorContexts")}
      />
      <FormProblem error={save.error} shown={["secondFactorContexts"]} />
      <Button
        variant="default"
        style={{ justifySelf: "start" }}
        loading={save.isPending}
        disabled={JSON.stringify(contexts) === JSON.stringify(connection.secondFactorContexts)}
        onClick={() => save.mutate()}
      >
        {t("Save")}
      </Button>
    </SignInStep>
  );
}
