import { Button, Modal, TextInput } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { profileQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import { askForPasskey, passkeyObstacle } from "../parts/passkey.ts";

/** How the person confirms that it is still them. */
export default function ConfirmationDialog({ onEnd }: { onEnd(isConfirmed: boolean): void }) {
  return (
    <Modal opened onClose={() => onEnd(false)} title={t("Confirm that it is you")} centered zIndex={400}>
      <Ways onConfirmed={() => onEnd(true)} />
    </Modal>
  );
}

function Ways({ onConfirmed }: { onConfirmed(): void }) {
  const profile = useQuery(profileQuery).data;
  const [code, setCode] = useState("");
  const [isRecovery, setRecovery] = useState(false);
  const byPasskey = useMutation({
    mutationFn: async () => {
      const options = await unwrap(client.POST("/api/v1/session/confirmation/passkey-options"));
      const passkey = await askForPasskey(options);
      await unwrap(client.POST("/api/v1/session/confirmation", { body: { passkey } }));
    },
    onSuccess: onConfirmed,
  });
  const byCode = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/session/confirmation", {
          body: isRecovery ? { recoveryCode: code.trim() } : { code: code.replace(/\s/g, "") },
        }),
      ),
    onSuccess: onConfirmed,
  });
  const byProvider = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/session/confirmation/sign-on", {
          body: { returnTo: `${location.pathname}${location.search}` },
        }),
      ),
    onSuccess: ({ url }) => location.assign(url),
  });
  if (!profile) return <p className="soft">{t("One moment …")}</p>;
  const hasPasskey = profile.passkeys > 0 && passkeyObstacle() === undefined;
  const hasCodes = profile.hasAuthenticator || profile.recoveryCodesLeft > 0;
  const asksRecovery = isRecovery || !profile.hasAuthenticator;
  const problem = byPasskey.error ?? byProvider.error;
  return (
    <div className="form">
      <p style={{ margin: 0 }} className="soft">
        {t("This changes who gets in or what leaves the account. You are not asked again for ten minutes.")}
      </p>
      {hasPasskey && (
        <Button
          data-autofocus
          leftSection={<IconFingerprint size={18} />}
          loading={byPasskey.isPending}
          onClick={() => byPasskey.mutate()}
        >
          {t("Confirm with a passkey")}
        </Button>
      )}
      {profile.connections.map((name) => (
        <Button
          key={name}
          variant={hasPasskey ? "default" : "filled"}
          loading={byProvider.isPending}
          onClick={() => byProvider.mutate()}
        >
          {t("Sign in anew with {name}", { name })}
        </Button>
      ))}
      {problem && (
        <p role="alert" className="problem">
          {problem.message}
        </p>
      )}
      {hasCodes && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            byCode.mutate();
          }}
        >
          <TextInput
            label={asksRecovery ? t("Recovery code") : t("Code of your authenticator app")}
            inputMode={asksRecovery ? "text" : "numeric"}
            autoComplete="one-time-code"
            required
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={
              fieldProblem(byCode.error, asksRecovery ? "recoveryCode" : "code") ?? byCode.error?.message
            }
          />
          <Button type="submit" variant="default" loading={byCode.isPending}>
            {t("Confirm with the code")}
          </Button>
          {profile.hasAuthenticator && profile.recoveryCodesLeft > 0 && (
            <button type="button" className="text-button" onClick={() => setRecovery(!isRecovery)}>
              {isRecovery ? t("Use the app's code") : t("Use a recovery code")}
            </button>
          )}
        </form>
      )}
      {!hasPasskey && !hasCodes && profile.connections.length === 0 && (
        <p className="problem" role="alert">
          {passkeyObstacle() ?? t("You have no way to confirm here. Ask an admin for a new sign-in link.")}
        </p>
      )}
    </div>
  );
}
