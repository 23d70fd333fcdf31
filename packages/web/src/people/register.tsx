import { Alert, Button, Divider, TextInput } from "@mantine/core";
import { IconFingerprint, IconKey } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ApiProblem, client, type Registration, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import { fragmentToken } from "../parts/fragment-token.ts";
import { deviceWords, makePasskey, passkeyObstacle } from "../parts/passkey.ts";
import { rememberConnection } from "./remembered-connections.ts";
import { SignInCard } from "./sign-in-card.tsx";

/** The way in by a link that works once: address, way to sign in, and the second factor where it is asked for. */
export function RegisterPage() {
  const [token] = useState(fragmentToken);
  useEffect(() => {
    document.title = `${t("Register")} · Refill`;
  }, []);
  const link = useQuery({
    queryKey: ["registration", token],
    queryFn: () =>
      unwrap(client.GET("/api/v1/registration/{token}", { params: { path: { token: token || "none" } } })),
    retry: false,
  });
  return (
    <SignInCard title={link.data?.memberName ? t("A new way in") : t("Welcome to Refill")}>
      {link.isPending && <p className="soft">{t("Checking the link …")}</p>}
      {link.error && (
        <>
          <p role="alert">{link.error.message}</p>
          <p className="soft">
            {t("Each link works once and for seven days. Registered already? <link>Sign in</link>", {
              link: (inside) => <a href="/sign-in">{inside}</a>,
            })}
          </p>
        </>
      )}
      {link.data && <RegistrationForm token={token} link={link.data} />}
    </SignInCard>
  );
}

function RegistrationForm({ token, link }: { token: string; link: Registration }) {
  const [name, setName] = useState(link.memberName ?? "");
  const [email, setEmail] = useState(link.email ?? "");
  const [addressCode, setAddressCode] = useState("");
  const [factor, setFactor] = useState("");
  const queries = useQueryClient();
  const path = { path: { token } };
  const sendCode = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/registration/{token}/code", { params: path, body: { email: email.trim() } }),
      ),
  });
  const register = useMutation({
    mutationFn: async () => {
      const person = { name: name.trim(), email: email.trim() };
      const options = await unwrap(
        client.POST("/api/v1/registration/{token}/passkey-options", {
          params: path,
          body: { ...person, ...(link.needsAddressCode ? { addressCode } : {}) },
        }),
      );
      const passkey = await makePasskey(options);
      const isCode = /^\d{6}$/.test(factor.replace(/\s/g, ""));
      const codes = isCode ? { code: factor.replace(/\s/g, "") } : { recoveryCode: factor.trim() };
      return unwrap(
        client.POST("/api/v1/registration/{token}", {
          params: path,
          body: {
            name: person.name,
            passkey,
            passkeyName: deviceWords(),
            ...(link.needsCode ? codes : {}),
          },
        }),
      );
    },
    onSuccess: () => {
      queries.clear();
      location.assign("/profile?welcome");
    },
  });
  const signOn = useMutation({
    mutationFn: (connection: { token: string; name: string }) => {
      rememberConnection(connection);
      return unwrap(
        client.POST("/api/v1/sign-in/connections/{token}", {
          params: { path: { token: connection.token } },
          body: { registration: token, returnTo: "/", ...(link.email ? { hint: link.email } : {}) },
        }),
      );
    },
    onSuccess: ({ url }) => location.assign(url),
  });
  const obstacle = passkeyObstacle();
  const shown = ["name", "email", "addressCode", "code", "recoveryCode"];
  const problem = register.error ?? signOn.error;
  const isShown =
    problem instanceof ApiProblem && Object.keys(problem.fields).some((field) => shown.includes(field));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        register.mutate();
      }}
    >
      <p className="soft" style={{ margin: 0 }}>
        {link.memberName
          ? t("{member}, you set up a new passkey for {customer}.", {
              member: link.memberName,
              customer: <strong>{link.customerName}</strong>,
            })
          : t(
              "{role, select, admin {You become an admin of {customer}.} other {You become a user of {customer}.}}",
              {
                role: link.role,
                customer: <strong>{link.customerName}</strong>,
              },
            )}
      </p>
      {link.hasPasskeys && (
        <>
          {!link.memberName && (
            <TextInput
              label={t("Your name")}
              autoComplete="name"
              required
              maxLength={200}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              error={fieldProblem(register.error, "name")}
              data-autofocus
            />
          )}
          <TextInput
            type="email"
            label={t("E-mail address")}
            autoComplete="email"
            required
            maxLength={254}
            value={email}
            readOnly={link.email !== null}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={
              fieldProblem(register.error ?? sendCode.error, "email") &&
              ((register.error ?? sendCode.error) as ApiProblem).message.replace(/^email: /, "")
            }
          />
          {link.needsAddressCode && (
            <div className="form-row">
              <TextInput
                label={t("Code from the e-mail")}
                inputMode="numeric"
                autoComplete="one-time-code"
                required
                maxLength={20}
                value={addressCode}
                onChange={(event) => setAddressCode(event.currentTarget.value)}
                error={fieldProblem(register.error, "addressCode")}
              />
              <Button
                variant="default"
                mt={25}
                loading={sendCode.isPending}
                disabled={email.trim() === ""}
                onClick={() => sendCode.mutate()}
              >
                {sendCode.isSuccess ? t("Mail it again") : t("Mail me the code")}
              </Button>
            </div>
          )}
          {sendCode.isSuccess && (
            <p role="status" className="soft small-text">
              {t("The code is on its way to {email}. It is valid for 15 minutes, in this browser.", {
                email,
              })}
            </p>
          )}
          {sendCode.error && !fieldProblem(sendCode.error, "email") && (
            <p role="alert" className="problem">
              {sendCode.error.message}
            </p>
          )}
          {link.needsCode && (
            <TextInput
              label={t("Recovery code, or code of your authenticator app")}
              autoComplete="one-time-code"
              required
              maxLength={40}
              value={factor}
              onChange={(event) => setFactor(event.currentTarget.value)}
              error={fieldProblem(register.error, "code") ?? fieldProblem(register.error, "recoveryCode")}
            />
          )}
        </>
      )}
      {problem && !isShown && (
        <Alert color="red" role="alert">
          {problem.message}
        </Alert>
      )}
      {link.hasPasskeys && (
        <>
          <Button
            type="submit"
            fullWidth
            leftSection={<IconFingerprint size={18} />}
            loading={register.isPending}
            disabled={obstacle !== undefined}
          >
            {t("Register with a passkey")}
          </Button>
          <p className="soft small-text" style={{ margin: 0 }}>
            {obstacle ??
              t(
                "No password: your device asks for your finger, face or PIN, and nothing that could be stolen leaves it.",
              )}
          </p>
        </>
      )}
      {link.connections.length > 0 && (
        <>
          {link.hasPasskeys && <Divider label={t("or")} />}
          {link.connections.map((connection) => (
            <Button
              key={connection.token}
              fullWidth
              variant={link.hasPasskeys ? "default" : "filled"}
              leftSection={<IconKey size={18} />}
              loading={signOn.isPending}
              onClick={() => signOn.mutate(connection)}
            >
              {t("Go on with {name}", { name: connection.name })}
            </Button>
          ))}
        </>
      )}
    </form>
  );
}
