import { Button, TextInput } from "@mantine/core";
import { IconDeviceMobile, IconFingerprint } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { client, type SignInState, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import { askForPasskey, deviceWords, makePasskey, passkeyObstacle } from "../parts/passkey.ts";
import { QrCode } from "../parts/qr-code.tsx";
import { SignInCard } from "./sign-in-card.tsx";

/** The first step is done: the second factor is asked for, or has to be set up. */
export function SecondFactor({
  state,
  onSignedIn,
  onGivenUp,
}: {
  state: SignInState;
  onSignedIn(where: string): void;
  onGivenUp(): void;
}) {
  return (
    <SignInCard title={state.state === "enrolment" ? t("Set up a second factor") : t("One more step")}>
      <p className="soft" style={{ marginTop: 0 }}>
        {state.memberName}, {state.customerName}
      </p>
      {state.state === "enrolment" ? (
        <Enrolment onSignedIn={onSignedIn} />
      ) : (
        <Asked state={state} onSignedIn={onSignedIn} />
      )}
      <button type="button" className="text-button" onClick={onGivenUp}>
        {t("Sign in as somebody else")}
      </button>
    </SignInCard>
  );
}

function Asked({ state, onSignedIn }: { state: SignInState; onSignedIn(where: string): void }) {
  const [isRecovery, setRecovery] = useState(!state.hasAuthenticator && state.hasRecoveryCodes);
  const [code, setCode] = useState("");
  const onSuccess = ({ returnTo }: { returnTo: string }) => onSignedIn(returnTo);
  const byPasskey = useMutation({
    mutationFn: async () => {
      const passkey = await askForPasskey(
        await unwrap(client.POST("/api/v1/sign-in/second-factor/passkey-options")),
      );
      return unwrap(client.POST("/api/v1/sign-in/second-factor", { body: { passkey } }));
    },
    onSuccess,
  });
  const byCode = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/sign-in/second-factor", {
          body: isRecovery ? { recoveryCode: code.trim() } : { code: code.replace(/\s/g, "") },
        }),
      ),
    onSuccess,
  });
  return (
    <div className="form">
      {state.hasPasskeys && passkeyObstacle() === undefined && (
        <Button
          leftSection={<IconFingerprint size={18} />}
          variant={state.hasAuthenticator ? "default" : "filled"}
          loading={byPasskey.isPending}
          onClick={() => byPasskey.mutate()}
        >
          {t("Use a passkey")}
        </Button>
      )}
      {byPasskey.error && (
        <p role="alert" className="problem">
          {byPasskey.error.message}
        </p>
      )}
      {(state.hasAuthenticator || isRecovery) && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            byCode.mutate();
          }}
        >
          <TextInput
            key={String(isRecovery)}
            label={isRecovery ? t("Recovery code") : t("Code of your authenticator app")}
            description={
              isRecovery ? t("One of the ten that you kept") : t("Six digits that change every 30 seconds")
            }
            inputMode={isRecovery ? "text" : "numeric"}
            autoComplete="one-time-code"
            required
            maxLength={40}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={fieldProblem(byCode.error, isRecovery ? "recoveryCode" : "code") ?? byCode.error?.message}
            data-autofocus
          />
          <Button type="submit" loading={byCode.isPending}>
            {t("Sign in")}
          </Button>
        </form>
      )}
      {state.hasRecoveryCodes && (state.hasAuthenticator || !isRecovery) && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            setRecovery(!isRecovery);
            setCode("");
          }}
        >
          {isRecovery ? t("Use the app's code") : t("Use a recovery code")}
        </button>
      )}
    </div>
  );
}

function Enrolment({ onSignedIn }: { onSignedIn(where: string): void }) {
  const [code, setCode] = useState("");
  const onSuccess = ({ returnTo }: { returnTo: string }) => onSignedIn(returnTo);
  const app = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/sign-in/enrolment/authenticator")),
  });
  const byCode = useMutation({
    mutationFn: () =>
      unwrap(client.POST("/api/v1/sign-in/enrolment", { body: { code: code.replace(/\s/g, "") } })),
    onSuccess,
  });
  const byPasskey = useMutation({
    mutationFn: async () => {
      const passkey = await makePasskey(
        await unwrap(client.POST("/api/v1/sign-in/enrolment/passkey-options")),
      );
      return unwrap(
        client.POST("/api/v1/sign-in/enrolment", { body: { passkey, passkeyName: deviceWords() } }),
      );
    },
    onSuccess,
  });
  const problem = byPasskey.error ?? app.error;
  return (
    <div className="form">
      <p style={{ margin: 0 }}>{t("Your account asks everybody for a second factor. Choose yours:")}</p>
      {!app.data && (
        <>
          <Button
            leftSection={<IconFingerprint size={18} />}
            disabled={passkeyObstacle() !== undefined}
            loading={byPasskey.isPending}
            onClick={() => byPasskey.mutate()}
          >
            {t("A passkey on this device")}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDeviceMobile size={18} />}
            loading={app.isPending}
            onClick={() => app.mutate()}
          >
            {t("An authenticator app")}
          </Button>
        </>
      )}
      {problem && (
        <p role="alert" className="problem">
          {problem.message}
        </p>
      )}
      {app.data && (
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            byCode.mutate();
          }}
        >
          <AuthenticatorSecret {...app.data} />
          <CodeField code={code} onChange={setCode} error={byCode.error} />
          <Button type="submit" loading={byCode.isPending}>
            {t("Sign in")}
          </Button>
        </form>
      )}
    </div>
  );
}

export function AuthenticatorSecret({ secret, uri }: { secret: string; uri: string }) {
  return (
    <div>
      <QrCode text={uri} label={t("QR code for the authenticator app")} />
      <p className="soft small-text">
        {t("Scan it with the app, or type this key into it: {code}", {
          code: <code className="breakable">{secret.match(/.{1,4}/g)?.join(" ")}</code>,
        })}
      </p>
    </div>
  );
}

export function CodeField({
  code,
  onChange,
  error,
}: {
  code: string;
  onChange(code: string): void;
  error: Error | null;
}) {
  return (
    <TextInput
      label={t("Code that the app shows")}
      inputMode="numeric"
      autoComplete="one-time-code"
      required
      maxLength={20}
      value={code}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={fieldProblem(error, "code") ?? error?.message}
    />
  );
}
