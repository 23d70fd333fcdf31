import { decryptedBytes } from "./encryption.ts";
import type { SamlProvider } from "./metadata.ts";
import { SamlRefused } from "./refused.ts";
import type { SamlServiceProvider } from "./service-provider.ts";
import { verifiedXml } from "./signature.ts";
import { expectOneMeaning } from "./structure.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  decodeText,
  decodeXml,
  innerOf,
  isNamed,
  namespaces,
  parseXml,
  plainXml,
  quoted,
  textOf,
  timeOf,
} from "./xml.ts";

/** Whom a provider's assertion is about: read from the bytes that were signed, and from nothing else. */
export interface SamlPerson {
  nameId: string;
  nameIdFormat: string | null;
  sessionIndex: string | null;
  email: string | null;
  name: string | null;
  attributes: Readonly<Record<string, readonly string[]>>;
  authnContext: string | null;
  /** ms */
  authenticatedAt: number | null;
  assertionId: string;
  /** ms: until then its id has to be remembered, so that it counts once. */
  expiresAt: number;
}

const longest = 256 * 1024;
const skewMs = 60_000;
const { assertion: ns, protocol } = namespaces;
const success = "urn:oasis:names:tc:SAML:2.0:status:Success";
const bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
const emailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
const emailNames = [
  `${claims}/emailaddress`,
  "urn:oid:0.9.2342.19200300.100.1.3",
  "mail",
  "email",
  "emailAddress",
];
const nameNames = [
  "http://schemas.microsoft.com/identity/claims/displayname",
  `${claims}/displayname`,
  "displayName",
  `${claims}/name`,
  "urn:oid:2.16.840.1.113730.3.1.241",
  "cn",
  "urn:oid:2.5.4.3",
];
const givenNames = [`${claims}/givenname`, "givenName", "urn:oid:2.5.4.42"];
const surnames = [`${claims}/surname`, "sn", "urn:oid:2.5.4.4"];
const knownConditions = ["AudienceRestriction", "OneTimeUse", "ProxyRestriction"];

/**
 * Reads a response by the rules of SAML 2.0 Profiles, §4.1.4; throws {@link SamlRefused}. The shape is checked first, then the
 * signatures, then what they cover; what is returned is read from the assertion's signed bytes alone.
 */
export async function readResponse(
  own: SamlServiceProvider,
  provider: SamlProvider,
  options: {
    /** base64, as the form has it. */
    samlResponse: string;
    requestId: string;
    /** ms */
    now: number;
    /** False only for providers that sign nothing but the assertion. */
    requiresSignedResponse: boolean;
  },
): Promise<SamlPerson> {
  const { samlResponse, requestId, now, requiresSignedResponse } = options;
  const { certificates } = provider;
  const xml = plainXml(decodeXml(samlResponse, longest));
  const raw = parseXml(xml);
  if (!isNamed(raw, protocol, "Response") || attributeOf(raw, "Version") !== "2.0")
    throw new SamlRefused("malformed", "it is no response of SAML 2.0");
  expectOneMeaning(raw);
  expectSuccess(raw);
  const isSigned = childrenOf(raw, namespaces.signature, "Signature").length > 0;
  const response =
    isSigned || requiresSignedResponse ? parseXml(verifiedXml(xml, raw, certificates, "response")) : raw;
  expectHead(response, own, provider, requestId, isSigned);
  const assertion = parseXml(signedAssertion(xml, raw, response, own, provider));
  if (!isNamed(assertion, ns, "Assertion") || attributeOf(assertion, "Version") !== "2.0")
    throw new SamlRefused("malformed", "it has no assertion of SAML 2.0");
  return personOf(assertion, own, provider, requestId, now);
}

/** The bytes of the only assertion that the provider signed; an encrypted one is opened after the response is verified. */
function signedAssertion(
  xml: string,
  raw: Element,
  response: Element,
  own: SamlServiceProvider,
  { certificates }: SamlProvider,
): string {
  const plain = childOf(raw, ns, "Assertion");
  if (plain) return verifiedXml(xml, plain, certificates, "assertion");
  const encrypted = childOf(response, ns, "EncryptedAssertion");
  if (!encrypted) throw new SamlRefused("malformed", "it has no assertion");
  const inner = plainXml(decodeText(decryptedBytes(encrypted, own.privateKey), longest));
  const opened = parseXml(inner);
  if (!isNamed(opened, ns, "Assertion")) throw new SamlRefused("malformed", "it has no assertion in it");
  expectOneMeaning(opened);
  return verifiedXml(inner, opened, certificates, "assertion");
}

function expectSuccess(response: Element): void {
  const status = childOf(response, protocol, "Status");
  const code = status && childOf(status, protocol, "StatusCode");
  const value = attributeOf(code, "Value");
  if (value === success) return;
  const inner = attributeOf(code && childOf(code, protocol, "StatusCode"), "Value");
  const words = [value, inner].flatMap((each) => (each ? quoted(each.replace(/^.*:/, "")) : []));
  throw new SamlRefused("status", `the provider signed nobody in: ${words.join(", ") || "no status"}`);
}

/** What the response says of itself; signed, when the response is. */
function expectHead(
  response: Element,
  own: SamlServiceProvider,
  { entityId }: SamlProvider,
  requestId: string,
  isSigned: boolean,
): void {
  const issuer = textOf(childOf(response, ns, "Issuer"));
  if (issuer !== entityId) throw new SamlRefused("issuer", `the response is of ${quoted(issuer)}`);
  const destination = attributeOf(response, "Destination");
  if (destination !== own.consumerUrl && (isSigned || destination !== null))
    throw new SamlRefused("destination", `it was sent to ${quoted(destination)}`);
  if (attributeOf(response, "InResponseTo") !== requestId)
    throw new SamlRefused("in-response-to", "it answers another request, or none");
}

