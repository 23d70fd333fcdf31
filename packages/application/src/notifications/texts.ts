import type { Language, Notification, NotificationSubject } from "../accounts/records.ts";
import type { NotificationKind } from "./kinds.ts";

export interface NotificationText {
  /** One sentence without its full stop. */
  title: string;
  /** What else is worth knowing; may be empty. */
  detail: string;
}

/** In which words the reader is told, and in whose time. */
export interface Reader {
  language: Language;
  /** IANA. */
  timeZone: string;
}

/** What a notification says, with the facts of when it came. */
export function textOf({ kind, subject, facts, returned }: Notification, reader: Reader): NotificationText {
  const words = reader.language === "de" ? german : english;
  const told = words[kind]({ name: subject.name, facts: factsOf(facts, reader), raw: facts });
  const again =
    returned === 0
      ? null
      : reader.language === "de"
        ? `seither ${returned}-mal wiedergekommen`
        : `came back ${returned === 1 ? "once" : `${returned} times`} since`;
  return {
    title: told.title,
    detail: [...told.detail, again].filter((each) => each !== null && each !== "").join(" · "),
  };
}

/** The page on which something can be done about it. */
export function pathOf({ kind, id }: NotificationSubject): string {
  switch (kind) {
    case "location":
      return `/locations/${id}`;
    case "order":
      return `/orders/${id}`;
    case "purchase-order":
      return `/purchase-orders/${id}`;
    case "device":
      return `/devices/${id}`;
    case "gateway":
      return `/gateways/${id}`;
    case "webhook":
      return `/settings/webhooks/${id}`;
    case "export":
      return "/settings/account";
    case "operator-access":
      return "/settings/operator-access";
    case "import":
      return "/settings/imports";
    case "member":
      return "/settings/members";
    case "account":
      return "/planning/proposals";
  }
}

type Facts = (name: string) => string | null;
interface Telling {
  name: string;
  /** As a person reads them. */
  facts: Facts;
  raw: Notification["facts"];
}
type Words = Record<NotificationKind, (told: Telling) => { title: string; detail: (string | null)[] }>;

const times = new Set(["lastSeenAt", "dueAt", "runsOutAt", "refillAt", "failingSince", "until"]);

/** Times and numbers in the reader's way. */
function factsOf(facts: Notification["facts"], { language, timeZone }: Reader): Facts {
  const locale = language === "de" ? "de-DE" : "en-GB";
  return (name) => {
    const value = facts[name];
    if (value === undefined || value === null) return null;
    if (typeof value === "string") return value;
    if (times.has(name))
      return new Date(value).toLocaleString(locale, { timeZone, dateStyle: "medium", timeStyle: "short" });
    return value.toLocaleString(locale);
  };
}

const given = (value: string | null, text: (value: string) => string) =>
  value === null ? null : text(value);

const english: Words = {
  "location-empty": ({ name, facts }) => ({
    title: `${name} is empty`,
    detail: [facts("part"), facts("site")],
  }),
  "runs-out": ({ name, facts }) => ({
    title: `${name} runs out before its refill`,
    detail: [
      given(facts("runsOutAt"), (at) => `empty about ${at}`),
      given(facts("refillAt"), (at) => `refill about ${at}`),
      facts("part"),
    ],
  }),
  "level-unknown": ({ name, facts, raw }) => ({
    title:
      raw.reason === "contradiction"
        ? `The sensors at ${name} contradict each other`
        : `The level of ${name} is not known`,
    detail: [doubts.en[String(raw.reason)] ?? null, facts("part"), facts("site")],
  }),
  "order-waits": ({ name, facts }) => ({
    title: `Order ${name} waits for approval`,
    detail: [amount(facts), facts("reason"), facts("location")],
  }),
  "order-late": ({ name, facts }) => ({
    title: `Order ${name} is late`,
    detail: [given(facts("dueAt"), (at) => `due ${at}`), facts("source"), amount(facts), facts("location")],
  }),
  "order-not-sent": ({ name, facts }) => ({
    title: `Purchase order ${name} could not be sent`,
    detail: [facts("source"), facts("reason")],
  }),
  "proposals-wait": () => ({ title: "Planning has proposals", detail: ["they wait for a decision"] }),
  "device-silent": ({ name, facts }) => ({
    title: `${name} is silent`,
    detail: [given(facts("lastSeenAt"), (at) => `last heard ${at}`), facts("location")],
  }),
  "battery-low": ({ name, facts }) => ({
    title: `The battery of ${name} is low`,
    detail: [given(facts("batteryPercent"), (percent) => `${percent} %`), facts("location")],
  }),
  "gateway-away": ({ name, facts }) => ({
    title: `Gateway ${name} does not answer`,
    detail: [given(facts("lastSeenAt"), (at) => `last heard ${at}`)],
  }),
  "webhook-fails": ({ name, facts }) => ({
    title:
      facts("reason") === null ? `The webhook to ${name} fails` : `The webhook to ${name} was switched off`,
    detail: [facts("reason") ?? given(facts("failingSince"), (at) => `since ${at}`)],
  }),
  "operator-asks": ({ name, facts }) => ({
    title: name ? `${name} asks to look into the account` : "Operators ask to look into the account",
    detail: [facts("reason")],
  }),
  "export-ready": ({ name, facts }) => ({
    title: `A data export (${name.toUpperCase()}) is ready`,
    detail: [
      given(facts("by"), (by) => `asked for by ${by}`),
      given(facts("until"), (at) => `to be fetched until ${at}`),
    ],
  }),
  "import-finished": ({ name, facts, raw }) => ({
    title: `Import finished: ${facts("records")} ${raw.records === 1 ? "record" : "records"}`,
    detail: [name, raw.refused ? `${facts("refused")} refused` : null],
  }),
  "member-joined": ({ name, facts }) => ({
    title: `${name} joined`,
    detail: [facts("email"), facts("role")],
  }),
};

