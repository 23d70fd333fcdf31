import type { Language, MessageTemplate } from "../accounts/records.ts";
import type { FieldProblem } from "../refusal.ts";

/** E-mails to suppliers as their customers word them: text with placeholders like `{number}`. */

export type MessageKind = "order" | "reminder";

/** What each stands for, for whoever writes a template. */
export const placeholders = {
  number: "The order's number",
  title: "`Order 17`, or `Urgent: order 17`",
  what: "Quantity and part of an order with one line, the number of lines otherwise",
  customer: "Your company",
  supplier: "The supplier's name",
  site: "The site that is delivered to",
  deliveryAddress: "The site's address, or the company's",
  date: "The day on which it was ordered",
  due: "The day by which it should come",
  head: "Number, delivery address and date, as a table",
  lines: "The lines with part, quantity and price, as a table",
  link: "The page on which the supplier confirms",
} as const;
export type Placeholder = keyof typeof placeholders;
export const placeholderNames = Object.keys(placeholders) as Placeholder[];

/** They take several lines, so no subject has them. */
const ofText: readonly Placeholder[] = ["head", "lines", "link", "deliveryAddress"];
const pattern = /\{([A-Za-z]\w*)\}/g;

/** What is wrong with a template; `field`: where it stands in the request. */
export function validateTemplate({ subject, text }: MessageTemplate, field: string): FieldProblem[] {
  const problems: FieldProblem[] = [];
  // One at a time of each: people mend one, and see the next.
  const refuse = (part: string, message: string) => {
    const own = `${field}.${part}`;
    if (!problems.some((problem) => problem.field === own)) problems.push({ field: own, message });
  };
  for (const [part, value] of [
    ["subject", subject],
    ["text", text],
  ] as const)
    for (const [, name] of value.matchAll(pattern))
      if (!placeholderNames.includes(name as Placeholder))
        refuse(
          part,
          `there is no {${name}}: use one of ${placeholderNames.map((each) => `{${each}}`).join(", ")}`,
        );
      else if (part === "subject" && ofText.includes(name as Placeholder))
        refuse(part, `{${name}} takes several lines: use it in the text`);
  if (/[\r\n]/.test(subject)) refuse("subject", "must be one line");
  if (!text.includes("{lines}")) refuse("text", "must have {lines}: what is ordered");
  if (!text.includes("{link}")) refuse("text", "must have {link}: there the supplier confirms");
  return problems;
}

/** The text with each placeholder replaced once: what stands in a value is never looked at again. */
export function fillIn(template: string, values: Readonly<Record<Placeholder, string>>): string {
  return template.replace(pattern, (whole, name: string) => values[name as Placeholder] ?? whole);
}

/** What is sent where nobody wrote anything else. */
export const defaultTemplates: Readonly<Record<Language, Readonly<Record<MessageKind, MessageTemplate>>>> = {
  en: {
    order: {
      subject: "{title} from {customer}: {what}",
      text: `Dear {supplier},

{customer} orders:

{head}

{lines}

Please confirm quantity and delivery date here:
{link}

This order was placed by Refill, which watches the stock by sensors.`,
    },
    reminder: {
      subject: "Order {number} from {customer} is late",
      text: `Dear {supplier},

{customer} expected this by {due}, and it has not arrived:

{head}

{lines}

Please say here when it will come:
{link}

This message was sent by Refill, which watches the stock by sensors.`,
    },
  },
  de: {
    order: {
      subject: "{title} von {customer}: {what}",
      text: `Guten Tag {supplier},

{customer} bestellt:

{head}

{lines}

Bitte bestätigen Sie Menge und Liefertermin hier:
{link}

Diese Bestellung hat Refill ausgelöst, das den Bestand mit Sensoren überwacht.`,
    },
    reminder: {
      subject: "Bestellung {number} von {customer} ist überfällig",
      text: `Guten Tag {supplier},

{customer} hat diese Lieferung bis {due} erwartet, sie ist noch nicht eingetroffen:

{head}

{lines}

Bitte teilen Sie uns hier mit, wann sie kommt:
{link}

Diese Nachricht hat Refill gesendet, das den Bestand mit Sensoren überwacht.`,
    },
  },
};
