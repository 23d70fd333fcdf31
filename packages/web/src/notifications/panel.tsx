import "./notifications.css";
import { Button } from "@mantine/core";
import { IconChecks, IconSettings } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef } from "react";
import type { Notification } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Failed, Loading, Time } from "../parts/small.tsx";
import { KindMark } from "./kinds.tsx";
import { newestQuery, useMarkRead } from "./queries.ts";

/** So many of one kind that came together are named before the others are counted. */
const mostNamed = 3;
const mostRows = 12;

/**
 * The newest, below the bell: what came together of one kind is one group. It closes by Escape, by what is chosen, and by what
 * is pressed or focused elsewhere.
 */
export function NotificationPanel({
  button,
  onClose,
}: {
  button: React.RefObject<HTMLElement | null>;
  onClose(returnsFocus: boolean): void;
}) {
  const panel = useRef<HTMLElement>(null);
  const closing = useEffectEvent(onClose);
  useEffect(() => {
    panel.current?.focus();
    const isElsewhere = ({ target }: Event) =>
      target instanceof Node && !panel.current?.contains(target) && !button.current?.contains(target);
    const leave = (event: Event) => {
      if (isElsewhere(event)) closing(false);
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("focusin", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("focusin", leave);
    };
  }, [button]);
  return (
    <section
      ref={panel}
      tabIndex={-1}
      aria-label={t("Newest notifications")}
      className="panel"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose(true);
      }}
    >
      <Newest onClose={() => onClose(false)} />
    </section>
  );
}

function Newest({ onClose }: { onClose(): void }) {
  const newest = useQuery(newestQuery);
  const read = useMarkRead();
  if (newest.isPending) return <Loading />;
  if (newest.error && !newest.data) return <Failed error={newest.error} onAgain={() => newest.refetch()} />;
  const { items, unread } = newest.data;
  const groups = groupsOf(items.filter(({ mutedUntil }) => mutedUntil === null));
  return (
    <>
      <header className="panel-head">
        <h2>{t("Notifications")}</h2>
        {unread > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconChecks size={16} stroke={1.8} />}
            onClick={() => read.mutate("all")}
          >
            {t("Mark all as read")}
          </Button>
        )}
      </header>
      {groups.length === 0 ? (
        <p className="panel-empty">{t("Nothing new. When something needs you, it stands here.")}</p>
      ) : (
        <ul className="panel-list">
          {groups.map(({ named, more }) => (
            <li key={named[0]!.id}>
              {named.map((each) => (
                <PanelRow
                  key={each.id}
                  notification={each}
                  onOpen={() => {
                    if (!each.isRead) read.mutate([each.id]);
                    onClose();
                  }}
                />
              ))}
              {more.length > 0 && (
                <Link
                  className="panel-more"
                  to="/notifications"
                  search={{ kind: named[0]!.kind }}
                  onClick={onClose}
                >
                  {t("{count, plural, one {and # more} other {and # more}}", { count: more.length })}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <footer className="panel-foot">
        <Link to="/notifications" onClick={onClose}>
          {t("All notifications")}
        </Link>
        <Link to="/settings/notifications" onClick={onClose}>
          <IconSettings size={16} stroke={1.7} aria-hidden /> {t("Choose what I am told")}
        </Link>
      </footer>
    </>
  );
}

function PanelRow({ notification, onOpen }: { notification: Notification; onOpen(): void }) {
  const { title, detail, path, isRead, raisedAt } = notification;
  return (
    <Link to={path} className="panel-row" data-unread={!isRead || undefined} onClick={onOpen}>
      <KindMark notification={notification} />
      <span className="panel-words">
        <span className="panel-title">
          {title}
          {!isRead && <span className="visually-hidden"> {t("(new)")}</span>}
        </span>
        {detail && <span className="panel-detail">{detail}</span>}
      </span>
      <span className="panel-time">
        <Time iso={raisedAt} />
      </span>
    </Link>
  );
}

interface Group {
  named: Notification[];
  more: Notification[];
}

function groupsOf(items: readonly Notification[]): Group[] {
  const groups: Group[] = [];
  let rows = 0;
  for (const item of items) {
    const last = groups.at(-1);
    const first = last?.named[0];
    if (last && first?.kind === item.kind && first.isRead === item.isRead && first.isOpen === item.isOpen) {
      if (last.named.length >= mostNamed) {
        last.more.push(item);
        continue;
      }
      last.named.push(item);
    } else if (rows >= mostRows) break;
    else groups.push({ named: [item], more: [] });
    rows += 1;
  }
  return groups;
}
