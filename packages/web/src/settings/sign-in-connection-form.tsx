import { Button, FileInput, Modal, Select, Switch, Textarea, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import type { Paths } from "@refill/client";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { type Connection, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { FormProblem, fieldProblem } from "../parts/form-problem.tsx";
import { connectionsQuery } from "./sign-in-queries.ts";

type Settings =
  Paths["/api/v1/connections"]["post"]["requestBody"]["content"]["application/json"]["settings"];
type OidcSettings = Extract<Settings, { kind: "oidc" }>;
type SamlSettings = Extract<Settings, { kind: "saml" }>;
type Choice = OidcSettings["provider"] | "saml";

const choiceWords: { value: Choice; label: string }[] = [
  { value: "entra", label: t("Microsoft Entra ID") },
  { value: "google", label: t("Google") },
  { value: "keycloak", label: t("Keycloak") },
  { value: "other", label: t("Other OpenID provider") },
  { value: "saml", label: t("AD FS or other SAML 2.0") },
];
const names: Record<Choice, string> = {
  entra: "Microsoft",
  google: "Google",
  keycloak: "Keycloak",
  other: t("Single sign-on"),
  saml: "AD FS",
};

export function AddConnection() {
  const [isOpen, { open, close }] = useDisclosure();
  const [choice, setChoice] = useState<Choice>("entra");
  const [name, setName] = useState("");
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (settings: Settings) => {
    const made = await unwrap(
      client.POST("/api/v1/connections", { body: { name: name.trim() || names[choice], settings } }),
    );
    await queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
    close();
    await navigate({ to: "/settings/sign-in/$id", params: { id: made.id } });
  };
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open} ml="auto">
        {t("Add connection")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Add a connection")} centered size="lg">
        <div className="form">
          <Select
            label={t("Provider")}
            data={choiceWords}
            value={choice}
            allowDeselect={false}
            onChange={(value) => setChoice(value as Choice)}
            data-autofocus
          />
          <TextInput
            label={t("Name")}
            description={t("As members see it on the button")}
            placeholder={names[choice]}
            maxLength={100}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {choice === "saml" ? (
            <SamlForm key="saml" submit={t("Add")} save={create} />
          ) : (
            <OidcForm key={choice} provider={choice} submit={t("Add")} save={create} />
          )}
        </div>
      </Modal>
    </>
  );
}

interface SettingsFormProps<T> {
  present?: T | undefined;
  submit: string;
  save(settings: Settings): Promise<unknown>;
}

export function SettingsForm({
  connection,
  save,
}: {
  connection: Connection;
  save(settings: Settings): Promise<unknown>;
}) {
  const { settings } = connection;
  return settings.kind === "saml" ? (
    <SamlForm present={settings} submit={t("Save")} save={save} />
  ) : (
    <OidcForm provider={settings.provider} present={settings} submit={t("Save")} save={save} />
  );
}

/** Microsoft's national clouds have other hosts; they are kept. */
const entraIssuer = /^(https:\/\/[^/]+)\/([^/]+)\/v2\.0\/?$/;

function OidcForm({
  provider,
  present,
  submit,
  save,
}: SettingsFormProps<Omit<OidcSettings, "clientSecret">> & { provider: OidcSettings["provider"] }) {
  const entra = entraIssuer.exec(present?.issuer ?? "");
  const [tenant, setTenant] = useState(present?.tenant ?? entra?.[2] ?? "");
  const [issuer, setIssuer] = useState(present?.issuer ?? "");
  const [clientId, setClientId] = useState(present?.clientId ?? "");
  const [clientSecret, setClientSecret] = useState("");
  const step = useMutation({
    mutationFn: () =>
      save({
        kind: "oidc",
        provider,
        issuer:
          provider === "entra"
            ? `${entra?.[1] ?? "https://login.microsoftonline.com"}/${tenant.trim()}/v2.0`
            : provider === "google"
              ? "https://accounts.google.com"
              : issuer.trim(),
        clientId: clientId.trim(),
        tenant: tenant.trim() || null,
        ...(clientSecret ? { clientSecret } : {}),
      }),
  });
  const problem = (field: string) => fieldProblem(step.error, `settings.${field}`);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      {provider === "entra" && (
        <TextInput
          label={t("Directory (tenant) ID")}
          description={t("Only people of this tenant come in")}
          required
          maxLength={200}
          value={tenant}
          onChange={(event) => setTenant(event.currentTarget.value)}
          error={problem("issuer") ?? problem("tenant")}
        />
      )}
      {provider === "google" && (
        <TextInput
          label={t("Domain of your organisation")}
          description={t(
            "Only people of it come in; without it, everybody who has a Google account could try",
          )}
          placeholder={t("acme.example")}
          required
          maxLength={200}
          value={tenant}
          onChange={(event) => setTenant(event.currentTarget.value)}
          error={problem("tenant")}
        />
      )}
      {(provider === "keycloak" || provider === "other") && (
        <TextInput
          label={provider === "keycloak" ? t("Address of the realm") : t("Issuer")}
          description={
            provider === "keycloak"
              ? t("e.g. https://keycloak.acme.example/realms/acme")
              : t("Refill reads the rest from its /.well-known/openid-configuration")
          }
          required
          maxLength={2000}
          value={issuer}
          onChange={(event) => setIssuer(event.currentTarget.value)}
          error={problem("issuer")}
        />
      )}
      <TextInput
        label={provider === "entra" ? t("Application (client) ID") : t("Client ID")}
        required
        maxLength={500}
        value={clientId}
        onChange={(event) => setClientId(event.currentTarget.value)}
        error={problem("clientId")}
      />
      <TextInput
        type="password"
        label={t("Client secret")}
        description={present ? t("Empty: stays as it is. It is never shown") : t("It is never shown again")}
        required={!present}
        autoComplete="off"
        maxLength={1000}
        value={clientSecret}
        onChange={(event) => setClientSecret(event.currentTarget.value)}
        error={problem("clientSecret")}
      />
      <FormProblem
        error={step.error}
        shown={["settings.issuer", "settings.tenant", "settings.clientId", "settings.clientSecret"]}
      />
      <Button type="submit" loading={step.isPending}>
        {submit}
      </Button>
    </form>
  );
}

