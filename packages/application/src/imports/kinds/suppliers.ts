import type { DispatchWay } from "../../accounts/records.ts";
import { putSupplier, removeSupplier } from "../../inventory/catalogue.ts";
import type { SupplierInput as Input } from "../../inventory/schema.ts";
import { SupplierInput } from "../../inventory/schema.ts";
import { listItems, readDate, readTimeOfDay, readWeekdays } from "../cell-values.ts";
import { field } from "../fields.ts";
import { type ImportKind, inputBy } from "../import-kind.ts";
import type { LineReader } from "../line-reader.ts";
import { byId, findSupplier } from "../references.ts";
import { firstPart, given } from "./places.ts";

const everyDay = [1, 2, 3, 4, 5, 6, 7] as NonNullable<Input["calendar"]>["orderingDays"];
const shortDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

export const suppliers: ImportKind<"supplier", Input> = {
  name: "suppliers",
  kind: "supplier",
  schema: SupplierInput,
  fields: [
    field("id", "ID", "ID"),
    field("name", "Supplier", "Lieferant", {
      also: ["name", "vendor", "kreditor", "lieferantenname", "supplier name", "creditor"],
      isRequired: true,
      example: "Bolt Brothers",
      exampleDe: "Schrauben Schmidt GmbH",
    }),
    field("email", "Order e-mail", "Bestell-E-Mail", {
      also: ["email", "e-mail", "mail", "dispatch.address", "e-mail für bestellungen"],
      example: "orders@bolts.example",
    }),
    field("webhookUrl", "Webhook address", "Webhook-Adresse", { also: ["dispatch.url", "webhook", "url"] }),
    field("leadTimeDays", "Lead time (days)", "Wiederbeschaffungszeit (Tage)", {
      also: ["lieferzeit", "delivery time", "lead time in days", "wbz", "lieferzeit in tagen"],
      value: "number",
      dimension: "days",
      isRequired: true,
      example: "5",
    }),
    field("language", "Language of messages", "Sprache der Nachrichten", {
      also: ["language", "sprache"],
      example: "en",
      exampleDe: "de",
    }),
    field("orderingDays", "Takes orders on", "Bestelltage", {
      value: "list",
      also: ["ordering days", "order days", "calendar.orderingDays"],
      example: "Mon-Fri",
      exampleDe: "Mo-Fr",
    }),
    field("cutOff", "Cut-off", "Bestellschluss", { also: ["cut-off time", "order by"], example: "14:30" }),
    field("timeZone", "Time zone", "Zeitzone", { example: "Europe/Berlin" }),
    field("holidays", "Holidays", "Feiertage", { value: "list", also: ["betriebsferien", "closed on"] }),
    field("calendar", "Calendar (JSON)", "Kalender (JSON)", { also: ["calendar"] }),
    field("minimumOrderValue", "Minimum order value", "Mindestbestellwert", {
      value: "number",
      also: ["mbw", "mindestwert"],
      example: "50",
    }),
    field("collectionMinutes", "Collect orders for (minutes)", "Bestellungen sammeln (Minuten)", {
      value: "number",
      dimension: "minutes",
      also: ["collection minutes"],
    }),
    field("approvalAbove", "Approval above", "Freigabe ab", { value: "number" }),
    field("chaseAfterDays", "Remind every (days)", "Mahnen alle (Tage)", {
      value: "number",
      dimension: "days",
    }),
  ],
  find: (change, line) => byId(change, line, "supplier") ?? findSupplier(change, line.text("name") ?? ""),
  read(_change, line, known) {
    const before = known ? suppliers.inputOf(known) : undefined;
    const leadTimeDays = line.number("leadTimeDays") ?? before?.leadTimeDays;
    if (leadTimeDays === undefined) line.required("leadTimeDays");
    return {
      ...before,
      name: known ? (line.text("name") ?? known.name) : line.required("name"),
      leadTimeDays: leadTimeDays ?? 0,
      dispatch: dispatchOf(line, before),
      calendar: calendarOf(line, before),
      ...given("language", languageOf(line)),
      ...given("minimumOrderValue", line.number("minimumOrderValue")),
      ...given("collectionMinutes", line.number("collectionMinutes")),
      ...given("approvalAbove", line.numberOrNone("approvalAbove")),
      ...given("chaseAfterDays", line.numberOrNone("chaseAfterDays")),
    };
  },
  /** Its secret stands beside its address, as a request names it. */
  inputOf(record) {
    const { dispatch, ...input } = inputBy<Input & { dispatch: DispatchWay }>(SupplierInput, record);
    if (dispatch.kind === "email") return { ...input, dispatch };
    const { secret, ...way } = dispatch;
    return { ...input, dispatch: way, webhookSecret: secret };
  },
  put: putSupplier,
  remove: removeSupplier,
  cells: (_change, { dispatch, calendar, ...supplier }) => ({
    id: supplier.id,
    name: supplier.name,
    email: dispatch.kind === "email" ? dispatch.address : null,
    webhookUrl: dispatch.kind === "webhook" ? dispatch.url : null,
    leadTimeDays: supplier.leadTimeDays,
    language: supplier.language,
    orderingDays: calendar.orderingDays.map((day) => shortDays[day - 1]).join(", ") || null,
    cutOff: calendar.cutOff,
    timeZone: calendar.timeZone,
    holidays: calendar.holidays.join(", ") || null,
    minimumOrderValue: supplier.minimumOrderValue,
    collectionMinutes: supplier.collectionMinutes,
    approvalAbove: supplier.approvalAbove,
    chaseAfterDays: supplier.chaseAfterDays,
  }),
  title: ({ name }) => name,
  fieldOf(path) {
    if (path.startsWith("dispatch")) return path.endsWith("url") ? "webhookUrl" : "email";
    const own = /^calendar\.(\w+)/.exec(path)?.[1];
    return own ?? firstPart(path);
  },
};

