import { DOMParser } from "@xmldom/xmldom";
import { type SamlReason, SamlRefused } from "./refused.ts";

export const namespaces = {
  protocol: "urn:oasis:names:tc:SAML:2.0:protocol",
  assertion: "urn:oasis:names:tc:SAML:2.0:assertion",
  metadata: "urn:oasis:names:tc:SAML:2.0:metadata",
  signature: "http://www.w3.org/2000/09/xmldsig#",
  encryption: "http://www.w3.org/2001/04/xmlenc#",
  encryption11: "http://www.w3.org/2009/xmlenc11#",
} as const;

/** Not of those that XML 1.0, §2.2 allows. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u;

/** Levels. A genuine response has about ten; the parser needs seconds for thousands. */
const deepest = 50;

/** A message's text from a form field or an address; throws {@link SamlRefused}. `longest` counts bytes. */
export function decodeXml(base64: string, longest: number): string {
  if (base64.length > longest * 2) throw new SamlRefused("too-large", `it is longer than ${longest} bytes`);
  if (!/^[A-Za-z0-9+/=\s]*$/.test(base64)) throw new SamlRefused("malformed", "it is no Base64");
  return decodeText(Buffer.from(base64, "base64"), longest);
}

export function decodeText(bytes: Uint8Array, longest: number): string {
  if (bytes.length > longest) throw new SamlRefused("too-large", `it is longer than ${longest} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new SamlRefused("malformed", "it is no UTF-8");
  }
}

/**
 * The text without declaration and with one kind of line end. Refuses what different parsers read in different ways:
 * document types, comments, processing instructions and CDATA.
 */
export function plainXml(text: string, reason: SamlReason = "malformed"): string {
  const xml = text
    .replace(/^\uFEFF?\s*(<\?xml\s[^<>?]*\?>)?/, "")
    .replace(/\r\n?/g, "\n")
    .trim();
  if (/<!(DOCTYPE|ENTITY)/i.test(xml))
    throw new SamlRefused(reason === "malformed" ? "document-type" : reason, "it has a document type");
  if (/<[!?]/.test(xml))
    throw new SamlRefused(reason, "it has comments, processing instructions or CDATA sections");
  if (hasForbiddenCharacter(xml)) throw new SamlRefused(reason, "it has a character that XML does not allow");
  expectOneTree(xml, reason);
  return xml;
}

/** As it stands or by its number: the parser would let both through, and no database stores a zero. */
function hasForbiddenCharacter(xml: string): boolean {
  if (forbidden.test(xml)) return true;
  for (const [, hexadecimal, decimal] of xml.matchAll(/&#(?:x([\da-fA-F]+);|(\d+);)?/g)) {
    const code = hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16);
    if (!(code <= 0x10ffff) || forbidden.test(String.fromCodePoint(code))) return true;
  }
  return false;
}

/** Tags that fit, around one root, not too deep: counted before the parser, which would be lenient and slow. */
function expectOneTree(xml: string, reason: SamlReason): void {
  let depth = 0;
  let roots = 0;
  let end = 0;
  const malformed = (words: string) => new SamlRefused(reason, `it is no XML: ${words}`);
  for (const { 0: tag, index } of xml.matchAll(/<(?:[^<>"']|"[^"<]*"|'[^'<]*')*>/g)) {
    const between = xml.slice(end, index);
    if (between.includes("<")) throw malformed("a tag is broken");
    if (depth === 0 && between.trim() !== "") throw malformed("text stands outside");
    end = index + tag.length;
    if (tag.startsWith("</")) depth -= 1;
    else {
      if (depth === 0) roots += 1;
      if (!tag.endsWith("/>")) depth += 1;
    }
    if (depth < 0 || roots > 1) throw malformed("it has several roots");
    if (depth > deepest) throw malformed(`it is nested deeper than ${deepest} levels`);
  }
  if (depth !== 0 || roots !== 1 || xml.slice(end).trim() !== "") throw malformed("it ends too early");
}

/** The root of what {@link plainXml} let through. */
export function parseXml(xml: string, reason: SamlReason = "malformed"): Element {
  const problems: string[] = [];
  const note = (message: string) => void problems.push(message);
  try {
    const document = new DOMParser({
      errorHandler: { warning: note, error: note, fatalError: note },
    }).parseFromString(xml, "text/xml");
    if (document?.documentElement && problems.length === 0) return document.documentElement;
  } catch {
    // As below.
  }
  throw new SamlRefused(reason, "it is no XML");
}

/** All below, in the document's order. */
export function elementsOf(node: Node, found: Element[] = []): Element[] {
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) {
      found.push(child as Element);
      elementsOf(child, found);
    }
  return found;
}

export function isNamed(element: Element, namespace: string, name: string): boolean {
  return element.namespaceURI === namespace && element.localName === name;
}

/** Those one level below, whatever they are named. */
export function innerOf(element: Element): Element[] {
  const found: Element[] = [];
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (child.nodeType === 1) found.push(child as Element);
  return found;
}

export function childrenOf(element: Element, namespace: string, name: string): Element[] {
  return innerOf(element).filter((each) => isNamed(each, namespace, name));
}

/** The only child of that name; none where there are several, so that nobody has to choose. */
export function childOf(element: Element, namespace: string, name: string): Element | undefined {
  const found = childrenOf(element, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** All of the element's text; none where elements stand in it. */
export function textOf(element: Element | undefined): string {
  if (!element || innerOf(element).length > 0) return "";
  return (element.textContent ?? "").trim();
}

export function attributeOf(element: Element | undefined, name: string): string | null {
  return element?.hasAttribute(name) ? element.getAttribute(name) : null;
}

/** ms; null where it is not there. UTC, as SAML 2.0 Core, §1.3.3 wants it. */
export function timeOf(element: Element | undefined, name: string): number | null {
  const text = attributeOf(element, name);
  if (text === null) return null;
  const [, local, zone = "Z"] =
    /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(Z|[+-]\d\d:\d\d)?$/.exec(text) ?? [];
  const ms = Date.parse(`${local}${zone}`);
  if (Number.isNaN(ms)) throw new SamlRefused("malformed", `${name} is no time`);
  return ms;
}

/** For a refusal's words: what others wrote, cut. */
export function quoted(text: string | null | undefined): string {
  return text ? text.slice(0, 120) : "nothing";
}
