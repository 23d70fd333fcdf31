import {
  IconAlertTriangle,
  IconArrowBackUp,
  IconArrowsJoin,
  IconArrowsSplit,
  IconBan,
  IconBellRinging,
  IconCheck,
  IconClipboardCheck,
  IconEye,
  IconMailForward,
  IconMessage,
  IconPackageImport,
  IconPlus,
  IconTruck,
} from "@tabler/icons-react";
import type { Order } from "../api/client.ts";
import { t } from "../language/language.ts";
import { dateTime } from "../words.ts";
import { detailOf, type StoryEvent, titleOf } from "./story-words.ts";

const icons: Record<StoryEvent["kind"], typeof IconPlus> = {
  propose: IconPlus,
  grow: IconPlus,
  approve: IconCheck,
  reject: IconBan,
  merge: IconArrowsJoin,
  alone: IconArrowsSplit,
  split: IconArrowsSplit,
  place: IconClipboardCheck,
  recall: IconArrowBackUp,
  fail: IconAlertTriangle,
  dispatch: IconMailForward,
  confirm: IconCheck,
  ship: IconTruck,
  receive: IconPackageImport,
  see: IconEye,
  late: IconAlertTriangle,
  remind: IconBellRinging,
  cancel: IconBan,
  undo: IconArrowBackUp,
  remark: IconMessage,
};
const looks: Partial<Record<StoryEvent["kind"], string>> = {
  fail: "is-bad",
  late: "is-bad",
  remind: "is-bad",
  reject: "is-off",
  cancel: "is-off",
  undo: "is-off",
  receive: "is-good",
  see: "is-good",
};

/** The whole life of an order, the newest first: who did what when, and what it was about. */
export function Story({ order, unit }: { order: Order; unit: string }) {
  return (
    <ol className="story" aria-label={t("What happened, the newest first")}>
      {order.events
        .map((event, index) => ({ event, index }))
        .reverse()
        .map(({ event, index }) => (
          <Entry key={index} event={event} unit={unit} />
        ))}
    </ol>
  );
}

function Entry({ event, unit }: { event: StoryEvent; unit: string }) {
  const Icon = icons[event.kind];
  const detail = detailOf(event, unit);
  return (
    <li className={`story-entry ${looks[event.kind] ?? ""}`}>
      <span className="story-mark" aria-hidden>
        <Icon size={15} stroke={2} />
      </span>
      <div>
        <strong>{titleOf(event)}</strong>
        {event.by && <span className="soft"> · {actorOf(event.by)}</span>}
        {detail && <div>{detail}</div>}
      </div>
      <time className="soft small-text" dateTime={event.at}>
        {dateTime(event.at)}
      </time>
    </li>
  );
}

function actorOf({ kind, name }: NonNullable<StoryEvent["by"]>): string {
  return kind === "api-key" ? t("API key {name}", { name }) : name;
}