function dispatchOf(line: LineReader, before: Input | undefined): Input["dispatch"] {
  const address = line.text("email");
  const url = line.text("webhookUrl");
  if (address !== undefined) return { kind: "email", address };
  if (url !== undefined && (before?.dispatch.kind !== "webhook" || before.dispatch.url !== url))
    return { kind: "webhook", url };
  if (before) return before.dispatch;
  line.refuse("email", "missing", "is missing: orders have to go somewhere, by e-mail or webhook");
  return { kind: "email", address: "" };
}

function calendarOf(line: LineReader, before: Input | undefined): NonNullable<Input["calendar"]> {
  const whole = line.json("calendar") as NonNullable<Input["calendar"]> | undefined;
  const known = whole ??
    before?.calendar ?? { timeZone: "UTC", orderingDays: everyDay, cutOff: null, holidays: [] };
  const days = line.value(
    "orderingDays",
    readWeekdays,
    "are no weekdays: write them like Mon-Fr or Mon, Wed, Fri",
  );
  const cutOff = line.textOrNone("cutOff");
  const time = cutOff
    ? line.value("cutOff", readTimeOfDay, "is no time of day: write it like 14:30")
    : cutOff;
  const holidays =
    line.textOrNone("holidays") === null
      ? []
      : line.value(
          "holidays",
          readDays,
          "must be days like 2027-01-31 or 31.01.2027, with commas between them",
        );
  return {
    ...known,
    ...given("orderingDays", days as typeof everyDay | undefined),
    ...given("cutOff", time),
    ...given("timeZone", line.text("timeZone")),
    ...given("holidays", holidays),
  };
}

function readDays(cell: string): string[] | undefined {
  const days = listItems(cell.replace(/[[\]"]/g, "")).map(readDate);
  return days.includes(undefined) ? undefined : ([...new Set(days)].sort() as string[]);
}

function languageOf(line: LineReader): "en" | "de" | undefined {
  return line.value(
    "language",
    (cell) => {
      const word = cell.toLowerCase().slice(0, 2);
      if (word === "de" || word === "ge") return "de" as const;
      return word === "en" ? ("en" as const) : undefined;
    },
    "must be en or de",
  );
}
