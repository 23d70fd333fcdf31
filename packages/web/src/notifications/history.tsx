import "./notifications.css";
import { ActionIcon, Button, Chip, Menu, SegmentedControl } from "@mantine/core";
import { notifications as toasts } from "@mantine/notifications";
import {
  IconBell,
  IconBellOff,
  IconCheck,
  IconChecks,
  IconDotsVertical,
  IconSettings,
} from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Notification } from "../api/client.ts";
import { isoDayOf } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { ButtonLink } from "../parts/button-link.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { clock, dateTime, day } from "../words.ts";
import { dayAfter } from "./days.ts";
import { groupWords, isOver, KindMark } from "./kinds.tsx";
import { historyQuery, newestQuery, useMarkRead, useMute } from "./queries.ts";
import { groupNames, type HistorySearch } from "./search.ts";

/** All that a person was told, by day; it can be read, muted, and leads to where something can be done. */
export function NotificationsPage() {
  const search = useSearch({ from: "/inside/notifications" });
  const navigate = useNavigate({ from: "/notifications" });
  const { group, kind, show } = search;
  const open = show === "open" ? true : show === "over" ? false : undefined;
  const history = useInfiniteQuery(
    historyQuery({ group, kind, open, unread: show === "unread" ? true : undefined }),
  );
  const unread = useQuery(newestQuery).data?.unread ?? 0;
  const read = useMarkRead();
  const choose = (next: HistorySearch) => void navigate({ search: next, replace: true });
  const items = history.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t("Notifications")}>
        <span className="soft" role="status">
          {t("{count, plural, =0 {All are read} one {# is new} other {# are new}}", { count: unread })}
        </span>
        <div className="head-actions">
          {unread > 0 && (
            <Button
              variant="default"
              leftSection={<IconChecks size={16} stroke={1.8} />}
              onClick={() => read.mutate("all")}
            >
              {t("Mark all as read")}
            </Button>
          )}
          <ButtonLink
            to="/settings/notifications"
            variant="default"
            leftSection={<IconSettings size={16} stroke={1.8} />}
          >
            {t("Choose what I am told")}
          </ButtonLink>
        </div>
      </PageHead>
      <search className="notice-filters">
        <SegmentedControl
          aria-label={t("Which")}
          value={show ?? "all"}
          onChange={(value) => {
            const { show: _before, ...rest } = search;
            choose(value === "all" ? rest : { ...rest, show: value as NonNullable<HistorySearch["show"]> });
          }}
          data={[
            { value: "all", label: t("All") },
            { value: "open", label: t("Still so") },
            { value: "unread", label: t("New") },
            { value: "over", label: t("Over") },
          ]}
        />
        <fieldset className="plain-fieldset notice-chips" aria-label={t("About")}>
          {groupNames.map((name) => (
            <Chip
              key={name}
              size="sm"
              checked={group === name}
              onChange={(isChosen) => {
                const { group: _group, kind: _kind, ...rest } = search;
                choose(isChosen ? { ...rest, group: name } : rest);
              }}
            >
              {groupWords[name]}
            </Chip>
          ))}
          {kind && (
            <Chip
              size="sm"
              checked
              onChange={() => {
                const { kind: _kind, ...rest } = search;
                choose(rest);
              }}
            >
              {items[0]?.kind === kind ? t("Only of this kind") : kind}
            </Chip>
          )}
        </fieldset>
      </search>
      {history.isPending ? (
        <Loading />
      ) : history.error && items.length === 0 ? (
        <Failed error={history.error} onAgain={() => history.refetch()} />
      ) : items.length === 0 ? (
        <Nothing isFiltered={group !== undefined || kind !== undefined || show !== undefined} />
      ) : (
        <Days items={items} />
      )}
      {history.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t("Show earlier ones")}
        </Button>
      )}
    </>
  );
}

