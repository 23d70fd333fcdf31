import { IconBell, IconMail, IconMailbox } from "@tabler/icons-react";
import type { NotificationSettings } from "../api/client.ts";
import { locale, t } from "../language/language.ts";

/** What comes of the choices, in three sentences. */
export function Summary({ settings }: { settings: NotificationSettings }) {
  const { kinds, email, quietHours, nextDigestAt, timeZone, isMailPossible } = settings;
  const count = (way: string) => kinds.filter((each) => each.way === way).length;
  const [mail, digest] = [count("mail"), count("digest")];
  return (
    <section className="card way-summary" aria-label={t("What comes of it")}>
      <p>
        <IconMail size={20} stroke={1.7} aria-hidden />
        <span>
          {mail === 0
            ? t("No e-mail is sent at once.")
            : t(
                "{count, plural, one {# kind of news is} other {# kinds of news are}} mailed to {email} at once; what comes within minutes is one e-mail.",
                { count: mail, email },
              )}{" "}
          {mail > 0 &&
            quietHours &&
            t("From {from} to {to} nothing is mailed.", { from: quietHours.from, to: quietHours.to })}
        </span>
      </p>
      <p>
        <IconMailbox size={20} stroke={1.7} aria-hidden />
        <span>
          {digest === 0
            ? t("There is no digest.")
            : t(
                "{count, plural, one {# kind is} other {# kinds are}} gathered in the digest, next {time}. When nothing came up, none is sent.",
                { count: digest, time: weekdayTime(nextDigestAt, timeZone) },
              )}
        </span>
      </p>
      <p>
        <IconBell size={20} stroke={1.7} aria-hidden />
        <span>
          {t(
            "All that is told by any way also stands behind the bell. While a reason lasts, it is told once.",
          )}
        </span>
      </p>
      {!isMailPossible && (mail > 0 || digest > 0) && (
        <p role="alert" className="problem">
          {t("This service has no mail server yet, so no e-mails are sent: ask its operator to set one up.")}
        </p>
      )}
    </section>
  );
}

/** In the zone in which digests are meant, which may be another than the browser's. */
function weekdayTime(iso: string, timeZone: string): string {
  return new Date(iso).toLocaleString(locale, {
    timeZone,
    weekday: "long",
    day: "numeric",
    month: "long",
    hour: "2-digit",
    minute: "2-digit",
  });
}
