import {
  constants,
  createCipheriv,
  createPrivateKey,
  publicEncrypt,
  randomBytes,
  webcrypto,
  X509Certificate,
} from "node:crypto";
import { inflateRawSync } from "node:zlib";
import "reflect-metadata";
import * as x509 from "@peculiar/x509";
import { IdentityProvider, ServiceProvider, setSchemaValidator } from "samlify";
import { beforeAll, expect, test } from "vitest";
import { type ConnectionUnderTest, makeConnection, reasonOf, requestId } from "./connection-under-test.ts";
import { makeIdentityProvider, type ResponseFacts } from "./identity-provider-under-test.ts";
import {
  authnRequestUrl,
  createKeyPair,
  readMetadata,
  readSignOut,
  type SamlProvider,
  type SamlServiceProvider,
  signOutRequestUrl,
  signOutResponseUrl,
  writeMetadata,
} from "./index.ts";
import { adfs, entra, keycloak, simpleSamlPhp } from "./metadata-samples-under-test.ts";

let own: ConnectionUnderTest["own"];
let idp: ConnectionUnderTest["idp"];
let other: ConnectionUnderTest["other"];
let provider: ConnectionUnderTest["provider"];
let facts: ConnectionUnderTest["facts"];
let read: ConnectionUnderTest["read"];
beforeAll(async () => {
  ({ own, idp, other, provider, facts, read } = await makeConnection());
});
const signed = (more: Partial<ResponseFacts> = {}) => idp.sign(idp.assertion(facts(more)), "Assertion");

test("whom a signed response is about is read, with name, address, groups, context and time", async () => {
  const person = await read(idp.respond(facts({ context: "https://refeds.org/profile/mfa" })));
  expect(person).toMatchObject({
    nameId: "ivo@acme.example",
    email: "ivo@acme.example",
    name: "Ivo Lang",
    sessionIndex: "s1",
    authnContext: "https://refeds.org/profile/mfa",
    attributes: { groups: ["Stores", "Refill admins"] },
  });
  expect(Math.abs(person.authenticatedAt! - Date.now())).toBeLessThan(10_000);
  expect(person.expiresAt).toBeGreaterThan(Date.now());
});

test("an encrypted assertion is opened and read", async () => {
  for (const cipher of [
    "http://www.w3.org/2009/xmlenc11#aes256-gcm",
    "http://www.w3.org/2001/04/xmlenc#aes256-cbc",
  ]) {
    const encrypted = await idp.encryptFor(own.certificate, signed(), { cipher });
    const response = idp.sign(idp.response(facts(), encrypted), "Response");
    expect((await read(idp.encode(response))).nameId).toBe("ivo@acme.example");
  }
});

test("where the provider signs the assertion alone, that is enough only if the connection says so", async () => {
  const response = idp.encode(idp.response(facts(), signed()));
  expect(await reasonOf(read(response))).toBe("unsigned");
  expect((await read(response, { requiresSignedResponse: false })).nameId).toBe("ivo@acme.example");
});

test("certificates roll over: either of two signs, and one that is not named does not", async () => {
  const next = await makeIdentityProvider();
  const both = readMetadata(
    idp.metadata("https://idp.acme.example/sso", undefined, [idp.certificate, next.certificate]),
  );
  expect(both.certificates).toHaveLength(2);
  expect((await read(idp.respond(facts()), {}, both)).nameId).toBe("ivo@acme.example");
  expect((await read(next.respond(facts()), {}, both)).nameId).toBe("ivo@acme.example");
  expect(await reasonOf(read(next.respond(facts())))).toBe("signature");
});

