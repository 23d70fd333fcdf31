import type { Language, MessageTemplate } from "../accounts/records.ts";
import { defaultTemplates, fillIn, type MessageKind, type Placeholder } from "./message-template.ts";

/** What a supplier needs to know of a purchase order. */
export interface OrderFacts {
  orderId: string;
  orderNumber: number;
  customerName: string;
  siteName: string;
  /** In lines; empty: nobody entered one. */
  deliveryAddress: string;
  /** Of the site, IANA. */
  timeZone: string;
  supplierName: string;
  currency: string;
  /** ISO 8601. */
  createdAt: string;
  /** By when it should come, ISO 8601; null: nobody knows. */
  dueAt: string | null;
  /** Page on which the supplier confirms, with a token for this order only. */
  confirmUrl: string;
  lines: readonly OrderLineFacts[];
}
export interface OrderLineFacts {
  orderId: string;
  number: number;
  locationName: string;
  /** The supplier's number, where it has one of its own. */
  partNumber: string;
  partName: string;
  unit: string;
  quantity: number;
  /** Of a piece; null: not agreed. */
  unitPrice: number | null;
  isUrgent: boolean;
  /** As they are asked for, by day (ISO 8601); empty: all at once. */
  deliveries: readonly { quantity: number; date: string }[];
}

export interface Email {
  subject: string;
  text: string;
  html: string;
}

/** The message as an e-mail, in plain text and HTML; `template` null: as usual in the language. */
export function writeEmail(
  kind: MessageKind,
  facts: OrderFacts,
  { language = "en", template = null }: { language?: Language; template?: MessageTemplate | null } = {},
): Email {
  const { subject, text } = template ?? defaultTemplates[language][kind];
  const values = valuesOf(facts, language);
  const tables = {
    head: [headOf(facts, language)],
    lines: facts.lines.map((line) => rowsOf(line, facts, language)),
  };
  return {
    subject: oneLine(fillIn(subject, values)).slice(0, 200),
    text: `${fillIn(text, { ...values, head: plainTable(tables.head), lines: plainTable(tables.lines) }).trimEnd()}\n`,
    html: htmlOf(text, {
      ...(Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, escapeHtml(value).replaceAll("\n", "<br>")]),
      ) as typeof values),
      link: `<a href="${escapeHtml(facts.confirmUrl)}">${escapeHtml(words[language].link)}</a>`,
      head: htmlTable(tables.head),
      lines: htmlTable(tables.lines),
    }),
  };
}

