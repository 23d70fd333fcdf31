import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ApiKey, client, unwrap } from "../api/client.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { ChangeApiKey, CreateApiKey } from "./api-key-form.tsx";
import { apiKeysQuery, revokedKeysQuery, useIsAdmin } from "./queries.ts";

export function ApiKeysPage() {
  const keys = useQuery(apiKeysQuery);
  const isAdmin = useIsAdmin();
  if (keys.isPending) return <Loading />;
  if (keys.error && !keys.data) return <Failed error={keys.error} onAgain={() => keys.refetch()} />;
  const newestFirst = [...keys.data].sort((a, b) => b.createdAt.localeCompare(a.createdAt));
  return (
    <>
      <PageHead title="API keys">
        <a className="soft" href="/api/v1/docs">
          REST API
        </a>
        {isAdmin && <CreateApiKey />}
      </PageHead>
      {newestFirst.length === 0 ? (
        <Empty title="No API keys yet">
          {isAdmin
            ? "Create one for each system that uses the REST API: then each can be told apart and revoked by itself."
            : "An admin creates them for systems that use the REST API."}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>Key</th>
                <th>Role</th>
                <th>Last used</th>
                <th>Expires</th>
                <th>Taken from</th>
                {isAdmin && <th aria-label="Actions" />}
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
          <span className="tag" title="Made for a command of whoever runs Refill">
            operator's
          </span>
        )}
        <div className="soft small-text">
          created <Time iso={apiKey.createdAt} />
        </div>
      </td>
      <td data-label="Role">{role}</td>
      <td data-label="Last used">
        <Time iso={lastUsedAt} />
        {lastUsedFrom && <div className="soft small-text">from {lastUsedFrom}</div>}
      </td>
      <td data-label="Expires">
        {isExpired ? <span className="state state-empty">Expired</span> : <Time iso={expiresAt} />}
      </td>
      <td data-label="Taken from">
        {sourceAddresses.length === 0 ? (
          <span className="soft">everywhere</span>
        ) : (
          <span title={sourceAddresses.join(", ")}>
            {sourceAddresses.slice(0, 2).join(", ")}
            {sourceAddresses.length > 2 && ` and ${sourceAddresses.length - 2} more`}
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
              What it did
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
      size="compact-xs"
      label="Revoke"
      title={`Revoke ${name}?`}
      action="Revoke"
      act={async () => {
        await unwrap(client.DELETE("/api/v1/api-keys/{id}", { params: { path: { id } } }));
        void queries.invalidateQueries({ queryKey: revokedKeysQuery.queryKey });
        await queries.invalidateQueries({ queryKey: apiKeysQuery.queryKey });
      }}
    >
      Whatever uses this key is refused from now on, and what it reads live ends. It can't be undone.
    </ConfirmButton>
  );
}

/** Apart from those that work: a look back, told by the audit trail. */
function RevokedKeys() {
  const revoked = useQuery(revokedKeysQuery).data ?? [];
  if (revoked.length === 0) return null;
  return (
    <section style={{ marginTop: 28 }} aria-label="Revoked keys">
      <h2 className="section-head">Revoked</h2>
      <p className="soft section-note">These are refused; attempts to use them stand in the audit trail.</p>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <tbody>
            {revoked.map(({ sequence, at, target, actor }) => (
              <tr key={sequence}>
                <td className="breakable">{target?.name}</td>
                <td>
                  <span className="soft">
                    revoked <Time iso={at} /> by {actor.name}
                  </span>
                </td>
                <td className="number">
                  {target?.id && (
                    <Link
                      className="soft small-text"
                      to="/settings/audit-trail"
                      search={{ targetKind: "api-key", targetId: target.id, name: target.name }}
                    >
                      History and attempts
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
