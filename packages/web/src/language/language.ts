/// <reference types="vite/client" />
import { IntlMessageFormat } from "intl-messageformat";
import { createElement, Fragment, type ReactNode } from "react";
import { person } from "./person.ts";

/** In which the page speaks, from its first word on: changing it loads the page anew. */
export const language = person.language;
/** How numbers and times are written. */
export const locale = language === "de" ? "de-DE" : "en-GB";

/** What a section of the page says, by the English. `server`: what the API says; `{0}`, `{1}`, … stand for what differs. */
export interface Catalogue {
  words: Readonly<Record<string, string>>;
  server?: Readonly<Record<string, string>>;
}

const catalogues = import.meta.glob<{ default: Catalogue }>("./german/*.ts");
const german = new Map<string, string>();
const germanOfServer: { pattern: RegExp; words: string }[] = [];
const learned = new Set<string>();

/** Makes a section's words known before any of its code runs; in English there is nothing to learn. */
export async function learn(section: string): Promise<void> {
  const load = catalogues[`./german/${section}.ts`];
  if (language === "en" || !load || learned.has(section)) return;
  const { words, server = {} } = (await load()).default;
  learned.add(section);
  for (const [english, own] of Object.entries(words)) german.set(english, own);
  for (const [english, own] of Object.entries(server))
    germanOfServer.push({ pattern: patternOf(english), words: own });
}

document.documentElement.lang = language;
// The overview is there from the start, like the frame around all pages.
await Promise.all([learn("base"), learn("overview")]);

type Plain = string | number | boolean | Date | null | undefined;
type Rich = Plain | ReactNode | ((inside: ReactNode) => ReactNode);

/**
 * The text in the person's language, by ICU MessageFormat: `t("{count, plural, one {# order} other {# orders}}", { count })`.
 * With elements among the values, or a function for `<link>…</link>`, it gives what React draws.
 */
export function t(english: string, values?: Readonly<Record<string, Plain>>): string;
export function t(english: string, values: Readonly<Record<string, Rich>>): ReactNode;
export function t(english: string, values?: Readonly<Record<string, Rich>>): ReactNode {
  const text = german.get(english) ?? english;
  if (!values) return text;
  const made = formatOf(text).format(spoken(values)) as ReactNode;
  return Array.isArray(made) ? createElement(Fragment, null, ...made) : made;
}

/** What the server said, in the person's language as far as it is known. */
export function said(english: string): string {
  if (language === "en") return english;
  const exact = german.get(english);
  if (exact !== undefined) return exact;
  for (const { pattern, words } of germanOfServer) {
    const found = pattern.exec(english);
    if (found) return words.replace(/\{(\d)\}/g, (_, index: string) => said(found[Number(index) + 1] ?? ""));
  }
  return english;
}

/** As in elements: what is not there says nothing. */
function spoken(values: Readonly<Record<string, Rich>>): Record<string, Plain> {
  const entries = Object.entries(values).map(([name, value]) => [
    name,
    value === false || value === null || value === undefined ? "" : value,
  ]);
  return Object.fromEntries(entries) as Record<string, Plain>;
}

const formats = new Map<string, IntlMessageFormat>();
function formatOf(text: string): IntlMessageFormat {
  const known = formats.get(text);
  if (known) return known;
  const made = new IntlMessageFormat(text, locale);
  formats.set(text, made);
  return made;
}

function patternOf(english: string): RegExp {
  const literal = english.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${literal.replace(/\{\d\}/g, "(.+?)")}$`, "s");
}
