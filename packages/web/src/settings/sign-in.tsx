import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";
import { CopyField } from "../parts/copy-field.tsx";
import { Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { AddConnection } from "./sign-in-connection-form.tsx";
import { SignInDomains } from "./sign-in-domains.tsx";
import { connectionState, connectionsQuery, kindWords } from "./sign-in-queries.ts";
import { SignInSecurity } from "./sign-in-security.tsx";
import { providerWords } from "./sign-in-words.ts";

const soonMs = 30 * 24 * 60 * 60 * 1000;

/** How the account's members sign in. */
export function SignInSettingsPage() {
  return (
    <>
      <PageHead title={t("Sign-in")}>
        <span className="soft">
          {t("Without passwords: by passkey, or with the provider that your company has.")}
        </span>
        <AddConnection />
      </PageHead>
      <Connections />
      <SignInDomains />
      <SignInSecurity />
      <section
        className="card card-section"
        aria-label={t("Directory service")}
        style={{ marginTop: 16, padding: 20 }}
      >
        <h2 className="section-head">{t("Directory service (SCIM)")}</h2>
        <p className="soft">
          {t(
            "Microsoft Entra ID, Okta and others can keep the members here as they are there: who leaves is out at once. Make a key with the purpose <em>directory service</em> under <link>API keys</link>, and give it this address. Groups give roles by the rules of your connections.",
            {
              em: (inside) => <em>{inside}</em>,
              link: (inside) => <Link to="/settings/api-keys">{inside}</Link>,
            },
          )}
        </p>
        <CopyField label={t("Address for the directory service")} value={`${location.origin}/scim/v2`} />
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
      <section className="card" style={{ padding: "28px 24px" }} aria-label={t("Single sign-on")}>
        <h2 className="section-head" style={{ marginTop: 0 }}>
          {t("Single sign-on")}
        </h2>
        <p className="soft" style={{ marginBottom: 0 }}>
          {t(
            "Members can sign in with the account that they have at work: Microsoft Entra ID, Google, Keycloak, AD FS, and any other provider of OpenID Connect or SAML 2.0. Add a connection, test it, and switch it on.",
          )}
        </p>
      </section>
    );
  return (
    <section aria-label={t("Single sign-on")}>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <thead>
            <tr>
              <th>{t("Single sign-on")}</th>
              <th>{t("Kind")}</th>
              <th>{t("State")}</th>
              <th>{t("Tested")}</th>
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
            {t("The provider's certificate ends {time}: read its metadata anew.", {
              time: <Time iso={ends} />,
            })}
          </div>
        )}
      </td>
      <td data-label={t("Kind")}>
        {kindWords[settings.kind]}
        <div className="soft small-text breakable">{providerWords(connection)}</div>
      </td>
      <td data-label={t("State")}>
        <span className={`state ${className}`}>{words}</span>
      </td>
      <td data-label={t("Tested")}>
        <Time iso={test?.at ?? null} />
      </td>
    </tr>
  );
}
