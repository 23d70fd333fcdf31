import { X509Certificate } from "node:crypto";
import { SamlRefused } from "./refused.ts";
import type { SamlServiceProvider } from "./service-provider.ts";
import {
  attributeOf,
  childrenOf,
  elementsOf,
  isNamed,
  namespaces,
  parseXml,
  plainXml,
  quoted,
  textOf,
} from "./xml.ts";

/** An identity provider, as its metadata describe it. */
export interface SamlProvider {
  entityId: string;
  /** HTTP-Redirect binding. */
  signInUrl: string;
  signOutUrl: string | null;
  /** PEM; several while they roll over. */
  certificates: readonly string[];
}

const longest = 1024 * 1024;
/** Certificates: one and the next; more are those of many applications. */
const most = 5;
const redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
const post = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";

/**
 * Of AD FS, Entra ID, simpleSAMLphp, Keycloak and others (SAML 2.0 Metadata, §2.4.3); throws {@link SamlRefused} with what is
 * missing. `allowsHttp`: also without HTTPS, on this computer. Their signature does not count: who imports them vouches.
 */
export function readMetadata(
  xml: string,
  { allowsHttp }: { allowsHttp: boolean } = { allowsHttp: false },
): SamlProvider {
  const root = readRoot(xml);
  const { metadata, signature } = namespaces;
  const described = [root, ...elementsOf(root)]
    .filter((each) => isNamed(each, metadata, "EntityDescriptor"))
    .flatMap((entity) =>
      childrenOf(entity, metadata, "IDPSSODescriptor").map((descriptor) => ({ entity, descriptor })),
    )
    .filter(({ descriptor }) =>
      attributeOf(descriptor, "protocolSupportEnumeration")?.split(/\s+/).includes(namespaces.protocol),
    );
  const [only] = described;
  if (!only || described.length > 1)
    throw refuse(`describe ${described.length} identity providers; they have to describe one`);
  const { entity, descriptor } = only;
  const entityId = attributeOf(entity, "entityID");
  if (!entityId) throw refuse("have no entityID");
  const addressOf = (name: string) => {
    const service = childrenOf(descriptor, metadata, name).find(
      (each) => attributeOf(each, "Binding") === redirect,
    );
    const address = attributeOf(service, "Location");
    if (address !== null && !isAllowed(address, allowsHttp))
      throw refuse(`name an address without HTTPS: ${quoted(address)}`);
    return address;
  };
  const signInUrl = addressOf("SingleSignOnService");
  if (!signInUrl) throw refuse("name no address for signing in by HTTP-Redirect");
  const certificates = childrenOf(descriptor, metadata, "KeyDescriptor")
    .filter((each) => (attributeOf(each, "use") ?? "signing") === "signing")
    .flatMap((each) => elementsOf(each).filter((inner) => isNamed(inner, signature, "X509Certificate")))
    .map((each) => pemOf(textOf(each)));
  const unique = [...new Set(certificates)];
  if (unique.length === 0) throw refuse("have no certificate for signing");
  if (unique.length > most)
    throw refuse(`have ${unique.length} certificates for signing; take those of this application alone`);
  return { entityId, signInUrl, signOutUrl: addressOf("SingleLogoutService"), certificates: unique };
}

/** Nothing in them is signed for us, so comments and instructions may go before they are read. */
function readRoot(text: string): Element {
  if (Buffer.byteLength(text) > longest) throw refuse("are larger than 1 MB");
  try {
    return parseXml(plainXml(without(without(text, "<!--", "-->"), "<?", "?>")));
  } catch (error) {
    throw refuse(`can't be read: ${(error as Error).message}`);
  }
}

function without(text: string, begin: string, end: string): string {
  const [first, ...parts] = text.split(begin);
  const rests = parts.map((part) => {
    const at = part.indexOf(end);
    if (at < 0) throw refuse(`can't be read: ${begin} has no end`);
    return part.slice(at + end.length);
  });
  return [first, ...rests].join("");
}

function refuse(words: string): SamlRefused {
  return new SamlRefused("metadata", `the metadata ${words}`);
}

function isAllowed(address: string, allowsHttp: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === "https:" ||
    (allowsHttp && protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname))
  );
}

function pemOf(base64: string): string {
  try {
    return new X509Certificate(Buffer.from(base64, "base64")).toString();
  } catch {
    throw refuse("have a certificate that can't be read");
  }
}

/** Refill's side for the provider (SAML 2.0 Metadata, §2.4.4). */
export function writeMetadata({
  entityId,
  consumerUrl,
  signOutUrl,
  certificate,
}: SamlServiceProvider): string {
  const base64 = certificate.replace(/-----[^-]+-----|\s/g, "");
  const key = (use: string) =>
    `<md:KeyDescriptor use="${use}"><ds:KeyInfo xmlns:ds="${namespaces.signature}"><ds:X509Data><ds:X509Certificate>${base64}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
  const formats = [
    "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
    "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
  ];
  const signOut = [redirect, post].map(
    (binding) => `<md:SingleLogoutService Binding="${binding}" Location="${asXml(signOutUrl)}"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<md:EntityDescriptor xmlns:md="${namespaces.metadata}" entityID="${asXml(entityId)}">`,
    `<md:SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="${namespaces.protocol}">`,
    key("signing"),
    key("encryption"),
    ...signOut,
    ...formats.map((format) => `<md:NameIDFormat>${format}</md:NameIDFormat>`),
    `<md:AssertionConsumerService index="0" isDefault="true" Binding="${post}" Location="${asXml(consumerUrl)}"/>`,
    `</md:SPSSODescriptor></md:EntityDescriptor>`,
  ].join("");
}

function asXml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
