import { Alert, Button, Skeleton } from "@mantine/core";
import { useEffect, useState } from "react";
import { t } from "../language/language.ts";
import { ago, dateTime } from "../words.ts";

let listeners: ((now: number) => void)[] = [];
setInterval(() => {
  const now = Date.now();
  for (const listener of listeners) listener(now);
}, 5_000);

/** The present, renewed every five seconds for all at once. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    listeners = [...listeners, setNow];
    return () => {
      listeners = listeners.filter((each) => each !== setNow);
    };
  }, []);
  return now;
}

export function Time({ iso, none = t("never") }: { iso: string | null; none?: string }) {
  const now = useNow();
  if (!iso) return <span className="soft">{none}</span>;
  return (
    <time dateTime={iso} title={dateTime(iso)}>
      {ago(iso, now)}
    </time>
  );
}

export function PageHead({ title, children }: { title: string; children?: React.ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Refill`;
  }, [title]);
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {children}
    </div>
  );
}

export function Loading() {
  return (
    <div role="status" aria-label={t("Loading")}>
      <Skeleton height={90} mb={16} />
      <Skeleton height={320} />
    </div>
  );
}

/** What went wrong, and the way on. */
export function Failed({ error, onAgain }: { error: Error; onAgain(): void }) {
  return (
    <Alert color="red" title={t("This could not be loaded")} role="alert">
      <p style={{ marginTop: 0 }}>{error.message}</p>
      <Button size="xs" variant="default" onClick={onAgain}>
        {t("Try again")}
      </Button>
    </Alert>
  );
}

export function Empty({ title, children }: { title: string; children?: React.ReactNode }) {
  return (
    <div className="card" style={{ padding: "40px 24px", textAlign: "center" }}>
      <strong>{title}</strong>
      <div className="soft" style={{ marginTop: 6 }}>
        {children}
      </div>
    </div>
  );
}
