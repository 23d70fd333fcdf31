import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiKey, client, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { ChangeApiKey, CreateApiKey } from "./api-key-form.tsx";
import { apiKeysQuery, revokedKeysQuery, useIsAdmin } from "./queries.ts";
import { roleNames } from "./role-choice.tsx";

export function ApiKeysPage() {
  const keys = useQuery(apiKeysQuery);
  const isAdmin = useIsAdmin();
  if (keys.isPending) return <Loading />;
  if (keys.error && !keys.data) return <Failed error={keys.error} onAgain={() => keys.refetch()} />;
  const newestFirst = [...keys.data].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <>
      <PageHead title={t("API keys")}>
        <a className="soft" href="/api/v1/docs">
          {t("REST API")}
        </a>
        {isAdmin && <CreateApiKey />}
      </PageHead>
      {newestFirst.length === 0 ? (
        <Empty title={t("No API keys yet")}>
          {isAdmin
            ? t(
                "Create one for each system that uses the REST API: then each can be told apart and revoked by itself.",
              )
            : t("An admin creates them for systems that use the REST API.")}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Key")}</th>
                <th>{t("Role")}</th>
                <th>{t("Last used")}</th>
                <th>{t("Expires")}</th>
                <th>{t("Taken from")}</th>
                {isAdmin && (
                  <th>
                    <span className="visually-hidden">{t("Actions")}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {newestFirst.map((apiKey) => (
                <KeyRow key={apiKey.id} apiKey={apiKey} isAdmin={isAdmin} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isAdmin && <RevokedKeys />}
    </>
  );
}

function KeyRow({ apiKey, isAdmin }: { apiKey: ApiKey; isAdmin: boolean }) {
  const { id, name, role, expiresAt, sourceAddresses, isOperators, lastUsedAt, lastUsedFrom } = apiKey;
  const now = useNow();
  const isExpired = expiresAt !== null && Date.parse(expiresAt) <= now;
  return (
    <tr>
      <td className="wide">
        <strong className="breakable">{name}</strong>{" "}
        {isOperators && (
          <span className="tag" title={t("Made for a command of whoever runs Refill")}>
            {t("operator's")}
          </span>
        )}
        <div className="soft small-text">
          {t("created {time}", { time: <Time iso={apiKey.createdAt} /> })}
        </div>
      </td>
      <td data-label={t("Role")}>{roleNames[role]}</td>
      <td data-label={t("Last used")}>
        <Time iso={lastUsedAt} />
        {lastUsedFrom && <div className="soft small-text">{t("from {lastUsedFrom}", { lastUsedFrom })}</div>}
      </td>
      <td data-label={t("Expires")}>
        {isExpired ? <span className="state state-empty">{t("Expired")}</span> : <Time iso={expiresAt} />}
      </td>
      <td data-label={t("Taken from")}>
        {sourceAddresses.length === 0 ? (
          <span className="soft">{t("everywhere")}</span>
        ) : (
          <span title={sourceAddresses.join(", ")}>
            {sourceAddresses.length > 2
              ? t("{addresses} and {count} more", {
                  addresses: sourceAddresses.slice(0, 2).join(", "),
                  count: sourceAddresses.length - 2,
                })
              : sourceAddresses.join(", ")}
          </span>
        )}
      </td>
      {isAdmin && (
        <td className="wide">
          <div className="row-actions">
            <Link
              className="soft small-text"
              style={{ alignSelf: "center" }}
              to="/settings/audit-trail"
              // The trail knows an operator by name, not by the key.
              search={isOperators ? { actorKind: "operator" } : { actorId: id, name }}
            >
              {t("What it did")}
            </Link>
            {!isOperators && <ChangeApiKey apiKey={apiKey} />}
            <Revoke apiKey={apiKey} />
          </div>
        </td>
      )}
    </tr>
  );
}

function Revoke({ apiKey: { id, name } }: { apiKey: ApiKey }) {
  const queries = useQueryClient();
  return (
    <ConfirmButton
      size="compact-sm"
      label={t("Revoke")}
      title={t("Revoke {name}?", { name })}
      action={t("Revoke")}
      act={async () => {
        await unwrap(client.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } }));
        void queries.invalidateQueries({ queryKey: revokedKeysQuery.queryKey });
        await queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      }}
    >
      {t("Whatever uses this key is refused from now on, and what it reads live ends. It can't be undone.")}
    </ConfirmButton>
  );
}

/** Apart from those that work: a look back, told by the audit trail. */
function RevokedKeys() {
  const revoked = useQuery(revokedKeysQuery).data ?? [];
  if (revoked.length === 0) return null;
  return (
    <section style={{ marginTop: 28 }} aria-label={t("Revoked keys")}>
      <h2 className="section-head">{t("Revoked")}</h2>
      <p className="soft section-note">
        {t("These are refused; attempts to use them stand in the audit trail.")}
      </p>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <tbody>
            {revoked.map(({ sequence, at, target, actor }) => (
              <tr key={sequence}>
                <td className="breakable">{target?.name}</td>
                <td>
                  <span className="soft">
                    {t("revoked {time} by {name}", { time: <Time iso={at} />, name: actor.name })}
                  </span>
                </td>
                <td className="number">
                  {target?.id && (
                    <Link
                      className="soft small-text"
                      to="/settings/audit-trail"
                      search={{ targetKind: "api-key", targetId: target.id, name: target.name }}
                    >
                      {t("History and attempts")}
                    </Link>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
