import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type Account, type Connection, client, type Domain, unwrap } from "../api/client.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { CopyField } from "../parts/copy-field.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { accountQuery } from "./queries.ts";
import { AddConnection } from "./sign-in-connection-form.tsx";
import { connectionState, connectionsQuery, domainsQuery, kindWords } from "./sign-in-queries.ts";

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** How the account's members sign in. */
export function SignInSettingsPage() {
  return (
    <>
      <PageHead title="Sign-in">
        <span className="soft">
          Without passwords: by passkey, or with the provider that your company has.
        </span>
        <AddConnection />
      </PageHead>
      <Connections />
      <Domains />
      <Security />
      <section
        className="card card-section"
        aria-label="Directory service"
        style={{ marginTop: 16, padding: 20 }}
      >
        <h2 className="section-head">Directory service (SCIM)</h2>
        <p className="soft">
          Microsoft Entra ID, Okta and others can keep the members here as they are there: who leaves is out
          at once. Make a key with the purpose <em>directory service</em> under{" "}
          <Link to="/settings/api-keys">API keys</Link>, and give it this address. Groups give roles by the
          rules of your connections.
        </p>
        <CopyField label="Address for the directory service" value={`${location.origin}/scim/v2`} />
      </section>
    </>
  );
}

function Connections() {
  const connections = useQuery(connectionsQuery);
  if (connections.isPending) return <Loading />;
  if (!connections.data) return <Failed error={connections.error!} onAgain={() => connections.refetch()} />;
  if (connections.data.length === 0)
    return (
      <section className="card" style={{ padding: "28px 24px" }} aria-label="Single sign-on">
        <h2 className="section-head" style={{ marginTop: 0 }}>
          Single sign-on
        </h2>
        <p className="soft" style={{ marginBottom: 0 }}>
          Members can sign in with the account that they have at work: Microsoft Entra ID, Google, Keycloak,
          AD FS, and any other provider of OpenID Connect or SAML 2.0. Add a connection, test it, and switch
          it on.
        </p>
      </section>
    );
  return (
    <section aria-label="Single sign-on">
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <thead>
            <tr>
              <th>Single sign-on</th>
              <th>Kind</th>
              <th>State</th>
              <th>Tested</th>
            </tr>
          </thead>
          <tbody>
            {connections.data.map((connection) => (
              <ConnectionRow key={connection.id} connection={connection} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ConnectionRow({ connection }: { connection: Connection }) {
  const { id, name, settings, test } = connection;
  const { words, className } = connectionState(connection);
  const ends = settings.kind === "saml" ? settings.certificateExpiresAt : null;
  return (
    <tr>
      <td className="wide">
        <Link to="/settings/sign-in/$id" params={{ id }}>
          <strong>{name}</strong>
        </Link>
        {ends && Date.parse(ends) < Date.now() + soonMs && (
          <div className="problem small-text">
            The provider's certificate ends <Time iso={ends} />: read its metadata anew.
          </div>
        )}
      </td>
      <td data-label="Kind">{kindWords[settings.kind]}</td>
      <td data-label="State">
        <span className={`state ${className}`}>{words}</span>
      </td>
      <td data-label="Tested">
        <Time iso={test?.at ?? null} />
      </td>
    </tr>
  );
}

function Domains() {
  const domains = useQuery(domainsQuery);
  const connections = useQuery(connectionsQuery).data ?? [];
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <section style={{ marginTop: 28 }} aria-label="Domains">
      <div className="page-head">
        <h2 className="section-head">Domains</h2>
        <Button size="xs" variant="default" ml="auto" leftSection={<IconPlus size={14} />} onClick={open}>
          Add domain
        </Button>
      </div>
      {domains.error && !domains.data ? (
        <Failed error={domains.error} onAgain={() => domains.refetch()} />
      ) : (domains.data ?? []).length === 0 ? (
        <p className="soft section-note">
          None. Prove that your company's e-mail domain is yours, and people with its addresses are led to
          your provider; you can require that they sign in there.
        </p>
      ) : (
        domains.data?.map((domain) => (
          <DomainCard key={domain.id} domain={domain} connections={connections} />
        ))
      )}
      <Modal opened={isOpen} onClose={close} title="Add a domain" centered>
        <AddDomain onAdded={close} />
      </Modal>
    </section>
  );
}

function useDomains() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: domainsQuery.queryKey });
}

function AddDomain({ onAdded }: { onAdded(): void }) {
  const [name, setName] = useState("");
  const refresh = useDomains();
  const add = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/domains", { body: { name: name.trim() } })),
    onSuccess: async () => {
      await refresh();
      onAdded();
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextInput
        label="Domain"
        description="What stands behind the @ of your addresses"
        placeholder="acme.example"
        required
        maxLength={253}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(add.error, "name") && "This is no domain, or it is in the list already."}
        data-autofocus
      />
      <FormProblem error={add.error} shown={["name"]} />
      <Button type="submit" loading={add.isPending}>
        Add
      </Button>
    </form>
  );
}

