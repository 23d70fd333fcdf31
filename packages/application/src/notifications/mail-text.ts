import type { Language, Notification } from "../accounts/records.ts";
import { escapeHtml, oneLine } from "../dispatch/order-message.ts";
import { kindText } from "./kind-texts.ts";
import { type NotificationKind, notificationKindNames } from "./kinds.ts";
import { pathOf, type Reader, textOf } from "./texts.ts";

/** Of one kind so many are named; a mail with hundreds of lines is read by nobody. */
const mostNamed = 10;

interface Letter {
  customerName: string;
  name: string;
  reader: Reader;
  baseUrl: string;
  /** Newest first. */
  told: readonly Notification[];
  /** How many more were told since the last digest and are over already; null: not a digest. */
  over: number | null;
}

/** One mail about everything that is to be told now, in plain text and HTML. */
export function letterOf(letter: Letter): { subject: string; text: string; html: string } {
  const { customerName, reader, baseUrl, told, over } = letter;
  const words = texts[reader.language];
  const groups = groupsOf(told, reader);
  const intro = [
    words.dear(letter.name),
    over === null ? words.now(customerName) : words.digest(customerName),
  ];
  const outro = [
    ...(over ? [words.over(over)] : []),
    `${words.all} ${baseUrl}/notifications`,
    `${words.settings} ${baseUrl}/settings/notifications`,
  ];
  const text = [
    ...intro,
    ...groups.map(({ heading, lines, more }) =>
      [
        heading,
        ...lines.map(
          ({ title, detail, path }) => `- ${title}${detail ? ` (${detail})` : ""}\n  ${baseUrl}${path}`,
        ),
        ...(more > 0 ? [`  ${words.more(more)}`] : []),
      ].join("\n"),
    ),
    ...outro,
  ].join("\n\n");
  return {
    subject: oneLine(`Refill: ${subjectOf(told, reader, over !== null)}`).slice(0, 200),
    text: `${text}\n`,
    html: htmlOf({ intro, groups, over, baseUrl, words }),
  };
}

interface Group {
  heading: string;
  lines: { title: string; detail: string; path: string }[];
  more: number;
}

/** In the kinds' order, which is that of their weight. */
function groupsOf(told: readonly Notification[], reader: Reader): Group[] {
  const byKind = Map.groupBy(told, ({ kind }) => kind);
  return notificationKindNames.flatMap((kind) => {
    const own = byKind.get(kind) ?? [];
    if (own.length === 0) return [];
    const lines = own.slice(0, mostNamed).map((each) => {
      const { title, detail } = textOf(each, reader);
      return { title: oneLine(title), detail: oneLine(detail), path: pathOf(each.subject) };
    });
    return [
      { heading: kindText(kind, reader.language).count(own.length), lines, more: own.length - mostNamed },
    ];
  });
}

function subjectOf(told: readonly Notification[], reader: Reader, isDigest: boolean): string {
  const words = texts[reader.language];
  const [first] = told;
  if (told.length === 1 && first && !isDigest) return textOf(first, reader).title;
  const counts = new Map<NotificationKind, number>();
  for (const { kind } of told) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = notificationKindNames.flatMap((kind) => {
    const n = counts.get(kind);
    return n === undefined ? [] : kindText(kind, reader.language).count(n);
  });
  const named = parts.slice(0, 2).join(", ");
  const summary = parts.length > 2 ? `${named} ${words.andMore}` : named;
  return isDigest ? `${words.digestSubject}: ${summary}` : summary;
}

function htmlOf(parts: {
  intro: readonly string[];
  groups: readonly Group[];
  over: number | null;
  baseUrl: string;
  words: (typeof texts)[Language];
}): string {
  const { intro, groups, over, baseUrl, words } = parts;
  const link = (path: string, text: string) =>
    `<a href="${escapeHtml(`${baseUrl}${path}`)}">${escapeHtml(text)}</a>`;
  return [
    ...intro.map((each) => `<p>${escapeHtml(each)}</p>`),
    ...groups.map(({ heading, lines, more }) => {
      const items = lines.map(
        ({ title, detail, path }) =>
          `<li>${link(path, title)}${detail ? `<br><small>${escapeHtml(detail)}</small>` : ""}</li>`,
      );
      const rest = more > 0 ? `<li>${link("/notifications", words.more(more))}</li>` : "";
      return `<h3>${escapeHtml(heading)}</h3><ul>${items.join("")}${rest}</ul>`;
    }),
    ...(over ? [`<p>${escapeHtml(words.over(over))}</p>`] : []),
    `<p>${link("/notifications", words.allLink)} · ${link("/settings/notifications", words.settingsLink)}</p>`,
  ].join("");
}

const texts = {
  en: {
    dear: (name: string) => `Dear ${name},`,
    now: (customer: string) => `this has come up at ${customer}:`,
    digest: (customer: string) => `this has come up at ${customer} since the last digest:`,
    digestSubject: "digest",
    over: (n: number) =>
      n === 1 ? "Something else came up and is over already." : `${n} more came up and are over already.`,
    more: (n: number) => `and ${n} more`,
    andMore: "and more",
    all: "All notifications:",
    allLink: "All notifications",
    settings: "Get fewer of these e-mails, or none:",
    settingsLink: "Get fewer of these e-mails, or none",
  },
  de: {
    dear: (name: string) => `Guten Tag ${name},`,
    now: (customer: string) => `bei ${customer} ist etwas zu melden:`,
    digest: (customer: string) => `das ist bei ${customer} seit der letzten Sammelmail dazugekommen:`,
    digestSubject: "Sammelmail",
    over: (n: number) =>
      n === 1
        ? "Etwas Weiteres kam dazu und ist schon erledigt."
        : `${n} weitere kamen dazu und sind schon erledigt.`,
    more: (n: number) => `und ${n} weitere`,
    andMore: "und mehr",
    all: "Alle Benachrichtigungen:",
    allLink: "Alle Benachrichtigungen",
    settings: "Weniger oder keine dieser E-Mails erhalten:",
    settingsLink: "Weniger oder keine dieser E-Mails erhalten",
  },
} as const;
