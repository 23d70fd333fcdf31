import { Button, Checkbox, Modal, Select, Switch, TagsInput, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import type { Paths } from "@refill/client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Connection, client, unwrap } from "../api/client.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { CopyField } from "../parts/copy-field.tsx";
import { FormProblem } from "../parts/form-problem.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { rolesQuery } from "./queries.ts";
import { SettingsForm } from "./sign-in-connection-form.tsx";
import { connectionQuery, connectionState, connectionsQuery, kindWords } from "./sign-in-queries.ts";

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
        <Link to="/settings/sign-in" style={{ marginLeft: "auto" }}>
          All of sign-in
        </Link>
      </PageHead>
      <div className="connection-steps">
        <TellProvider connection={connection.data} />
        <Test connection={connection.data} />
        <SwitchOn connection={connection.data} />
        <Rules key={connection.data.version} connection={connection.data} />
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
    <Step title="1. Tell your provider">
      {settings.kind === "oidc" ? (
        <>
          <p className="soft small-text" style={{ margin: 0 }}>
            Register Refill there as a web application with these addresses.
          </p>
          <CopyField label="Redirect URI" value={addresses.oidcCallback} />
          <CopyField label="After sign-out" value={`${location.origin}/sign-in`} />
          <CopyField label="Back-channel logout, if it has it" value={addresses.oidcBackChannel} />
        </>
      ) : (
        <>
          <p className="soft small-text" style={{ margin: 0 }}>
            Add Refill there as relying party by its metadata. It has to send the e-mail address, and a NameID
            that stays.
          </p>
          <CopyField label="Metadata, also the entity ID" value={addresses.samlEntityId} />
          <CopyField label="Assertion consumer service" value={addresses.samlConsumer} />
          <CopyField label="Single logout service" value={addresses.samlSignOut} />
        </>
      )}
      <Button variant="default" onClick={open}>
        Change its settings
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Settings of ${connection.name}`} centered size="lg">
        <p className="soft small-text" style={{ marginTop: 0 }}>
          With other settings it is off until it is tested again.
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
    <Step title="2. Test it">
      {test === null ? (
        <p className="soft" style={{ margin: 0 }}>
          Sign in there once. Nothing changes, and you see here what the provider says of you.
        </p>
      ) : test.problem === null ? (
        <p role="status" style={{ margin: 0 }}>
          <span className="state state-ok">Succeeded</span> <Time iso={test.at} />:{" "}
          {test.seen.name ?? "no name"}, {test.seen.email ?? "no address"}
        </p>
      ) : (
        <p role="alert" className="problem" style={{ margin: 0 }}>
          It failed <Time iso={test.at} />: {test.problem}
        </p>
      )}
      {test && Object.keys(test.seen.attributes).length > 0 && (
        <details>
          <summary>What the provider said</summary>
          <dl className="said">
            {Object.entries(test.seen.attributes).map(([name, values]) => (
              <div key={name}>
                <dt className="breakable">{name}</dt>
                <dd className="breakable">{values.join(", ")}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
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
        {test === null ? "Test" : "Test again"}
      </Button>
    </Step>
  );
}

function SwitchOn({ connection }: { connection: Connection }) {
  const change = useChange(connection);
  const run = useMutation({ mutationFn: (isEnabled: boolean) => change({ isEnabled }) });
  return (
    <Step title="3. Switch it on">
      <Switch
        label="Members can sign in with it"
        checked={run.isPending ? run.variables : connection.isEnabled}
        onChange={(event) => run.mutate(event.currentTarget.checked)}
      />
      {run.error && (
        <p role="alert" className="problem">
          {run.error.message}
        </p>
      )}
      <CopyField label="Sign-in address for bookmarks" value={connection.addresses.signIn} />
    </Step>
  );
}

type Rule = Connection["rules"][number];

function Rules({ connection }: { connection: Connection }) {
  const [admits, setAdmits] = useState(connection.admitsByRules);
  const [rules, setRules] = useState<Rule[]>(connection.rules);
  const [contexts, setContexts] = useState(connection.secondFactorContexts);
  const change = useChange(connection);
  const save = useMutation({
    mutationFn: () => change({ admitsByRules: admits, rules, secondFactorContexts: contexts }),
    onSuccess: () => notifications.show({ message: "Saved." }),
  });
  const set = (index: number, rule: Rule) => setRules(rules.map((each, at) => (at === index ? rule : each)));
  const isSame =
    admits === connection.admitsByRules &&
    JSON.stringify(rules) === JSON.stringify(connection.rules) &&
    JSON.stringify(contexts) === JSON.stringify(connection.secondFactorContexts);
  return (
    <Step title="Who comes in">
      <Switch
        label="People whom a rule fits become members by signing in"
        description="Otherwise they need an invitation. Who came by a rule has the role that the rules give at each sign-in"
        checked={admits}
        onChange={(event) => setAdmits(event.currentTarget.checked)}
      />
      {rules.map((rule, index) => (
        <RuleRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rules have no id, and their order is what they are about
          key={index}
          number={index + 1}
          rule={rule}
          onChange={(next) => set(index, next)}
          onRemove={() => setRules(rules.filter((_, at) => at !== index))}
        />
      ))}
      {rules.length === 0 && (
        <p className="soft small-text" style={{ margin: 0 }}>
          No rules. A rule says: whose attribute <code>groups</code> has the value <code>Stores</code> is a
          user.
        </p>
      )}
      <Button
        variant="default"
        onClick={() => setRules([...rules, { attribute: "groups", value: "", role: "user", privileges: [] }])}
      >
        Add a rule
      </Button>
      <TagsInput
        label="Also a second factor"
        description="Values of acr or AuthnContextClassRef that stand for one, beside the well-known ones; each with Enter"
        value={contexts}
        onChange={setContexts}
      />
      <FormProblem error={save.error} shown={[]} />
      <Button loading={save.isPending} disabled={isSame} onClick={() => save.mutate()}>
        Save
      </Button>
    </Step>
  );
}

function RuleRow({
  number,
  rule,
  onChange,
  onRemove,
}: {
  number: number;
  rule: Rule;
  onChange(rule: Rule): void;
  onRemove(): void;
}) {
  const roles = useQuery(rolesQuery).data;
  return (
    <fieldset className="rule">
      <legend>Rule {number}</legend>
      <div className="rule-fields">
        <TextInput
          label="Attribute"
          maxLength={200}
          value={rule.attribute}
          onChange={(event) => onChange({ ...rule, attribute: event.currentTarget.value })}
        />
        <TextInput
          label="has the value"
          maxLength={500}
          value={rule.value}
          onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
        />
        <Select
          label="Role"
          data={["user", "admin"]}
          value={rule.role}
          allowDeselect={false}
          onChange={(role) => onChange({ ...rule, role: role as Rule["role"] })}
        />
      </div>
      {rule.role === "user" && (
        <Checkbox.Group
          label="May also"
          value={rule.privileges}
          onChange={(next) => onChange({ ...rule, privileges: next as Rule["privileges"] })}
        >
          <div className="privileges">
            {roles?.privileges.map(({ name, title }) => (
              <Checkbox key={name} value={name} label={title} />
            ))}
          </div>
        </Checkbox.Group>
      )}
      <Button size="compact-xs" variant="default" onClick={onRemove}>
        Remove rule {number}
      </Button>
    </fieldset>
  );
}

function Remove({ connection: { id, name } }: { connection: Connection }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <ConfirmButton
      mt="md"
      label="Remove this connection"
      title={`Remove ${name}?`}
      action="Remove"
      act={async () => {
        await unwrap(client.DELETE("/api/v1/connections/{id}", { params: { path: { id } } }));
        await navigate({ to: "/settings/sign-in" });
        await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      }}
    >
      Nobody signs in with it any more, and who is signed in with it is out at once. Members stay; those
      without a passkey need a new sign-in link.
    </ConfirmButton>
  );
}
