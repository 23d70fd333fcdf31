import { createHmac, type KeyLike, randomBytes, sign as signBytes } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { encrypt } from "xml-encryption";
import { createKeyPair } from "./service-provider.ts";

const sha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
const digest256 = "http://www.w3.org/2001/04/xmlenc#sha256";
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const emailFormat = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

export interface ResponseFacts {
  consumerUrl: string;
  audience: string | null;
  requestId: string | null;
  nameId?: string;
  format?: string;
  attributes?: Record<string, readonly string[]>;
  context?: string;
  destination?: string | null;
  recipient?: string;
  confirmationInResponseTo?: string | null;
  issuer?: string;
  /** ms from now. */
  notBeforeMs?: number;
  notOnOrAfterMs?: number;
  status?: string;
  authnInstant?: Date;
  sessionIndex?: string;
}
export interface SignatureFacts {
  algorithm?: string;
  digest?: string;
  transforms?: string[];
  privateKey?: string;
  certificate?: string;
  /** Of the reference; default: the signed element's own. */
  uri?: "empty";
  /** For the reference's canonical form: prefixes that count though no name uses them. */
  inclusivePrefixes?: string[];
}

/** Signatures that xml-crypto makes only where it is told how; the HMAC's key is the text of `privateKey`. */
const moreAlgorithms = Object.fromEntries(
  ["ecdsa-sha256", "ecdsa-sha384", "rsa-sha384", "hmac-sha256", "hmac-sha1"].map((name) => {
    const namespace = name === "hmac-sha1" ? "2000/09/xmldsig" : "2001/04/xmldsig-more";
    const identifier = `http://www.w3.org/${namespace}#${name}`;
    const hash = name.replace(/^.*-/, "");
    const made = (text: unknown, key: KeyLike) =>
      name.startsWith("hmac")
        ? createHmac(hash, String(key)).update(String(text))
        : signBytes(hash, Buffer.from(String(text)), { key: key as string, dsaEncoding: "ieee-p1363" });
    const digested = (value: ReturnType<typeof made>) =>
      Buffer.isBuffer(value) ? value.toString("base64") : value.digest("base64");
    return [
      identifier,
      class {
        getAlgorithmName = () => identifier;
        getSignature = (text: unknown, key: KeyLike) => digested(made(text, key));
        verifySignature = () => false;
      },
    ];
  }),
);