test("a second implementation, samlify, understands our metadata and request, and its response is read", async () => {
  setSchemaValidator({ validate: async () => "fine" });
  const theirs = IdentityProvider({
    metadata: idp.metadata("https://idp.acme.example/sso"),
    privateKey: idp.privateKey,
    isAssertionEncrypted: false,
    wantAuthnRequestsSigned: true,
    messageSigningOrder: "sign-then-encrypt",
    loginResponseTemplate: {
      context: `<samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="{ID}" Version="2.0" IssueInstant="{IssueInstant}" Destination="{Destination}" InResponseTo="{InResponseTo}"><saml:Issuer>{Issuer}</saml:Issuer><samlp:Status><samlp:StatusCode Value="{StatusCode}"/></samlp:Status><saml:Assertion ID="{AssertionID}" Version="2.0" IssueInstant="{IssueInstant}"><saml:Issuer>{Issuer}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress">{NameID}</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{SubjectConfirmationDataNotOnOrAfter}" Recipient="{SubjectRecipient}" InResponseTo="{InResponseTo}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{ConditionsNotBefore}" NotOnOrAfter="{ConditionsNotOnOrAfter}"><saml:AudienceRestriction><saml:Audience>{Audience}</saml:Audience></saml:AudienceRestriction></saml:Conditions></saml:Assertion></samlp:Response>`,
      attributes: [],
    },
  } as never);
  const us = ServiceProvider({ metadata: writeMetadata(own), wantMessageSigned: true } as never);
  const url = new URL(
    await authnRequestUrl(own, provider, { requestId, relayState: "r", forcesSignIn: false }),
  );
  const octetString = url.search.slice(1).split("&Signature=")[0]!;
  const parsed = await theirs.parseLoginRequest(us, "redirect", {
    query: Object.fromEntries(url.searchParams),
    octetString,
  });
  expect(parsed.extract.request).toMatchObject({ id: requestId });
  const now = Date.now();
  const values: Record<string, string> = {
    ID: "_r1",
    AssertionID: "_a1",
    Destination: own.consumerUrl,
    SubjectRecipient: own.consumerUrl,
    Audience: own.entityId,
    Issuer: idp.entityId,
    IssueInstant: new Date(now).toISOString(),
    ConditionsNotBefore: new Date(now - 1000).toISOString(),
    ConditionsNotOnOrAfter: new Date(now + 300_000).toISOString(),
    SubjectConfirmationDataNotOnOrAfter: new Date(now + 300_000).toISOString(),
    InResponseTo: requestId,
    NameID: "ivo@acme.example",
    StatusCode: "urn:oasis:names:tc:SAML:2.0:status:Success",
  };
  const made = await theirs.createLoginResponse(
    us,
    parsed as never,
    "post",
    {} as never,
    ((template: string) => ({
      id: "_r1",
      context: template.replace(/\{(\w+)\}/g, (_whole, name) => values[name] ?? ""),
    })) as never,
  );
  const person = await read((made as { context: string }).context);
  expect(person.nameId).toBe("ivo@acme.example");
});

test("samlify reads in our metadata where to send what, and that requests are signed", () => {
  const { entityMeta } = ServiceProvider({ metadata: writeMetadata(own) });
  const base64 = own.certificate.replace(/-----[^-]+-----|\s/g, "");
  expect(entityMeta.getEntityID()).toBe(own.entityId);
  expect(entityMeta.getAssertionConsumerService("post")).toBe(own.consumerUrl);
  expect(entityMeta.getSingleLogoutService("redirect")).toBe(own.signOutUrl);
  expect(entityMeta.getSingleLogoutService("post")).toBe(own.signOutUrl);
  expect(entityMeta.isAuthnRequestSigned()).toBe(true);
  expect(entityMeta.isWantAssertionsSigned()).toBe(true);
  expect(entityMeta.getX509Certificate("signing")).toBe(base64);
  expect(entityMeta.getX509Certificate("encryption")).toBe(base64);
  expect(entityMeta.getNameIDFormat()).toHaveLength(3);
});

test("a response in the shape of OpenSAML's products is read: typed values, inclusive prefixes, fine times", async () => {
  const inclusive = { inclusivePrefixes: ["xs"] };
  const typed = idp
    .assertion(facts({ attributes: { mail: ["ivo@acme.example"] }, format: "urn:x", nameId: "a7f3" }))
    .replace(
      "<saml:AttributeValue",
      '$& xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="xs:string"',
    )
    .replace(/\.(\d{3})Z/g, ".$11234Z");
  for (const declaring of ["samlp:Response", "saml:Assertion"]) {
    const bare = idp
      .response(facts(), typed)
      .replace(`<${declaring}`, '$& xmlns:xs="http://www.w3.org/2001/XMLSchema"');
    const response = idp.sign(idp.sign(bare, "Assertion", inclusive), "Response", inclusive);
    expect(await read(idp.encode(response))).toMatchObject({ nameId: "a7f3", email: "ivo@acme.example" });
  }
});

test("a key pair is RSA with 3072 bits, lasts ten years, and bears its name whatever letters that has", async () => {
  for (const name of ["Refill", "Acme, Inc.", "A+O=B", "#0401", 'Müller "<x>" \\']) {
    const { certificate, privateKey } = await createKeyPair(name, new Date("2026-01-01T00:00:00Z"));
    const read = new x509.X509Certificate(certificate);
    expect(read.subjectName.toJSON()).toEqual([{ CN: [name] }]);
    expect(read.notAfter.getUTCFullYear()).toBe(2035);
    const key = createPrivateKey(privateKey);
    expect(key.asymmetricKeyDetails?.modulusLength).toBe(3072);
    expect(new X509Certificate(certificate).checkPrivateKey(key)).toBe(true);
  }
});