function SamlForm({ present, submit, save }: SettingsFormProps<SamlSettings>) {
  const [metadataUrl, setMetadataUrl] = useState(present?.metadataUrl ?? "");
  const [entityId, setEntityId] = useState(present?.entityId ?? "");
  const [signInUrl, setSignInUrl] = useState(present?.signInUrl ?? "");
  const [signOutUrl, setSignOutUrl] = useState(present?.signOutUrl ?? "");
  const [certificates, setCertificates] = useState(present?.certificates.join("\n") ?? "");
  const [isBoth, setBoth] = useState(present?.requiresSignedResponse ?? true);
  const read = useMutation({
    mutationFn: (body: { xml: string } | { url: string }) =>
      unwrap(client.POST("/api/v1/connections/metadata", { body })),
    onSuccess: (found) => {
      setEntityId(found.entityId);
      setSignInUrl(found.signInUrl);
      setSignOutUrl(found.signOutUrl ?? "");
      setCertificates(found.certificates.join("\n"));
    },
  });
  const step = useMutation({
    mutationFn: () =>
      save({
        kind: "saml",
        entityId: entityId.trim(),
        signInUrl: signInUrl.trim(),
        signOutUrl: signOutUrl.trim() || null,
        certificates: certificates.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [],
        metadataUrl: metadataUrl.trim() || null,
        requiresSignedResponse: isBoth,
      }),
  });
  const problem = (field: string) => fieldProblem(step.error, `settings.${field}`);
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        step.mutate();
      }}
    >
      <div className="form-row">
        <TextInput
          label={t("Address of its metadata")}
          description={t("AD FS: https://…/FederationMetadata/2007-06/FederationMetadata.xml")}
          maxLength={2000}
          value={metadataUrl}
          onChange={(event) => setMetadataUrl(event.currentTarget.value)}
        />
        <Button
          variant="default"
          mt={46}
          loading={read.isPending}
          disabled={metadataUrl.trim() === ""}
          onClick={() => read.mutate({ url: metadataUrl.trim() })}
        >
          {t("Read it")}
        </Button>
      </div>
      <FileInput
        label={t("or its metadata file")}
        placeholder={t("Choose a file")}
        accept=".xml,application/xml,text/xml,application/samlmetadata+xml"
        onChange={async (file) => {
          if (file) read.mutate({ xml: await file.text() });
        }}
      />
      {read.error && (
        <p role="alert" className="problem">
          {read.error.message}
        </p>
      )}
      {read.isSuccess && (
        <p role="status" className="soft small-text" style={{ margin: 0 }}>
          {t("Read. Check it below.")}
        </p>
      )}
      <TextInput
        label={t("Entity ID")}
        required
        maxLength={1000}
        value={entityId}
        onChange={(event) => setEntityId(event.currentTarget.value)}
        error={problem("entityId")}
      />
      <TextInput
        label={t("Sign-in address")}
        description={t("Of the HTTP-Redirect binding")}
        required
        maxLength={2000}
        value={signInUrl}
        onChange={(event) => setSignInUrl(event.currentTarget.value)}
        error={problem("signInUrl")}
      />
      <TextInput
        label={t("Sign-out address")}
        maxLength={2000}
        value={signOutUrl}
        onChange={(event) => setSignOutUrl(event.currentTarget.value)}
        error={problem("signOutUrl")}
      />
      <Textarea
        label={t("Certificates")}
        description={t("PEM; during a roll-over the present and the next one")}
        required
        autosize
        minRows={3}
        maxRows={6}
        value={certificates}
        onChange={(event) => setCertificates(event.currentTarget.value)}
        error={problem("certificates")}
        styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } }}
      />
      <Switch
        label={t("Response and assertion have to be signed")}
        description={t(
          "AD FS signs both after: Set-AdfsRelyingPartyTrust -SamlResponseSignature MessageAndAssertion. Off: the assertion alone suffices",
        )}
        checked={isBoth}
        onChange={(event) => setBoth(event.currentTarget.checked)}
      />
      <FormProblem
        error={step.error}
        shown={["settings.entityId", "settings.signInUrl", "settings.signOutUrl", "settings.certificates"]}
      />
      <Button type="submit" loading={step.isPending}>
        {submit}
      </Button>
    </form>
  );
}
