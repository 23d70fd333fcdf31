import { Button, Modal, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Paths } from "@refill/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type Connection, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { CopyField } from "../parts/copy-field.tsx";
import { Failed, Loading, PageHead } from "../parts/small.tsx";
import { SettingsForm } from "./sign-in-connection-form.tsx";
import { SignInFactors } from "./sign-in-factors.tsx";
import { connectionQuery, connectionState, connectionsQuery, kindWords } from "./sign-in-queries.ts";
import { SignInRename } from "./sign-in-rename.tsx";
import { SignInRules } from "./sign-in-rules.tsx";
import { SignInTestResult } from "./sign-in-test-result.tsx";

/** One connection, in the order in which it is set up: the provider is told, it is tested, it is switched on. */
export function SignInConnectionPage({ id }: { id: string }) {
  const connection = useQuery(connectionQuery(id));
  if (connection.isPending) return <Loading />;
  if (!connection.data) return <Failed error={connection.error!} onAgain={() => connection.refetch()} />;
  const { words, className } = connectionState(connection.data);
  return (
    <>
      <PageHead title={connection.data.name}>
        <span className={`state ${className}`}>{words}</span>
        <span className="soft">{kindWords[connection.data.settings.kind]}</span>
        <SignInRename connection={connection.data} />
        <Link to="/settings/sign-in" style={{ marginLeft: "auto" }}>
          {t("All of sign-in")}
        </Link>
      </PageHead>
      <div className="connection-steps">
        <TellProvider connection={connection.data} />
        <Test connection={connection.data} />
        <SwitchOn connection={connection.data} />
        <SignInRules connection={connection.data} />
        <SignInFactors connection={connection.data} />
        <Remove connection={connection.data} />
      </div>
    </>
  );
}

function useChange({ id }: Connection) {
  const queries = useQueryClient();
  return async (body: ConnectionChange) => {
    await unwrap(client.PATCH("/api/v1/connections/{id}", { params: { path: { id } }, body }));
    await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
  };
}

type ConnectionChange =
  Paths["/api/v1/connections/{id}"]["patch"]["requestBody"]["content"]["application/json"];

function Step({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="card connection-step" aria-label={title}>
      <h2 className="section-head" style={{ marginTop: 0 }}>
        {title}
      </h2>
      <div className="form">{children}</div>
    </section>
  );
}

function TellProvider({ connection }: { connection: Connection }) {
  const { addresses, settings } = connection;
  const [isOpen, { open, close }] = useDisclosure();
  const change = useChange(connection);
  return (
    <Step title={t("1. Tell your provider")}>
      {settings.kind === "oidc" ? (
        <>
          <p className="soft small-text" style={{ margin: 0 }}>
            {t("Register Refill there as a web application with these addresses.")}
          </p>
          <CopyField label={t("Redirect URI")} value={addresses.oidcCallback} />
          <CopyField label={t("After sign-out")} value={`${location.origin}/sign-in`} />
          <CopyField label={t("Back-channel logout, if it has it")} value={addresses.oidcBackChannel} />
        </>
      ) : (
        <>
          <p className="soft small-text" style={{ margin: 0 }}>
            {t(
              "Add Refill there as relying party by its metadata. It has to send the e-mail address, and a NameID that stays.",
            )}
          </p>
          <CopyField label={t("Metadata, also the entity ID")} value={addresses.samlEntityId} />
          <CopyField label={t("Assertion consumer service")} value={addresses.samlConsumer} />
          <CopyField label={t("Single logout service")} value={addresses.samlSignOut} />
        </>
      )}
      <Button variant="default" onClick={open}>
        {t("Change its settings")}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={t("Settings of {name}", { name: connection.name })}
        centered
        size="lg"
      >
        <p className="soft small-text" style={{ marginTop: 0 }}>
          {t("With other settings it is off until it is tested again.")}
        </p>
        <SettingsForm
          connection={connection}
          save={async (next) => {
            await change({ settings: next });
            close();
          }}
        />
      </Modal>
    </Step>
  );
}

function Test({ connection }: { connection: Connection }) {
  const { id, test } = connection;
  const run = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/connections/{id}/test", { params: { path: { id } } })),
    onSuccess: ({ url }) => location.assign(url),
  });
  return (
    <Step title={t("2. Test it")}>
      <SignInTestResult connection={connection} />
      {run.error && (
        <p role="alert" className="problem">
          {run.error.message}
        </p>
      )}
      <Button
        variant={test?.problem === null ? "default" : "filled"}
        loading={run.isPending}
        onClick={() => run.mutate()}
      >
        {test === null ? t("Test") : t("Test again")}
      </Button>
    </Step>
  );
}

function SwitchOn({ connection }: { connection: Connection }) {
  const change = useChange(connection);
  const run = useMutation({ mutationFn: (isEnabled: boolean) => change({ isEnabled }) });
  return (
    <Step title={t("3. Switch it on")}>
      <Switch
        label={t("Members can sign in with it")}
        checked={run.isPending ? run.variables : connection.isEnabled}
        onChange={(event) => run.mutate(event.currentTarget.checked)}
      />
      {run.error && (
        <p role="alert" className="problem">
          {run.error.message}
        </p>
      )}
      <CopyField label={t("Sign-in address for bookmarks")} value={connection.addresses.signIn} />
    </Step>
  );
}

function Remove({ connection: { id, name } }: { connection: Connection }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <ConfirmButton
      mt="md"
      label={t("Remove this connection")}
      title={t("Remove {name}?", { name })}
      action={t("Remove")}
      act={async () => {
        await unwrap(client.DELETE("/api/v1/connections/{id}", { params: { path: { id } } }));
        await navigate({ to: "/settings/sign-in" });
        await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      }}
    >
      {t(
        "Nobody signs in with it any more, and who is signed in with it is out at once. Members stay; those without a passkey need a new sign-in link.",
      )}
    </ConfirmButton>
  );
}