test("a request goes to the provider by redirect, signed, and asks anew where that is wanted", async () => {
  const url = new URL(
    await authnRequestUrl(own, provider, { requestId, relayState: "state", forcesSignIn: true }),
  );
  expect(url.origin + url.pathname).toBe("https://idp.acme.example/sso");
  const xml = inflateRawSync(Buffer.from(url.searchParams.get("SAMLRequest")!, "base64")).toString();
  expect(xml).toContain(`ID="${requestId}"`);
  expect(xml).toContain('ForceAuthn="true"');
  expect(url.searchParams.get("SigAlg")).toMatch(/rsa-sha256$/);
  expect(url.searchParams.get("RelayState")).toBe("state");
});

test("metadata that describe nobody, several, or no certificate are refused in words", () => {
  const good = idp.metadata("https://idp.acme.example/sso");
  expect(
    readMetadata(
      `<EntitiesDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata">${good.replace(/<\?.*?\?>/, "")}</EntitiesDescriptor>`,
    ).entityId,
  ).toBe(idp.entityId);
  for (const [xml, words] of [
    [writeMetadata(own), "describe 0 identity providers"],
    [good.replace(/<KeyDescriptor[\s\S]*?<\/KeyDescriptor>/, ""), "no certificate"],
    [good.replaceAll("https://idp.acme.example/sso", "http://idp.acme.example/sso"), "without HTTPS"],
    [good.replaceAll("HTTP-Redirect", "HTTP-Artifact"), "no address for signing in"],
    [good.replace(/<X509Certificate>[^<]+/, "<X509Certificate>AAAA"), "can't be read"],
    [`<!DOCTYPE x>${good}`, "document type"],
    ["<a", "no XML"],
  ] as const)
    expect(() => readMetadata(xml)).toThrow(words);
});

test("sign-out goes both ways, signed; what is forged, old or for another is refused", async () => {
  const theirs: SamlServiceProvider = {
    entityId: idp.entityId,
    consumerUrl: "https://idp.acme.example/consume",
    signOutUrl: provider.signOutUrl!,
    privateKey: idp.privateKey,
    certificate: idp.certificate,
  };
  const us: SamlProvider = {
    entityId: own.entityId,
    signInUrl: own.signOutUrl,
    signOutUrl: own.signOutUrl,
    certificates: [own.certificate],
  };
  const session = { nameId: "ivo@acme.example", nameIdFormat: null, sessionIndex: "s1", relayState: "" };
  const query = (url: string) => new URL(url).search.slice(1);
  const ours = query(await signOutRequestUrl(own, provider, session));
  expect(await readSignOut(theirs, us, { binding: "redirect", query: ours })).toMatchObject({
    kind: "request",
    nameId: "ivo@acme.example",
    sessionIndexes: ["s1"],
  });
  const incoming = query(await signOutRequestUrl(theirs, us, session));
  const message = await readSignOut(own, provider, { binding: "redirect", query: incoming });
  if (message.kind !== "request") throw new Error("no request");
  const answer = query(
    await signOutResponseUrl(own, provider, { inResponseTo: message.requestId, relayState: "x" }),
  );
  expect(await readSignOut(theirs, us, { binding: "redirect", query: answer })).toMatchObject({
    kind: "response",
    inResponseTo: message.requestId,
  });
  const forged = query(await signOutRequestUrl({ ...theirs, privateKey: other.privateKey }, us, session));
  for (const [what, text, reason] of [
    ["forged", forged, "signature"],
    ["unsigned", incoming.replace(/&Signature=.*/, "").replace(/&SigAlg=[^&]*/, ""), "unsigned"],
    ["without signature", incoming.replace(/&Signature=[^&]*/, ""), "unsigned"],
    ["SHA-1", incoming.replace(/rsa-sha256/, "rsa-sha1"), "algorithm"],
    ["two messages", `${incoming}&SAMLRequest=AAAA`, "wrapped"],
    ["empty", "", "malformed"],
  ] as const)
    expect([what, await reasonOf(readSignOut(own, provider, { binding: "redirect", query: text }))]).toEqual([
      what,
      reason,
    ]);
  const xml = inflateRawSync(
    Buffer.from(new URLSearchParams(incoming).get("SAMLRequest")!, "base64"),
  ).toString();
  const post = (text: string) =>
    readSignOut(own, provider, {
      binding: "post",
      fields: { SAMLRequest: Buffer.from(text).toString("base64") },
    });
  expect(await reasonOf(post(xml))).toBe("unsigned");
  expect(await reasonOf(post(other.sign(xml, "LogoutRequest")))).toBe("signature");
  expect(await post(idp.sign(xml, "LogoutRequest"))).toMatchObject({
    kind: "request",
    nameId: "ivo@acme.example",
  });
});

