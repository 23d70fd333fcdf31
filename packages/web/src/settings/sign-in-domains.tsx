import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Connection, client, type Domain, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { CopyField } from "../parts/copy-field.tsx";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { Failed, Loading } from "../parts/small.tsx";
import { connectionsQuery, domainsQuery } from "./sign-in-queries.ts";

/** The account's e-mail domains, and by which connection their members have to sign in. */
export function SignInDomains() {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <section style={{ marginTop: 28 }} aria-label={t("Domains")}>
      <div className="page-head">
        <h2 className="section-head">{t("Domains")}</h2>
        <Button size="xs" variant="default" ml="auto" leftSection={<IconPlus size={14} />} onClick={open}>
          {t("Add domain")}
        </Button>
      </div>
      <List />
      <Modal opened={isOpen} onClose={close} title={t("Add a domain")} centered>
        <AddDomain onAdded={close} />
      </Modal>
    </section>
  );
}

function List() {
  const domains = useQuery(domainsQuery);
  const connections = useQuery(connectionsQuery);
  if (domains.isPending || connections.isPending) return <Loading />;
  if (!domains.data) return <Failed error={domains.error} onAgain={() => domains.refetch()} />;
  // Without them, a domain that requires one would look as if it required none.
  if (!connections.data) return <Failed error={connections.error} onAgain={() => connections.refetch()} />;
  if (domains.data.length === 0)
    return (
      <p className="soft section-note">
        {t(
          "None. Prove that your company's e-mail domain is yours, and people with its addresses are led to your provider; you can require that they sign in there.",
        )}
      </p>
    );
  return domains.data.map((domain) => (
    <DomainCard key={domain.id} domain={domain} connections={connections.data} />
  ));
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: domainsQuery.queryKey });
}

function AddDomain({ onAdded }: { onAdded(): void }) {
  const [name, setName] = useState("");
  const refresh = useRefresh();
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
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate();
      }}
    >
      <TextInput
        label={t("Domain")}
        description={t("What stands behind the @ of your addresses")}
        placeholder={t("acme.example")}
        required
        maxLength={253}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        error={fieldProblem(add.error, "name") && t("This is no domain, or it is in the list already.")}
        data-autofocus
      />
      <FormProblem error={add.error} shown={["name"]} />
      <Button type="submit" loading={add.isPending} disabled={name.trim() === ""}>
        {t("Add")}
      </Button>
    </form>
  );
}

function DomainCard({ domain, connections }: { domain: Domain; connections: readonly Connection[] }) {
  const { id, name, verifiedAt } = domain;
  const refresh = useRefresh();
  return (
    <div className="card domain-card">
      <div className="card-line">
        <strong className="breakable">{name}</strong>
        <span className={`state ${verifiedAt ? "state-ok" : "state-unknown"}`}>
          {verifiedAt ? t("Verified") : t("Not verified")}
        </span>
        <div className="row-actions" style={{ marginLeft: "auto" }}>
          <ConfirmButton
            size="compact-sm"
            label={t("Remove")}
            title={t("Remove {name}?", { name })}
            action={t("Remove")}
            act={async () => {
              await unwrap(client.DELETE("/api/v1/domains/{id}", { params: { path: { id } } }));
              await refresh();
            }}
          >
            {t("Its addresses are led to no provider any more, and its members sign in as they like.")}
          </ConfirmButton>
        </div>
      </div>
      {verifiedAt ? <Required domain={domain} connections={connections} /> : <Verify domain={domain} />}
    </div>
  );
}

function Verify({ domain: { id, name, record } }: { domain: Domain }) {
  const refresh = useRefresh();
  const verify = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/domains/{id}/verify", { params: { path: { id } } })),
    onSuccess: refresh,
  });
  return (
    <div className="form">
      <p className="soft small-text" style={{ margin: 0 }}>
        {t(
          "Add this TXT record where {name} is managed, then verify it. It may take up to an hour to be seen.",
          { name },
        )}
      </p>
      <CopyField label={t("Name")} value={record.name} />
      <CopyField label={t("Value")} value={record.value} />
      <FormProblem error={verify.error} shown={[]} />
      <Button variant="default" loading={verify.isPending} onClick={() => verify.mutate()}>
        {t("Verify now")}
      </Button>
    </div>
  );
}

const none = "none";

/** How its members sign in: as they like, or by one of the connections that are on. Asks before it changes. */
function Required({ domain, connections }: { domain: Domain; connections: readonly Connection[] }) {
  const { id, name, requiredConnectionId } = domain;
  const [isAsking, { open, close }] = useDisclosure();
  const [wantedId, setWantedId] = useState<string | null>(null);
  const refresh = useRefresh();
  const nameOf = (connectionId: string) =>
    connections.find((each) => each.id === connectionId)?.name ?? "a connection";
  const save = useMutation({
    mutationFn: () =>
      unwrap(
        client.PATCH("/api/v1/domains/{id}", {
          params: { path: { id } },
          body: { requiredConnectionId: wantedId },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      close();
    },
  });
  const choices = connections.filter((each) => each.isEnabled || each.id === requiredConnectionId);
  return (
    <div className="form">
      <span>
        {requiredConnectionId === null
          ? t("Its members sign in as they like.")
          : t("Its members sign in with {name} and in no other way.", {
              name: <strong>{nameOf(requiredConnectionId)}</strong>,
            })}
      </span>
      <Select
        label={t("Required for {name}", { name })}
        {...(choices.length === 0 ? { description: t("A connection that is on can be required.") } : {})}
        data={[
          { value: none, label: t("None") },
          ...choices.map((each) => ({ value: each.id, label: each.name })),
        ]}
        value={requiredConnectionId ?? none}
        disabled={choices.length === 0}
        allowDeselect={false}
        maw={360}
        onChange={(value) => {
          const next = value === none ? null : value;
          if (next === requiredConnectionId) return;
          save.reset();
          setWantedId(next);
          open();
        }}
      />
      <Modal
        opened={isAsking}
        onClose={close}
        centered
        title={
          wantedId === null
            ? t("Let its members sign in as they like?")
            : t("Require {connection} for {name}?", { connection: nameOf(wantedId), name })
        }
      >
        <div className="form">
          <div>
            {wantedId === null
              ? t("Passkeys of members with addresses of {name} work again.", { name })
              : t(
                  "Members of {name} can then sign in in no other way: passkeys do not work for them any more. Sessions that are open go on. Make sure that you can sign in there yourself.",
                  { name },
                )}
          </div>
          <FormProblem error={save.error} shown={[]} />
          <Button
            fullWidth
            {...(wantedId === null ? {} : { color: "red" })}
            loading={save.isPending}
            onClick={() => save.mutate()}
          >
            {wantedId === null ? t("Require it no more") : t("Require it")}
          </Button>
        </div>
      </Modal>
    </div>
  );
}