const german: Words = {
  "location-empty": ({ name, facts }) => ({
    title: `${name} ist leer`,
    detail: [facts("part"), facts("site")],
  }),
  "runs-out": ({ name, facts }) => ({
    title: `${name} wird vor der Lieferung leer`,
    detail: [
      given(facts("runsOutAt"), (at) => `leer etwa ${at}`),
      given(facts("refillAt"), (at) => `Nachschub etwa ${at}`),
      facts("part"),
    ],
  }),
  "level-unknown": ({ name, facts, raw }) => ({
    title:
      raw.reason === "contradiction"
        ? `Die Sensoren an ${name} widersprechen sich`
        : `Der Bestand von ${name} ist unbekannt`,
    detail: [doubts.de[String(raw.reason)] ?? null, facts("part"), facts("site")],
  }),
  "order-waits": ({ name, facts }) => ({
    title: `Bestellung ${name} wartet auf Freigabe`,
    detail: [amount(facts), facts("location")],
  }),
  "order-late": ({ name, facts }) => ({
    title: `Bestellung ${name} ist überfällig`,
    detail: [
      given(facts("dueAt"), (at) => `fällig ${at}`),
      facts("source"),
      amount(facts),
      facts("location"),
    ],
  }),
  "order-not-sent": ({ name, facts }) => ({
    title: `Bestellung ${name} konnte nicht versandt werden`,
    detail: [facts("source"), facts("reason")],
  }),
  "proposals-wait": () => ({
    title: "Die Planung hat Vorschläge",
    detail: ["sie warten auf eine Entscheidung"],
  }),
  "device-silent": ({ name, facts }) => ({
    title: `${name} meldet sich nicht`,
    detail: [given(facts("lastSeenAt"), (at) => `zuletzt gehört ${at}`), facts("location")],
  }),
  "battery-low": ({ name, facts }) => ({
    title: `Die Batterie von ${name} ist schwach`,
    detail: [given(facts("batteryPercent"), (percent) => `${percent} %`), facts("location")],
  }),
  "gateway-away": ({ name, facts }) => ({
    title: `Gateway ${name} antwortet nicht`,
    detail: [given(facts("lastSeenAt"), (at) => `zuletzt gehört ${at}`)],
  }),
  "webhook-fails": ({ name, facts }) => ({
    title:
      facts("reason") === null
        ? `Der Webhook zu ${name} schlägt fehl`
        : `Der Webhook zu ${name} wurde abgeschaltet`,
    detail: [facts("reason") ?? given(facts("failingSince"), (at) => `seit ${at}`)],
  }),
  "operator-asks": ({ name, facts }) => ({
    title: name ? `${name} bittet, in das Konto sehen zu dürfen` : "Betreiber bitten um Zugang zum Konto",
    detail: [facts("reason")],
  }),
  "export-ready": ({ name, facts }) => ({
    title: `Ein Datenexport (${name.toUpperCase()}) ist bereit`,
    detail: [
      given(facts("by"), (by) => `angefordert von ${by}`),
      given(facts("until"), (at) => `abzuholen bis ${at}`),
    ],
  }),
  "import-finished": ({ name, facts, raw }) => ({
    title: `Import fertig: ${facts("records")} ${raw.records === 1 ? "Datensatz" : "Datensätze"}`,
    detail: [name, raw.refused ? `${facts("refused")} abgelehnt` : null],
  }),
  "member-joined": ({ name, facts, raw }) => ({
    title: `${name} ist dazugekommen`,
    detail: [facts("email"), raw.role === "admin" ? "Admin" : "Benutzer"],
  }),
};

const doubts: Record<Language, Record<string, string>> = {
  en: {
    faults: "its sensor reports faults",
    stuck: "its sensor has shown the same for too long",
    battery: "its sensor's battery is low and its readings jump",
    contradiction: "the lower level counts until somebody looks",
  },
  de: {
    faults: "der Sensor meldet Störungen",
    stuck: "der Sensor zeigt schon zu lange dasselbe",
    battery: "die Batterie des Sensors ist schwach, und seine Werte springen",
    contradiction: "bis jemand nachsieht, zählt der niedrigere Bestand",
  },
};

function amount(facts: Facts): string | null {
  const quantity = facts("quantity");
  return quantity === null ? null : [quantity, facts("unit"), facts("part")].filter(Boolean).join(" ");
}