test("the metadata of AD FS, Entra ID, simpleSAMLphp and Keycloak are read as their products write them", () => {
  const base64 = idp.certificate.replace(/-----[^-]+-----|\s/g, "");
  const certificates = [expect.stringContaining("BEGIN CERTIFICATE")];
  expect(readMetadata(adfs(base64))).toEqual({
    entityId: "http://adfs.acme.example/adfs/services/trust",
    signInUrl: "https://adfs.acme.example/adfs/ls/",
    signOutUrl: "https://adfs.acme.example/adfs/ls/",
    certificates,
  });
  expect(readMetadata(entra(base64))).toEqual({
    entityId: "https://sts.windows.net/5f0e/",
    signInUrl: "https://login.microsoftonline.com/5f0e/saml2",
    signOutUrl: "https://login.microsoftonline.com/5f0e/saml2",
    certificates,
  });
  expect(readMetadata(simpleSamlPhp(base64), { allowsHttp: true })).toMatchObject({
    entityId: "urn:x-simplesamlphp:idp",
    certificates,
  });
  expect(() => readMetadata(simpleSamlPhp(base64))).toThrow("without HTTPS");
  const elsewhere = simpleSamlPhp(base64).replaceAll("//localhost:8080", "//idp.acme.example");
  expect(() => readMetadata(elsewhere, { allowsHttp: true })).toThrow("without HTTPS");
  // Keycloak offers no sign-out by redirect here.
  expect(readMetadata(keycloak(base64))).toMatchObject({ signOutUrl: null, certificates });
});

test("metadata that are too large, never end or hold many applications' certificates are refused at once", async () => {
  const good = idp.metadata("https://idp.acme.example/sso");
  const two = good.replace(/<IDPSSODescriptor[\s\S]*<\/IDPSSODescriptor>/, "$&$&");
  const keys = await Promise.all(Array.from({ length: 6 }, () => makeIdentityProvider()));
  const many = idp.metadata(
    "https://idp.acme.example/sso",
    undefined,
    keys.map(({ certificate }) => certificate),
  );
  for (const [xml, words] of [
    [`${good}${" ".repeat(1024 * 1024)}`, "larger than 1 MB"],
    ["<!--".repeat(250_000), "has no end"],
    ["<a>".repeat(300_000), "nested deeper"],
    [`<a><b>${"<c/>".repeat(250_000)}</b></a>`, "describe 0 identity providers"],
    [two, "describe 2 identity providers"],
    [many, "6 certificates"],
  ] as const)
    expect(() => readMetadata(xml)).toThrow(
      expect.objectContaining({ reason: "metadata", message: expect.stringContaining(words) }),
    );
});

test("a provider may sign by an elliptic curve or a longer hash", async () => {
  const ec = await ellipticKey();
  const from = { ...provider, certificates: [idp.certificate, ec.certificate] };
  const more = "http://www.w3.org/2001/04/xmldsig-more#";
  const sha512 = "http://www.w3.org/2001/04/xmlenc#sha512";
  for (const how of [
    { algorithm: `${more}ecdsa-sha256`, ...ec },
    { algorithm: `${more}ecdsa-sha384`, ...ec },
    { algorithm: `${more}rsa-sha384`, digest: sha512 },
    { algorithm: `${more}rsa-sha512`, digest: sha512 },
  ]) {
    const assertion = idp.sign(idp.assertion(facts()), "Assertion", how);
    const response = idp.encode(idp.sign(idp.response(facts(), assertion), "Response", how));
    expect((await read(response, {}, from)).nameId).toBe("ivo@acme.example");
  }
});

test("an assertion encrypted by today's RSA-OAEP, its key beside the data, is opened", async () => {
  const encrypted = encryptModern(own.certificate, signed());
  const response = idp.sign(idp.response(facts(), encrypted), "Response");
  expect((await read(idp.encode(response))).nameId).toBe("ivo@acme.example");
});

