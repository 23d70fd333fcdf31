import { ScimRefused } from "./scim-error.ts";

export interface Condition {
  /** In lower case, e.g. `username`. */
  attribute: string;
  value: string;
}

const condition =
  /^\s*([\w.:]+(?:\[\s*type\s+eq\s+"work"\s*\](?:\.value)?)?)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false)\s*/i;

/**
 * `eq`, joined by `and`: what directory services ask to find one record again (RFC 7644, §3.4.2.2). Anything else is
 * refused, so that nobody takes too many records for the right ones.
 */
export function readFilter(text: string | undefined, known: readonly string[]): Condition[] {
  if (text === undefined || text.trim() === "") return [];
  if (text.length > 500) throw refuse();
  const conditions: Condition[] = [];
  for (let rest = text; ; ) {
    const [whole, path, literal] = condition.exec(rest) ?? [];
    if (whole === undefined) throw refuse();
    const attribute = path!
      .toLowerCase()
      .replace(/^urn:ietf:params:scim:schemas:core:2\.0:(user|group):/, "")
      .replace(/\[.*\]/, "")
      .replace(/^emails(\.value)?$/, "emails.value");
    if (!known.includes(attribute)) throw refuse(attribute);
    conditions.push({
      attribute,
      value: literal!.startsWith('"') ? textOf(literal!) : literal!.toLowerCase(),
    });
    rest = rest.slice(whole.length);
    if (rest === "") return conditions;
    const joint = /^and\s+/i.exec(rest)?.[0];
    if (joint === undefined) throw refuse();
    rest = rest.slice(joint.length);
  }

  function textOf(literal: string): string {
    try {
      return JSON.parse(literal) as string;
    } catch {
      throw refuse();
    }
  }

  function refuse(attribute?: string): ScimRefused {
    return new ScimRefused(
      400,
      attribute === undefined
        ? 'the filter may be: attribute eq "value", joined by and'
        : `${attribute} can't be filtered`,
      "invalidFilter",
    );
  }
}