function Nothing({ isFiltered }: { isFiltered: boolean }) {
  if (isFiltered)
    return (
      <Empty title={t("None of these")}>
        <ButtonLink to="/notifications" variant="default" mt="sm">
          {t("Show all")}
        </ButtonLink>
      </Empty>
    );
  return (
    <Empty title={t("Nothing has come up yet")}>
      {t("When a location runs empty, an order waits for you or a sensor falls silent, it is told here.")}
      <div>
        <ButtonLink to="/settings/notifications" variant="default" mt="sm">
          {t("Choose what I am told")}
        </ButtonLink>
      </div>
    </Empty>
  );
}

function Days({ items }: { items: readonly Notification[] }) {
  const byDay = Map.groupBy(items, ({ raisedAt }) => isoDayOf(raisedAt));
  const today = isoDayOf(Date.now());
  const yesterday = dayAfter(today, -1);
  return [...byDay].map(([date, own]) => (
    <section key={date} className="notice-day" aria-labelledby={`day-${date}`}>
      <h2 id={`day-${date}`}>
        {date === today ? t("Today") : date === yesterday ? t("Yesterday") : day(date)}
      </h2>
      <ul className="card notice-list">
        {own.map((each) => (
          <Row key={each.id} notification={each} />
        ))}
      </ul>
    </section>
  ));
}

function Row({ notification }: { notification: Notification }) {
  const { id, title, detail, path, isRead, raisedAt, resolvedAt, mutedUntil } = notification;
  const read = useMarkRead();
  const hasEnded = isOver(notification);
  return (
    <li
      className="notice-row"
      data-unread={(!isRead && mutedUntil === null) || undefined}
      data-over={hasEnded || undefined}
    >
      <KindMark notification={notification} />
      <div className="notice-words">
        <Link to={path} className="notice-title" onClick={() => !isRead && read.mutate([id])}>
          {title}
        </Link>
        {!isRead && <span className="visually-hidden"> {t("(new)")}</span>}
        {detail && <div className="soft">{detail}</div>}
        {mutedUntil !== null && (
          <div className="notice-muted">
            <IconBellOff size={14} stroke={1.8} aria-hidden />
            {t("Muted until {time}", { time: dateTime(mutedUntil) })}
          </div>
        )}
      </div>
      <div className="notice-when soft">
        <time dateTime={raisedAt} title={dateTime(raisedAt)}>
          {clock(raisedAt)}
        </time>
        {hasEnded && resolvedAt && <span>{t("over {time}", { time: <Time iso={resolvedAt} /> })}</span>}
      </div>
      <RowMenu notification={notification} onRead={() => read.mutate([id])} />
    </li>
  );
}

const muteDays = [
  { days: 0, name: t("Until tonight") },
  { days: 6, name: t("For a week") },
  { days: 29, name: t("For a month") },
];

function RowMenu({ notification, onRead }: { notification: Notification; onRead(): void }) {
  const { subject, title, isRead, mutedUntil } = notification;
  const mute = useMute();
  const today = isoDayOf(Date.now());
  const set = (until: string | null) =>
    mute.mutate(
      { subjectId: subject.id, until },
      {
        onSuccess: () =>
          toasts.show({
            message:
              until === null
                ? t("You are told of it again.")
                : t("Nothing more is told of it until {day}.", { day: day(until) }),
          }),
        onError: (error) => toasts.show({ color: "red", message: error.message }),
      },
    );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t("Read or mute: {title}", { title })}>
          <IconDotsVertical size={18} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!isRead && (
          <Menu.Item leftSection={<IconCheck size={16} stroke={1.8} />} onClick={onRead}>
            {t("Mark as read")}
          </Menu.Item>
        )}
        {mutedUntil === null ? (
          <>
            <Menu.Label>{t("Tell me nothing more of it")}</Menu.Label>
            {muteDays.map(({ days, name }) => (
              <Menu.Item
                key={days}
                leftSection={<IconBellOff size={16} stroke={1.8} />}
                onClick={() => set(dayAfter(today, days))}
              >
                {name}
              </Menu.Item>
            ))}
          </>
        ) : (
          <Menu.Item leftSection={<IconBell size={16} stroke={1.8} />} onClick={() => set(null)}>
            {t("Tell me of it again")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