test("the clock that is handed in decides, with a minute's tolerance", async () => {
  const response = idp.respond(facts());
  const at = (ms: number) => reasonOf(read(response, { now: Date.now() + ms }));
  expect(await at(350_000)).toBe("let in");
  expect(await at(370_000)).toBe("expired");
  expect(await at(-80_000)).toBe("let in");
  expect(await at(-100_000)).toBe("not-yet-valid");
});

test("the person's name is the display name, or given name and surname where a claim holds the sign-in name", async () => {
  const claims = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims";
  const person = (attributes: Record<string, string[]>, more: Partial<ResponseFacts> = {}) =>
    read(idp.respond(facts({ attributes, ...more })));
  const entraClaims = {
    [`${claims}/name`]: ["ivo@acme.example"],
    [`${claims}/givenname`]: ["Ivo"],
    [`${claims}/surname`]: ["Lang"],
    [`${claims}/emailaddress`]: ["ivo.lang@acme.example"],
  };
  const format = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
  expect(await person(entraClaims, { format, nameId: "a7f3" })).toMatchObject({
    nameId: "a7f3",
    nameIdFormat: format,
    email: "ivo.lang@acme.example",
    name: "Ivo Lang",
  });
  expect((await person({ [`${claims}/name`]: ["Ivo L."], cn: ["ivo"] })).name).toBe("Ivo L.");
  expect((await person({ "urn:oid:2.16.840.1.113730.3.1.241": ["Ivo"] })).name).toBe("Ivo");
  expect(await person({ mail: ["i@acme.example"] }, { format })).toMatchObject({
    email: "i@acme.example",
    name: null,
  });
  const long = "cn=".padEnd(5000, "x");
  expect((await person({ memberOf: [long] })).attributes.memberOf).toEqual([long]);
});

test("whatever a RelayState holds, its address is signed as it is sent", async () => {
  const asProvider = { ...provider, entityId: own.entityId, certificates: [own.certificate] };
  const asOwn = { ...own, entityId: "x", signOutUrl: "https://idp.acme.example/slo?tenant=1" };
  const with1 = { ...provider, signOutUrl: asOwn.signOutUrl };
  const session = { nameId: "ivo", nameIdFormat: null, sessionIndex: null };
  for (const relayState of ["", "https://a.example/x?y=(1)&z='~ *!+", "ü 100%"]) {
    const url = new URL(await signOutRequestUrl(own, with1, { ...session, relayState }));
    expect(url.searchParams.get("RelayState") ?? "").toBe(relayState);
    expect(url.searchParams.get("tenant")).toBe("1");
    const query = url.search.replace("?tenant=1&", "");
    const message = { binding: "redirect", query } as const;
    expect(await readSignOut(asOwn, asProvider, message)).toMatchObject({ nameId: "ivo" });
    const xml = inflateRawSync(Buffer.from(url.searchParams.get("SAMLRequest")!, "base64")).toString();
    expect(xml).not.toContain("Format=");
  }
});

async function ellipticKey(): Promise<{ privateKey: string; certificate: string }> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: "CN=curve",
    keys: keys as unknown as CryptoKeyPair,
    signingAlgorithm: algorithm,
  });
  const der = await webcrypto.subtle.exportKey("pkcs8", keys.privateKey);
  return {
    privateKey: x509.PemConverter.encode(der, "PRIVATE KEY"),
    certificate: certificate.toString("pem"),
  };
}

/** XML Encryption 1.1: RSA-OAEP with SHA-256 for both hashes, AES-128-GCM, the key beside the data as OpenSAML may put it. */
function encryptModern(certificate: string, xml: string): string {
  const secret = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-128-gcm", secret, iv);
  const data = Buffer.concat([iv, cipher.update(xml), cipher.final(), cipher.getAuthTag()]);
  const padding = constants.RSA_PKCS1_OAEP_PADDING;
  const key = publicEncrypt({ key: certificate, padding, oaepHash: "sha256" }, secret);
  const value = (bytes: Buffer) =>
    `<e:CipherData><e:CipherValue>${bytes.toString("base64")}</e:CipherValue></e:CipherData>`;
  return `<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" xmlns:e="http://www.w3.org/2001/04/xmlenc#" xmlns:f="http://www.w3.org/2009/xmlenc11#"><e:EncryptedData><e:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes128-gcm"/>${value(data)}</e:EncryptedData><e:EncryptedKey><e:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#rsa-oaep"><d:DigestMethod xmlns:d="http://www.w3.org/2000/09/xmldsig#" Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"/><f:MGF Algorithm="http://www.w3.org/2009/xmlenc11#mgf1sha256"/></e:EncryptionMethod>${value(key)}</e:EncryptedKey></saml:EncryptedAssertion>`;
}
