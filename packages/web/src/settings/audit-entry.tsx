import { Link } from "@tanstack/react-router";
import type { AuditEntry } from "../api/client.ts";
import { dateFormat } from "../language/formats.ts";
import { said, t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { dateTime } from "../words.ts";
import type { TrailSearch } from "./trail-search.ts";
import { actionWords, actorWords, changesOf, detailOf, type FieldChange } from "./trail-words.ts";

const clock = dateFormat({ timeStyle: "medium" });
/** So many are shown before somebody asks for the rest. */
const mostAtOnce = 4;

export function AuditEntryRow({ entry, search }: { entry: AuditEntry; search: TrailSearch }) {
  const { sequence, at, action, actor } = entry;
  return (
    <tr>
      <td style={{ whiteSpace: "nowrap" }}>
        <Time iso={at} />
        <div className="soft small-text" title={dateTime(at)}>
          {clock(at)}
        </div>
      </td>
      <td className="breakable" title={t("{action}, entry {sequence}", { action, sequence })}>
        <div>{actionWords(action)}</div>
        <Target entry={entry} />
      </td>
      <td data-label={t("Who")} className="breakable">
        {actor.id ? (
          <Link
            to="/settings/audit-trail"
            search={{ ...search, actorId: actor.id, name: actor.name }}
            className="plain-link"
            title={t("Only what this one did")}
          >
            {actor.name}
          </Link>
        ) : (
          actor.name
        )}
        <div className="soft small-text">
          {actor.kind === "member" || actor.kind === "system" ? "" : `${actorWords[actor.kind]} `}
          {actor.address && t("from {address}", { address: actor.address })}
        </div>
      </td>
      <td className="wide">
        <Changes entry={entry} />
      </td>
    </tr>
  );
}

const pages = {
  location: "/locations/$id",
  order: "/orders/$id",
  device: "/devices/$id",
  gateway: "/gateways/$id",
  webhook: "/settings/webhooks/$id",
} as const;

/** What it was done to, with the way there where there is one still. */
function Target({ entry: { target, action } }: { entry: AuditEntry }) {
  if (!target) return null;
  const to = pages[target.kind as keyof typeof pages];
  const name = target.kind === "order" ? said(target.name) : target.name;
  if (!to || !target.id || action.endsWith(".removed")) return <strong>{name}</strong>;
  return (
    <Link to={to} params={{ id: target.id }}>
      <strong>{name}</strong>
    </Link>
  );
}

function Changes({ entry }: { entry: AuditEntry }) {
  const changes = changesOf(entry);
  const isWhole = entry.before === null || entry.after === null;
  const [first, rest] = isWhole ? [[], changes] : [changes.slice(0, mostAtOnce), changes.slice(mostAtOnce)];
  return (
    <div className="trail-changes">
      {first.map((change) => (
        <Change key={change.name} change={change} />
      ))}
      {detailOf(entry).map(([name, value]) => (
        <span key={name} className="breakable">
          <span className="field-name">{name}</span> {value}
        </span>
      ))}
      {rest.length > 0 && (
        <details>
          <summary>
            {first.length > 0
              ? t("{count, plural, one {and # field more} other {and # fields more}}", { count: rest.length })
              : t("{count, plural, one {# field} other {# fields}}", { count: rest.length })}
          </summary>
          <div className="trail-changes">
            {rest.map((change) => (
              <Change key={change.name} change={change} />
            ))}
          </div>
        </details>
      )}
    </div>
  );
}

function Change({ change: { name, before, after } }: { change: FieldChange }) {
  return (
    <span className="breakable">
      <span className="field-name">{name}</span> {before !== undefined && <del>{before}</del>}
      {before !== undefined && after !== undefined && <span aria-hidden> → </span>}
      {after !== undefined && <ins>{after}</ins>}
    </span>
  );
}
