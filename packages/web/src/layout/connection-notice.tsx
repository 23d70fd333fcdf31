import { useEffect, useState } from "react";
import { t } from "../language/language.ts";
import { useNow } from "../parts/small.tsx";
import { clock } from "../words.ts";

/** Shorter breaks are nothing that anybody has to know of. */
const silentForMs = 2_500;

/** Says when what is shown may be old, since when, and that it is fresh again. */
export function ConnectionNotice({ isConnected }: { isConnected: boolean }) {
  const [since, setSince] = useState<number | null>(null);
  const [isBack, setBack] = useState(false);
  const now = useNow();
  useEffect(() => {
    if (!isConnected) {
      const begun = Date.now();
      const timer = setTimeout(() => setSince(begun), silentForMs);
      return () => clearTimeout(timer);
    }
    setSince((before) => {
      if (before !== null) setBack(true);
      return null;
    });
    return undefined;
  }, [isConnected]);
  useEffect(() => {
    if (!isBack) return undefined;
    const timer = setTimeout(() => setBack(false), 4_000);
    return () => clearTimeout(timer);
  }, [isBack]);
  // Always there, so that screen readers hear its change.
  return (
    <div role="status" aria-live="polite">
      {since !== null ? (
        <div className="notice">
          <strong>{navigator.onLine ? t("Refill does not answer.") : t("You are offline.")}</strong>{" "}
          {t(
            "You see what was known at {time} ({minutes, plural, =0 {just now} one {# minute ago} other {# minutes ago}}). Changes are not sent. It goes on by itself when the connection is back.",
            {
              time: clock(new Date(since).toISOString()),
              minutes: Math.max(0, Math.floor((now - since) / 60_000)),
            },
          )}
        </div>
      ) : (
        isBack && <div className="notice notice-good">{t("Connected again: everything is up to date.")}</div>
      )}
    </div>
  );
}
