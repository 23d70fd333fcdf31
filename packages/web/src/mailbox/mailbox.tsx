import { useQuery } from "@tanstack/react-query";
import { mailboxQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";

/** The demonstration's e-mails to suppliers, which leave this machine nowhere. */
export function MailboxPage() {
  const mailbox = useQuery(mailboxQuery);
  if (mailbox.isPending) return <Loading />;
  if (mailbox.error && !mailbox.data)
    return <Failed error={mailbox.error} onAgain={() => mailbox.refetch()} />;
  return (
    <>
      <PageHead title={t("Mailbox")}>
        <span className="soft">{t("E-mails of the demonstration; they leave this machine nowhere.")}</span>
      </PageHead>
      {mailbox.data.length === 0 && (
        <Empty title={t("No e-mails yet")}>{t("The first order to a supplier appears here.")}</Empty>
      )}
      <div style={{ display: "grid", gap: 10 }}>
        {mailbox.data.map((mail) => (
          <details key={mail.id} className="card mail" style={{ padding: "12px 18px" }}>
            <summary style={{ cursor: "pointer" }}>
              <strong>{mail.subject}</strong>{" "}
              <span className="soft">
                {t("to {to} · {time}", { to: mail.to, time: <Time iso={mail.at} /> })}
              </span>
            </summary>
            <hr style={{ border: 0, borderTop: "1px solid var(--line)", margin: "12px 0" }} />
            <pre>{linked(mail.text)}</pre>
          </details>
        ))}
      </div>
    </>
  );
}

/** The confirmation link in the text, to be followed. */
function linked(text: string): React.ReactNode {
  const found = /https?:\/\/\S+/.exec(text);
  if (!found) return text;
  return (
    <>
      {text.slice(0, found.index)}
      <a href={found[0]}>{found[0]}</a>
      {text.slice(found.index + found[0].length)}
    </>
  );
}