const words = {
  en: {
    order: "Order",
    urgentOrder: "Urgent: order",
    lines: "lines",
    deliverTo: "Deliver to",
    ordered: "Ordered",
    part: "Part",
    quantity: "Quantity",
    deliveries: "Deliveries",
    by: "by",
    price: "Price",
    each: "each",
    location: "Location",
    urgent: "Urgent",
    asSoonAsPossible: "yes, as soon as possible",
    asAgreed: "the agreed day",
    link: "Confirm quantity and delivery date",
  },
  de: {
    order: "Bestellung",
    urgentOrder: "Dringend: Bestellung",
    lines: "Positionen",
    deliverTo: "Lieferadresse",
    ordered: "Bestellt am",
    part: "Teil",
    quantity: "Menge",
    deliveries: "Lieferungen",
    by: "bis",
    price: "Preis",
    each: "je Einheit",
    location: "Lagerplatz",
    urgent: "Dringend",
    asSoonAsPossible: "ja, so bald wie möglich",
    asAgreed: "zum vereinbarten Tag",
    link: "Menge und Liefertermin bestätigen",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** Of what needs no table. */
function valuesOf(facts: OrderFacts, language: Language): Record<Placeholder, string> {
  const word = words[language];
  const { lines, orderNumber, customerName, supplierName, siteName } = facts;
  const [first] = lines;
  const isUrgent = lines.some((line) => line.isUrgent);
  return {
    number: String(orderNumber),
    title: `${isUrgent ? word.urgentOrder : word.order} ${orderNumber}`,
    what:
      lines.length === 1
        ? oneLine(`${first!.quantity} ${first!.unit} ${first!.partNumber}`)
        : `${lines.length} ${word.lines}`,
    customer: oneLine(customerName),
    supplier: oneLine(supplierName),
    site: oneLine(siteName),
    deliveryAddress: deliveryOf(facts).join("\n"),
    date: dayOf(facts.createdAt, facts, language),
    due: facts.dueAt === null ? word.asAgreed : dayOf(facts.dueAt, facts, language),
    head: "",
    lines: "",
    link: facts.confirmUrl,
  };
}

function deliveryOf({ deliveryAddress, customerName, siteName }: OrderFacts): string[] {
  const lines = deliveryAddress.split(/[\r\n]+/).map((line) => oneLine(line).trim());
  const written = lines.filter((line) => line !== "");
  return written.length > 0 ? written : [oneLine([customerName, siteName].filter(Boolean).join(", "))];
}

/** A day at the site: ISO 8601, or as in Germany. */
function dayOf(moment: string, { timeZone }: OrderFacts, language: Language): string {
  const day = Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return language === "de" ? day.split("-").reverse().join(".") : day;
}

type Row = readonly [name: string, value: string];
type Table = readonly (readonly Row[])[];

function headOf(facts: OrderFacts, language: Language): Row[] {
  const word = words[language];
  return [
    [word.order, String(facts.orderNumber)],
    [word.deliverTo, deliveryOf(facts).join(", ")],
    [word.ordered, dayOf(facts.createdAt, facts, language)],
  ];
}

function rowsOf(line: OrderLineFacts, { currency }: OrderFacts, language: Language): Row[] {
  const word = words[language];
  const { unitPrice, locationName, deliveries } = line;
  const byDay = deliveries.map(({ quantity, date }) => `${quantity} ${word.by} ${date}`).join(", ");
  const price = unitPrice?.toLocaleString(language, { maximumFractionDigits: 6, useGrouping: false });
  return [
    [word.part, `${line.partNumber}  ${line.partName}`],
    [word.quantity, `${line.quantity} ${line.unit}`],
    ...(byDay ? ([[word.deliveries, byDay]] as const) : []),
    ...(price === undefined ? [] : ([[word.price, `${price} ${currency} ${word.each}`]] as const)),
    ...(locationName ? ([[word.location, locationName]] as const) : []),
    ...(line.isUrgent ? ([[word.urgent, word.asSoonAsPossible]] as const) : []),
  ];
}

function plainTable(table: Table): string {
  const width = Math.max(0, ...table.flat().map(([name]) => name.length)) + 2;
  return table
    .map((rows) => rows.map(([name, value]) => `  ${name.padEnd(width)}${oneLine(value)}`).join("\n"))
    .join("\n\n");
}

function htmlTable(table: Table): string {
  return table
    .map(
      (rows) =>
        `<table style="margin-bottom:12px">${rows
          .map(
            ([name, value]) =>
              `<tr><td style="padding:2px 16px 2px 0;color:#666">${escapeHtml(name)}</td><td><b>${escapeHtml(value)}</b></td></tr>`,
          )
          .join("")}</table>`,
    )
    .join("");
}

/** Empty lines part paragraphs; a table is no part of one. */
function htmlOf(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text
    .split(/\n\s*\n/)
    .map((block) => {
      const filled = fillIn(escapeHtml(block.trim()).replaceAll("\n", "<br>"), values);
      return /^<table/.test(filled) ? filled : `<p>${filled}</p>`;
    })
    .join("");
}

/** The order as the body of a webhook (Standard Webhooks: type, timestamp, data). */
export function writeOrderWebhook(facts: OrderFacts, type: "order.placed" | "order.late" = "order.placed") {
  const { orderId, orderNumber, createdAt, confirmUrl } = facts;
  return {
    type,
    timestamp: createdAt,
    data: {
      order: { id: orderId, number: orderNumber, createdAt, confirmUrl },
      customer: { name: facts.customerName },
      supplier: { name: facts.supplierName },
      deliverTo: { site: facts.siteName, address: facts.deliveryAddress },
      currency: facts.currency,
      lines: facts.lines.map(({ orderId, number, locationName, partNumber, partName, unit, ...line }) => ({
        orderId,
        number,
        part: { number: partNumber, name: partName, unit },
        location: locationName,
        ...line,
      })),
    },
  };
}

/** A name may hold any character; a header or a line of the table may not hold a line break. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ");
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => names[character]!);
}