function personOf(
  assertion: Element,
  own: SamlServiceProvider,
  { entityId }: SamlProvider,
  requestId: string,
  now: number,
): SamlPerson {
  const issuer = textOf(childOf(assertion, ns, "Issuer"));
  if (issuer !== entityId) throw new SamlRefused("issuer", `the assertion is of ${quoted(issuer)}`);
  expectConditions(childOf(assertion, ns, "Conditions"), own, now);
  const subject = childOf(assertion, ns, "Subject");
  const nameId = subject && childOf(subject, ns, "NameID");
  if (!subject || textOf(nameId) === "")
    throw new SamlRefused("subject", "the assertion names nobody: the provider has to send a NameID");
  const confirmedUntil = expectConfirmation(subject, own, requestId, now);
  const [statement] = childrenOf(assertion, ns, "AuthnStatement");
  const context = statement && childOf(statement, ns, "AuthnContext");
  const attributes = attributesOf(assertion);
  const format = attributeOf(nameId, "Format");
  return {
    nameId: textOf(nameId),
    nameIdFormat: format,
    sessionIndex: attributeOf(statement, "SessionIndex"),
    email: format === emailFormat ? textOf(nameId) : firstOf(attributes, emailNames),
    name: nameOf(attributes),
    attributes,
    authnContext: (context && textOf(childOf(context, ns, "AuthnContextClassRef"))) || null,
    authenticatedAt: timeOf(statement, "AuthnInstant"),
    assertionId: attributeOf(assertion, "ID")!,
    expiresAt: confirmedUntil + skewMs,
  };
}

/** SAML 2.0 Core, §2.5.1: all of them hold, and there is none that we don't know. */
function expectConditions(conditions: Element | undefined, own: SamlServiceProvider, now: number): void {
  if (!conditions) throw new SamlRefused("audience", "the assertion does not say for whom it is");
  const isKnown = (each: Element) => each.namespaceURI === ns && knownConditions.includes(each.localName);
  if (!innerOf(conditions).every(isKnown))
    throw new SamlRefused("malformed", "the assertion has a condition that is not known here");
  expectTimes(conditions, now);
  const audiences = childrenOf(conditions, ns, "AudienceRestriction");
  const isForUs = (restriction: Element) =>
    childrenOf(restriction, ns, "Audience").some((each) => textOf(each) === own.entityId);
  if (audiences.length === 0 || !audiences.every(isForUs))
    throw new SamlRefused("audience", "the assertion is for another audience than this connection");
}

function expectTimes(element: Element, now: number): void {
  const notBefore = timeOf(element, "NotBefore");
  const end = timeOf(element, "NotOnOrAfter");
  if (notBefore !== null && notBefore > now + skewMs)
    throw new SamlRefused("not-yet-valid", "it is not valid yet: compare the clocks");
  if (end !== null && end <= now - skewMs)
    throw new SamlRefused("expired", "it is not valid any more: compare the clocks");
}

/** A bearer's confirmation for us and this request (SAML 2.0 Profiles, §4.1.4.2); gives until when it holds, ms. */
function expectConfirmation(
  subject: Element,
  own: SamlServiceProvider,
  requestId: string,
  now: number,
): number {
  const data = childrenOf(subject, ns, "SubjectConfirmation")
    .filter((each) => attributeOf(each, "Method") === bearer)
    .flatMap((each) => childrenOf(each, ns, "SubjectConfirmationData"));
  if (data.length !== 1) throw new SamlRefused("subject", "the subject is not confirmed once, as a bearer");
  const [only] = data;
  if (attributeOf(only, "Recipient") !== own.consumerUrl)
    throw new SamlRefused("recipient", "the assertion was made for another address");
  if (attributeOf(only, "InResponseTo") !== requestId)
    throw new SamlRefused("in-response-to", "the assertion answers another request, or none");
  const end = timeOf(only, "NotOnOrAfter");
  if (end === null) throw new SamlRefused("expired", "the confirmation has no end");
  expectTimes(only!, now);
  return end;
}

function firstOf(attributes: SamlPerson["attributes"], names: readonly string[]): string | null {
  return names.flatMap((name) => attributes[name] ?? []).find((value) => value !== "") ?? null;
}

/** Entra ID's and AD FS's name claims often hold the sign-in name: then given name and surname say more. */
function nameOf(attributes: SamlPerson["attributes"]): string | null {
  const names = nameNames.flatMap((each) => attributes[each] ?? []).filter(Boolean);
  const full = [firstOf(attributes, givenNames), firstOf(attributes, surnames)].filter(Boolean).join(" ");
  return names.find((each) => !each.includes("@")) ?? (full || names[0] || null);
}

/** Nothing is cut: a cut value could be another group's name. The response's size bounds them. */
function attributesOf(assertion: Element): Record<string, string[]> {
  const attributes = new Map<string, string[]>();
  for (const statement of childrenOf(assertion, ns, "AttributeStatement"))
    for (const attribute of childrenOf(statement, ns, "Attribute")) {
      const name = attributeOf(attribute, "Name");
      if (!name || name === "__proto__") continue;
      const values = childrenOf(attribute, ns, "AttributeValue")
        .filter((each) => innerOf(each).length === 0)
        .map((each) => textOf(each));
      attributes.set(name, [...(attributes.get(name) ?? []), ...values]);
    }
  return Object.fromEntries(attributes);
}
