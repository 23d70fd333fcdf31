import { inflateRawSync } from "node:zlib";
import type { Profile } from "@node-saml/node-saml";
import type { SamlProvider } from "./metadata.ts";
import { signedRedirect } from "./redirect.ts";
import { SamlRefused } from "./refused.ts";
import { type SamlServiceProvider, samlOf } from "./service-provider.ts";
import { isSignedBy, isStrongAlgorithm, verifiedXml } from "./signature.ts";
import { expectOneMeaning } from "./structure.ts";
import {
  attributeOf,
  childOf,
  childrenOf,
  decodeText,
  decodeXml,
  isNamed,
  namespaces,
  parseXml,
  plainXml,
  quoted,
  textOf,
  timeOf,
} from "./xml.ts";

const longest = 64 * 1024;
const skewMs = 60_000;
/** ms: an old message is no wish of now, even where it does not say how long it holds. */
const oldest = 10 * 60_000;
const { assertion: ns, protocol } = namespaces;

/** HTTP-Redirect binding, signed (SAML 2.0 Profiles, §4.4.4.1). The provider has to have a `signOutUrl`. */
export async function signOutRequestUrl(
  own: SamlServiceProvider,
  provider: SamlProvider,
  session: { nameId: string; nameIdFormat: string | null; sessionIndex: string | null; relayState: string },
): Promise<string> {
  const address = signOutAddress(provider);
  const profile = {
    issuer: provider.entityId,
    nameID: session.nameId,
    ...(session.nameIdFormat === null ? {} : { nameIDFormat: session.nameIdFormat }),
    ...(session.sessionIndex === null ? {} : { sessionIndex: session.sessionIndex }),
  } as Profile;
  const unsigned = await samlOf(own, provider).getLogoutUrlAsync(profile, session.relayState, {});
  return signedRedirect(own, address, unsigned);
}

/** That the person is signed out here; HTTP-Redirect binding, signed (SAML 2.0 Profiles, §4.4.4.2). */
export async function signOutResponseUrl(
  own: SamlServiceProvider,
  provider: SamlProvider,
  { inResponseTo, relayState }: { inResponseTo: string; relayState: string },
): Promise<string> {
  const address = signOutAddress(provider);
  const request = { ID: inResponseTo } as Profile;
  const unsigned = await samlOf(own, provider).getLogoutResponseUrlAsync(request, relayState, {}, true);
  return signedRedirect(own, address, unsigned);
}

function signOutAddress({ signOutUrl }: SamlProvider): string {
  if (signOutUrl === null) throw new Error("the provider has no address for signing out");
  return signOutUrl;
}

export type SignOutMessage =
  | { kind: "request"; requestId: string; nameId: string; sessionIndexes: string[] }
  | { kind: "response"; inResponseTo: string | null };

/** What the provider says of a sign-out; it has to be signed in every case. Throws {@link SamlRefused}. */
export async function readSignOut(
  own: SamlServiceProvider,
  provider: SamlProvider,
  message:
    | { binding: "redirect"; query: string }
    | { binding: "post"; fields: Record<string, string | undefined> },
): Promise<SignOutMessage> {
  const { name, root } =
    message.binding === "redirect" ? readQuery(provider, message.query) : readForm(provider, message.fields);
  const issuer = textOf(childOf(root, ns, "Issuer"));
  if (issuer !== provider.entityId) throw new SamlRefused("issuer", `it is of ${quoted(issuer)}`);
  // Signed messages have to name it: SAML 2.0 Bindings, §3.4.5.2, §3.5.5.2.
  const destination = attributeOf(root, "Destination");
  if (destination !== own.signOutUrl)
    throw new SamlRefused("destination", `it was sent to ${quoted(destination)}`);
  const now = Date.now();
  const end = timeOf(root, "NotOnOrAfter");
  if (end !== null && end <= now - skewMs) throw new SamlRefused("expired", "it is not valid any more");
  const issued = timeOf(root, "IssueInstant");
  if (issued === null || Math.abs(issued - now) >= oldest)
    throw new SamlRefused("expired", "it was not made just now: compare the clocks");
  if (name === "SAMLResponse" && isNamed(root, protocol, "LogoutResponse"))
    return { kind: "response", inResponseTo: attributeOf(root, "InResponseTo") };
  const nameId = textOf(childOf(root, ns, "NameID"));
  const requestId = attributeOf(root, "ID");
  if (name !== "SAMLRequest" || !isNamed(root, protocol, "LogoutRequest") || nameId === "" || !requestId)
    throw new SamlRefused("malformed", "it is no sign-out, or names nobody");
  const sessionIndexes = childrenOf(root, protocol, "SessionIndex").map((each) => textOf(each));
  return { kind: "request", requestId, nameId, sessionIndexes };
}

/**
 * The signature is of the query's own text, in one order (SAML 2.0 Bindings, §3.4.4.1). Each value is read from the very
 * text that was signed: a name that is written in two ways counts as one that stands there twice.
 */
function readQuery({ certificates }: SamlProvider, query: string): { name: string; root: Element } {
  const fields = fieldsOf(query);
  const name = messageName((each) => fields.has(each));
  const signature = fields.get("Signature");
  const algorithm = fields.get("SigAlg");
  if (!signature?.value || !algorithm) throw new SamlRefused("unsigned", "it is not signed");
  if (!isStrongAlgorithm(algorithm.value))
    throw new SamlRefused("algorithm", "it is not signed by RSA or ECDSA with SHA-256 or better");
  const encoding = fields.get("SAMLEncoding")?.value;
  if (encoding !== undefined && encoding !== "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE")
    throw new SamlRefused("malformed", "it is encoded otherwise than by DEFLATE");
  const message = fields.get(name)!;
  const parts = [message, fields.get("RelayState"), algorithm].flatMap((each) => each?.raw ?? []);
  const signed = parts.join("&");
  const isRight = certificates.some((each) => isSignedBy(each, algorithm.value, signed, signature.value));
  if (!isRight) throw new SamlRefused("signature", "its signature is of no certificate of the provider");
  const xml = plainXml(decodeText(inflated(message.value), longest));
  return { name, root: parseXml(xml) };
}

function fieldsOf(query: string): Map<string, { raw: string; value: string }> {
  const fields = new Map<string, { raw: string; value: string }>();
  for (const raw of query.split("&").filter(Boolean)) {
    const [before, ...after] = raw.split("=");
    const name = decode(before!);
    if (fields.has(name)) throw new SamlRefused("wrapped", `${quoted(name)} stands in the address twice`);
    fields.set(name, { raw, value: decode(after.join("=")) });
  }
  return fields;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    throw new SamlRefused("malformed", "the address can't be read");
  }
}

function inflated(base64: string): Buffer {
  try {
    return inflateRawSync(Buffer.from(base64, "base64"), { maxOutputLength: longest });
  } catch (error) {
    const isLong = (error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE";
    throw new SamlRefused(isLong ? "too-large" : "malformed", "it can't be unpacked");
  }
}

function messageName(has: (name: string) => boolean): string {
  const names = ["SAMLRequest", "SAMLResponse"].filter(has);
  if (names.length !== 1) throw new SamlRefused("malformed", "it has no message, or two");
  return names[0]!;
}

function readForm(
  { certificates }: SamlProvider,
  fields: Record<string, string | undefined>,
): { name: string; root: Element } {
  const name = messageName((each) => fields[each] !== undefined);
  const xml = plainXml(decodeXml(fields[name]!, longest));
  const root = parseXml(xml);
  expectOneMeaning(root);
  return { name, root: parseXml(verifiedXml(xml, root, certificates, "message")) };
}