/** For tests: a SAML identity provider with keys of its own, that also makes what no honest one would. */
export async function makeIdentityProvider(entityId = "https://idp.acme.example/metadata") {
  const keys = await createKeyPair("identity provider", new Date());
  const iso = (ms: number) => new Date(Date.now() + ms).toISOString();
  const newId = () => `_${randomBytes(16).toString("hex")}`;

  function assertion(facts: ResponseFacts, id = newId()): string {
    const { notBeforeMs = -30_000, notOnOrAfterMs = 300_000 } = facts;
    const inResponseTo =
      facts.confirmationInResponseTo === undefined ? facts.requestId : facts.confirmationInResponseTo;
    const attributes = Object.entries(facts.attributes ?? {}).map(
      ([name, values]) =>
        `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join("")}</saml:Attribute>`,
    );
    return [
      `<saml:Assertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${iso(0)}">`,
      `<saml:Issuer>${facts.issuer ?? entityId}</saml:Issuer>`,
      `<saml:Subject><saml:NameID Format="${facts.format ?? emailFormat}">${facts.nameId ?? "ivo@acme.example"}</saml:NameID>`,
      `<saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData Recipient="${facts.recipient ?? facts.consumerUrl}" NotOnOrAfter="${iso(notOnOrAfterMs)}"${inResponseTo === null ? "" : ` InResponseTo="${inResponseTo}"`}/></saml:SubjectConfirmation></saml:Subject>`,
      `<saml:Conditions NotBefore="${iso(notBeforeMs)}" NotOnOrAfter="${iso(notOnOrAfterMs)}">${facts.audience === null ? "" : `<saml:AudienceRestriction><saml:Audience>${facts.audience}</saml:Audience></saml:AudienceRestriction>`}</saml:Conditions>`,
      `<saml:AuthnStatement AuthnInstant="${(facts.authnInstant ?? new Date()).toISOString()}" SessionIndex="${facts.sessionIndex ?? "s1"}"><saml:AuthnContext><saml:AuthnContextClassRef>${facts.context ?? "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport"}</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`,
      attributes.length > 0
        ? `<saml:AttributeStatement>${attributes.join("")}</saml:AttributeStatement>`
        : "",
      `</saml:Assertion>`,
    ].join("");
  }

  function response(facts: ResponseFacts, inside: string, id = newId()): string {
    const destination = facts.destination === undefined ? facts.consumerUrl : facts.destination;
    return [
      `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="${id}" Version="2.0" IssueInstant="${iso(0)}"`,
      destination === null ? "" : ` Destination="${destination}"`,
      facts.requestId === null ? "" : ` InResponseTo="${facts.requestId}"`,
      `><saml:Issuer xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${facts.issuer ?? entityId}</saml:Issuer>`,
      `<samlp:Status><samlp:StatusCode Value="${facts.status ?? "urn:oasis:names:tc:SAML:2.0:status:Success"}"/></samlp:Status>`,
      inside,
      `</samlp:Response>`,
    ].join("");
  }

  /** Signs the first element of that name; the signature stands behind its issuer. */
  function sign(xml: string, name: string, facts: SignatureFacts = {}): string {
    const signer = new SignedXml({
      privateKey: facts.privateKey ?? keys.privateKey,
      publicCert: facts.certificate ?? keys.certificate,
      signatureAlgorithm: facts.algorithm ?? sha256,
      canonicalizationAlgorithm: exclusive,
    });
    Object.assign(signer.SignatureAlgorithms, moreAlgorithms);
    signer.addReference({
      xpath: `(//*[local-name(.)='${name}'])[1]`,
      transforms: facts.transforms ?? [enveloped, exclusive],
      digestAlgorithm: facts.digest ?? digest256,
      ...(facts.uri === "empty" ? { isEmptyUri: true } : {}),
      inclusiveNamespacesPrefixList: facts.inclusivePrefixes ?? [],
    });
    signer.computeSignature(xml, {
      location: { reference: `(//*[local-name(.)='${name}'])[1]/*[local-name(.)='Issuer']`, action: "after" },
    });
    return signer.getSignedXml();
  }

  /** The assertion, encrypted for the certificate. */
  function encryptFor(
    certificate: string,
    xml: string,
    more: { key?: string; cipher?: string } = {},
  ): Promise<string> {
    return new Promise((resolve, reject) =>
      encrypt(
        xml,
        {
          rsa_pub: certificate,
          pem: certificate,
          encryptionAlgorithm: more.cipher ?? "http://www.w3.org/2009/xmlenc11#aes256-gcm",
          keyEncryptionAlgorithm: more.key ?? "http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p",
          disallowEncryptionWithInsecureAlgorithm: false,
        } as never,
        (error, result) =>
          error
            ? reject(error)
            : resolve(
                `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion">${result}</saml:EncryptedAssertion>`,
              ),
      ),
    );
  }

  const encode = (xml: string) => Buffer.from(xml).toString("base64");
  return {
    entityId,
    ...keys,
    newId,
    assertion,
    response,
    sign,
    encryptFor,
    encode,
    /** Assertion and response signed, as an honest provider does. */
    respond(facts: ResponseFacts): string {
      const signed = sign(assertion(facts), "Assertion");
      return encode(sign(response(facts, signed), "Response"));
    },
    metadata(
      signInUrl: string,
      signOutUrl?: string,
      certificates: readonly string[] = [keys.certificate],
    ): string {
      const descriptors = certificates.map(
        (pem) =>
          `<KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${pem.replace(/-----[^-]+-----|\s/g, "")}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>`,
      );
      const redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
      return `<?xml version="1.0"?><EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}"><IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">${descriptors.join("")}${signOutUrl ? `<SingleLogoutService Binding="${redirect}" Location="${signOutUrl}"/>` : ""}<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${signInUrl}/post"/><SingleSignOnService Binding="${redirect}" Location="${signInUrl}"/></IDPSSODescriptor></EntityDescriptor>`;
    },
  };
}
export type IdentityProviderUnderTest = Awaited<ReturnType<typeof makeIdentityProvider>>;