function DomainCard({ domain, connections }: { domain: Domain; connections: readonly Connection[] }) {
  const { id, name, record, verifiedAt, requiredConnectionId } = domain;
  const refresh = useDomains();
  const path = { path: { id } };
  const verify = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/domains/{id}/verify", { params: path })),
    onSuccess: refresh,
  });
  const required = connections.find((each) => each.id === requiredConnectionId);
  const on = connections.filter(({ isEnabled }) => isEnabled);
  const require = (connectionId: string | null) => async () => {
    await unwrap(
      client.PATCH("/api/v1/domains/{id}", { params: path, body: { requiredConnectionId: connectionId } }),
    );
    await refresh();
  };
  return (
    <div className="card domain-card">
      <div className="card-line">
        <strong className="breakable">{name}</strong>
        <span className={`state ${verifiedAt ? "state-ok" : "state-unknown"}`}>
          {verifiedAt ? "Verified" : "Not verified"}
        </span>
        <div className="row-actions" style={{ marginLeft: "auto" }}>
          <ConfirmButton
            size="compact-xs"
            label="Remove"
            title={`Remove ${name}?`}
            action="Remove"
            act={async () => {
              await unwrap(client.DELETE("/api/v1/domains/{id}", { params: path }));
              await refresh();
            }}
          >
            Its addresses are led to no provider any more, and its members sign in as they like.
          </ConfirmButton>
        </div>
      </div>
      {verifiedAt ? (
        <div className="card-line">
          <span>
            {required ? (
              <>
                Its members sign in with <strong>{required.name}</strong> and in no other way.
              </>
            ) : (
              "Its members sign in as they like."
            )}
          </span>
          {required ? (
            <ConfirmButton
              size="compact-xs"
              isHarmless
              label="Require it no more"
              title="Let its members sign in as they like?"
              action="Require it no more"
              act={require(null)}
            >
              Passkeys of members with addresses of {name} work again.
            </ConfirmButton>
          ) : (
            on.map((connection) => (
              <ConfirmButton
                key={connection.id}
                size="compact-xs"
                label={`Require ${connection.name}`}
                title={`Require ${connection.name} for ${name}?`}
                action="Require it"
                act={require(connection.id)}
              >
                Who has an address of {name} signs in with {connection.name} and in no other way: passkeys do
                not work for them any more. Sessions that are open go on. Make sure that you can sign in there
                yourself.
              </ConfirmButton>
            ))
          )}
          {!required && on.length === 0 && (
            <span className="soft small-text">A connection that is on can be required.</span>
          )}
        </div>
      ) : (
        <div className="form">
          <p className="soft small-text" style={{ margin: 0 }}>
            Add this TXT record where {name} is managed, then verify it. It may take up to an hour to be seen.
          </p>
          <CopyField label="Name" value={record.name} />
          <CopyField label="Value" value={record.value} />
          {verify.error && (
            <p role="alert" className="problem">
              {verify.error.message}
            </p>
          )}
          <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
            Verify now
          </Button>
        </div>
      )}
    </div>
  );
}

const idleChoices: [number, string][] = [
  [15, "15 minutes"],
  [60, "1 hour"],
  [480, "8 hours"],
  [720, "12 hours"],
  [1440, "24 hours"],
  [10080, "7 days"],
];
const hourChoices: [number, string][] = [
  [8, "8 hours"],
  [24, "24 hours"],
  [168, "7 days"],
  [720, "30 days"],
];
/** The present value stays visible, whatever it is. */
function choices(known: readonly [number, string][], present: number, unit: string) {
  const all = known.some(([value]) => value === present)
    ? known
    : [[present, `${present} ${unit}`] as const, ...known];
  return all.map(([value, label]) => ({ value: String(value), label }));
}

function Security() {
  const account = useQuery(accountQuery);
  const queries = useQueryClient();
  const change = async (
    body: Partial<Pick<Account, "requiresSecondFactor" | "sessionIdleMinutes" | "sessionHours">>,
  ) => {
    await unwrap(client.PATCH("/api/v1/account", { body }));
    await queries.invalidateQueries({ queryKey: accountQuery.queryKey });
    notifications.show({ message: "Saved." });
  };
  const save = useMutation({ mutationFn: change });
  if (!account.data) return null;
  const { requiresSecondFactor, sessionIdleMinutes, sessionHours } = account.data;
  return (
    <section className="card" aria-label="Security" style={{ marginTop: 28, padding: 20 }}>
      <h2 className="section-head" style={{ marginTop: 0 }}>
        Security
      </h2>
      <div className="card-line">
        <div>
          <strong>Second factor</strong>
          <div className="soft small-text">
            {requiresSecondFactor
              ? "Everybody needs one: a passkey, a code, or the provider's own."
              : "Asked of those who have set up an authenticator app. Passkeys have both factors anyway."}
          </div>
        </div>
        <ConfirmButton
          ml="auto"
          size="xs"
          isHarmless={!requiresSecondFactor}
          label={requiresSecondFactor ? "Require it no more" : "Require it of everybody"}
          title={requiresSecondFactor ? "Require it no more?" : "Require a second factor of everybody?"}
          action={requiresSecondFactor ? "Require it no more" : "Require it"}
          act={() => change({ requiresSecondFactor: !requiresSecondFactor })}
        >
          {requiresSecondFactor
            ? "Who signs in with a provider that asks for a password alone is in with that."
            : "Who signs in with a provider that asks for a password alone sets up a passkey or an app the next time. Nobody is locked out."}
        </ConfirmButton>
      </div>
      <div className="form-row">
        <Select
          label="A session that is not used ends after"
          data={choices(idleChoices, sessionIdleMinutes, "minutes")}
          value={String(sessionIdleMinutes)}
          allowDeselect={false}
          onChange={(value) => value && save.mutate({ sessionIdleMinutes: Number(value) })}
        />
        <Select
          label="Every session ends after"
          data={choices(hourChoices, sessionHours, "hours")}
          value={String(sessionHours)}
          allowDeselect={false}
          onChange={(value) => value && save.mutate({ sessionHours: Number(value) })}
        />
      </div>
      <FormProblem error={save.error} shown={[]} />
    </section>
  );
}
