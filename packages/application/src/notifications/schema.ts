import { type Static, type TSchema, Type } from "typebox";
import { closed, Id, IsoDate, Nullable, Time } from "../api/schemas.ts";
import {
  kindOf,
  type NotificationKind,
  type NotificationWay,
  notificationGroups,
  notificationKindNames,
  notificationWays,
} from "./kinds.ts";

export const Kind = Type.Enum([...notificationKindNames], { type: "string", description: "What it tells" });
export const Way = Type.Enum([...notificationWays], {
  type: "string",
  description:
    "`mail`: an e-mail at once; `digest`: in the next digest; `page`: on the page only; `none`: not at all. What is mailed is on the page, too",
});
const Language = Type.Enum(["en", "de"], {
  type: "string",
  description: "Of the texts; default: the member's",
});
export const languageQuery = { language: Type.Optional(Language) };

const Subject = Type.Object({
  kind: Type.Enum(
    [
      "location",
      "order",
      "purchase-order",
      "device",
      "gateway",
      "webhook",
      "export",
      "operator-access",
      "import",
      "member",
      "account",
    ],
    { type: "string" },
  ),
  id: Id,
  name: Type.String({ description: "As it was when it was told; of an order its number" }),
});
export const Notification = Type.Object(
  {
    id: Id,
    kind: Kind,
    group: Type.Enum([...notificationGroups], { type: "string" }),
    subject: Subject,
    siteId: Nullable(Id),
    title: Type.String(),
    detail: Type.String(),
    path: Type.String({ description: "Of the page on which something can be done about it" }),
    raisedAt: Time,
    resolvedAt: Nullable(Time),
    isOpen: Type.Boolean({ description: "Its reason is still there" }),
    returned: Type.Integer({ description: "How often it came back so soon that nobody was told again" }),
    isRead: Type.Boolean(),
    mutedUntil: Nullable(Time),
  },
  {
    $id: "Notification",
    description: "Something that people are told, from when it came up until it is over",
  },
);
export const notificationQuery = {
  kind: Type.Optional(Kind),
  group: Type.Optional(Type.Enum([...notificationGroups], { type: "string" })),
  open: Type.Optional(
    Type.Boolean({ description: "Only those whose reason is still there, or only the others" }),
  ),
  unread: Type.Optional(
    Type.Boolean({ description: "Only those that are not read, or only those that are" }),
  ),
  ...languageQuery,
};
export const Unread = Type.Object(
  { unread: Type.Integer({ description: "Not read by the member; without muted ones" }) },
  { $id: "UnreadNotifications" },
);
export const ReadInput = Type.Union(
  [
    Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 1000 }) }, closed),
    Type.Object({ all: Type.Literal(true) }, closed),
  ],
  { description: "These, or all that there are" },
);
export const MuteInput = Type.Object(
  {
    until: Type.String({
      ...IsoDate,
      description: "The last day on which nothing is told, in the member's zone",
    }),
  },
  closed,
);
export const SubjectParameter = Type.Object({ subjectId: Id });

const TimeOfDay = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", examples: ["07:00"] });
const QuietHours = Type.Object(
  { from: TimeOfDay, to: TimeOfDay },
  { ...closed, description: "Nothing is mailed at once from … to, which may be the next day" },
);
const Digest = Type.Object(
  {
    days: Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
      minItems: 1,
      maxItems: 7,
      uniqueItems: true,
      description: "1 Monday … 7 Sunday",
      examples: [[1, 2, 3, 4, 5]],
    }),
    at: TimeOfDay,
  },
  closed,
);
const waysChange = (kinds: readonly NotificationKind[]) =>
  Type.Object(
    Object.fromEntries(
      kinds.map((kind): [string, TSchema] => [kind, Type.Optional(Nullable(Way))]),
    ) as Record<NotificationKind, TSchema>,
    { ...closed, description: "Null: as the defaults say" },
  );
const WaysChange = waysChange(notificationKindNames);
const UserWaysChange = waysChange(
  notificationKindNames.filter((kind) => kindOf(kind).audience === "everyone"),
);

const KindChoice = Type.Object({
  kind: Kind,
  group: Type.Enum([...notificationGroups], { type: "string" }),
  groupTitle: Type.String(),
  title: Type.String(),
  description: Type.String(),
  way: Way,
  isChosen: Type.Boolean({ description: "By the member; otherwise it follows the defaults" }),
  defaultWay: Way,
});
export const Settings = Type.Object(
  {
    kinds: Type.Array(KindChoice, { description: "What the member may be told of" }),
    siteIds: Nullable(Type.Array(Id, { description: "Only of these sites; null: of all" })),
    quietHours: Nullable(QuietHours),
    digest: Digest,
    timeZone: Type.String({
      description: "IANA; in it quiet hours and digests are meant: the member's, else that of the first site",
    }),
    nextDigestAt: Time,
    mutes: Type.Array(Type.Object({ subjectId: Id, name: Type.String(), until: Time })),
    email: Type.String(),
    isMailPossible: Type.Boolean({ description: "Whether the service can send e-mails" }),
  },
  { $id: "NotificationSettings", description: "How a member is told" },
);
export const SettingsChange = Type.Partial(
  Type.Object({
    ways: WaysChange,
    siteIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 500, uniqueItems: true })),
    quietHours: Nullable(QuietHours),
    digest: Digest,
  }),
  { ...closed, minProperties: 1 },
);
const KindDefault = Type.Object({
  kind: Kind,
  group: Type.Enum([...notificationGroups], { type: "string" }),
  groupTitle: Type.String(),
  title: Type.String(),
  description: Type.String(),
  admin: Way,
  user: Nullable(Way),
});
export const Defaults = Type.Object(
  {
    kinds: Type.Array(KindDefault, {
      description:
        "`user` is null for what only admins are told; users whose privilege says that it is their work are told as admins",
    }),
    quietHours: Nullable(QuietHours),
    digest: Digest,
  },
  { $id: "NotificationDefaults", description: "How those are told who chose nothing" },
);
export const DefaultsChange = Type.Partial(
  Type.Object({
    admin: WaysChange,
    user: UserWaysChange,
    quietHours: Nullable(QuietHours),
    digest: Digest,
  }),
  { ...closed, minProperties: 1 },
);
export const notificationSchemas = [Notification, Unread, Settings, Defaults];

export type WaysChange = Partial<Record<NotificationKind, NotificationWay | null>>;
export type SettingsChange = Omit<Static<typeof SettingsChange>, "ways"> & { ways?: WaysChange };
export type DefaultsChange = Omit<Static<typeof DefaultsChange>, "admin" | "user"> & {
  admin?: WaysChange;
  user?: WaysChange;
};
