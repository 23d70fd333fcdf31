import { deflateRawSync, inflateRawSync } from "node:zlib";
import { beforeAll, expect, test, vi } from "vitest";
import { type ConnectionUnderTest, makeConnection, reasonOf, requestId } from "./connection-under-test.ts";
import type { ResponseFacts } from "./identity-provider-under-test.ts";
import { readSignOut, signOutRequestUrl } from "./index.ts";

/** What those try who are nobody's colleague: nothing of it gets in, and each names its reason. */
let own: ConnectionUnderTest["own"];
let idp: ConnectionUnderTest["idp"];
let other: ConnectionUnderTest["other"];
let provider: ConnectionUnderTest["provider"];
let facts: ConnectionUnderTest["facts"];
let read: ConnectionUnderTest["read"];
beforeAll(async () => {
  // The library with which the tests encrypt warns of what nobody should use.
  vi.spyOn(console, "warn").mockImplementation(() => {});
  ({ own, idp, other, provider, facts, read } = await makeConnection());
});
const signed = (more: Partial<ResponseFacts> = {}) => idp.sign(idp.assertion(facts(more)), "Assertion");

test("a response that is unsigned, forged, weakly signed or for somebody else is refused with its reason", async () => {
  const hmac = "http://www.w3.org/2001/04/xmldsig-more#hmac-sha256";
  const replaced = (from: string | RegExp, to: string) =>
    idp.sign(idp.assertion(facts()).replace(from, to), "Assertion");
  const sha1 = {
    algorithm: "http://www.w3.org/2000/09/xmldsig#rsa-sha1",
    digest: "http://www.w3.org/2000/09/xmldsig#sha1",
  };
  const withSignature = (xml: string) => idp.encode(idp.sign(idp.response(facts(), xml), "Response"));
  const ofOther = { privateKey: other.privateKey, certificate: other.certificate };
  const genuine = Buffer.from(idp.respond(facts()), "base64").toString();
  const changed = (from: string, to: string) => idp.encode(genuine.replace(from, to));
  const attempts: Record<string, [string, string]> = {
    unsigned: ["unsigned", idp.encode(idp.response(facts(), idp.assertion(facts())))],
    "assertion unsigned": ["unsigned", withSignature(idp.assertion(facts()))],
    "another key": [
      "signature",
      other.encode(
        other.sign(idp.response(facts(), other.sign(idp.assertion(facts()), "Assertion")), "Response"),
      ),
    ],
    "another key in the message": [
      "signature",
      idp.encode(idp.sign(idp.response(facts(), signed()), "Response", ofOther)),
    ],
    "changed person": [
      "signature",
      idp.encode(Buffer.from(idp.respond(facts()), "base64").toString().replaceAll("ivo@acme", "eva@acme")),
    ],
    "changed group": [
      "signature",
      idp.encode(Buffer.from(idp.respond(facts()), "base64").toString().replace("Stores", "Admins")),
    ],
    "SHA-1": [
      "algorithm",
      idp.encode(
        idp.sign(idp.response(facts(), idp.sign(idp.assertion(facts()), "Assertion", sha1)), "Response"),
      ),
    ],
    "SHA-1 digest": [
      "algorithm",
      withSignature(idp.sign(idp.assertion(facts()), "Assertion", { digest: sha1.digest })),
    ],
    "certificate as HMAC key": [
      "algorithm",
      withSignature(
        idp.sign(idp.assertion(facts()), "Assertion", { algorithm: hmac, privateKey: idp.certificate }),
      ),
    ],
    "certificate as the key of an older HMAC": [
      "algorithm",
      withSignature(
        idp.sign(idp.assertion(facts()), "Assertion", {
          algorithm: "http://www.w3.org/2000/09/xmldsig#hmac-sha1",
          privateKey: idp.certificate,
        }),
      ),
    ],
    "HMAC of the whole": [
      "algorithm",
      idp.encode(
        idp.sign(idp.response(facts(), signed()), "Response", {
          algorithm: hmac,
          privateKey: idp.certificate,
        }),
      ),
    ],
    "canonicalised with comments": [
      "algorithm",
      withSignature(
        idp.sign(idp.assertion(facts()), "Assertion", {
          transforms: [
            "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
            "http://www.w3.org/2001/10/xml-exc-c14n#WithComments",
          ],
        }),
      ),
    ],
    "not canonicalised": [
      "algorithm",
      withSignature(
        idp.sign(idp.assertion(facts()), "Assertion", {
          transforms: ["http://www.w3.org/2000/09/xmldsig#enveloped-signature"],
        }),
      ),
    ],
    "the envelope as canonical form": [
      "algorithm",
      withSignature(
        signed().replace(
          /(<CanonicalizationMethod Algorithm=")[^"]+/,
          "$1http://www.w3.org/2000/09/xmldsig#enveloped-signature",
        ),
      ),
    ],
    "stylesheet as transform": [
      "algorithm",
      withSignature(
        signed().replace(
          "http://www.w3.org/2000/09/xmldsig#enveloped-signature",
          "http://www.w3.org/TR/1999/REC-xslt-19991116",
        ),
      ),
    ],
    expired: ["expired", idp.respond(facts({ notOnOrAfterMs: -120_000 }))],
    "not yet valid": ["not-yet-valid", idp.respond(facts({ notBeforeMs: 600_000, notOnOrAfterMs: 900_000 }))],
    "another audience": ["audience", idp.respond(facts({ audience: "https://other.example" }))],
    "no audience": ["audience", idp.respond(facts({ audience: null }))],
    "another destination": [
      "destination",
      idp.respond(facts({ destination: "https://other.example/consume" })),
    ],
    "no destination": ["destination", idp.respond(facts({ destination: null }))],
    "another recipient": ["recipient", idp.respond(facts({ recipient: "https://other.example/consume" }))],
    "another request": ["in-response-to", idp.respond(facts({ requestId: "_other" }))],
    "no request": ["in-response-to", idp.respond(facts({ requestId: null }))],
    "the confirmation of another request": [
      "in-response-to",
      idp.respond(facts({ confirmationInResponseTo: "_other" })),
    ],
    "a confirmation of no request": [
      "in-response-to",
      idp.respond(facts({ confirmationInResponseTo: null })),
    ],
    "another issuer": ["issuer", idp.respond(facts({ issuer: "https://evil.example/metadata" }))],
    "no success": ["status", idp.respond(facts({ status: "urn:oasis:names:tc:SAML:2.0:status:Responder" }))],
    "another request, but for the confirmation": [
      "in-response-to",
      idp.respond(facts({ requestId: "_other", confirmationInResponseTo: requestId })),
    ],
    "a confirmation that is over": [
      "expired",
      withSignature(replaced(/(?<=Recipient="[^"]+" NotOnOrAfter=")[^"]+/, "2020-01-01T00:00:00Z")),
    ],
    "a curve's algorithm with another key": [
      "signature",
      withSignature(
        idp.sign(idp.assertion(facts()), "Assertion", {
          algorithm: "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256",
        }),
      ),
    ],
    "a confirmation without end": [
      "expired",
      withSignature(replaced(/(Recipient="[^"]+") NotOnOrAfter="[^"]+"/, "$1")),
    ],
    "an end that is no time": [
      "malformed",
      withSignature(replaced(/(<saml:Conditions .*? NotOnOrAfter=")[^"]+/, "$1never")),
    ],
    "no conditions": ["audience", withSignature(replaced(/<saml:Conditions[\s\S]*<\/saml:Conditions>/, ""))],
    "a condition that is not known": [
      "malformed",
      withSignature(replaced("</saml:Conditions>", '<x:Only xmlns:x="urn:x"/></saml:Conditions>')),
    ],
    "one audience of two": [
      "audience",
      withSignature(
        replaced(
          "</saml:Conditions>",
          "<saml:AudienceRestriction><saml:Audience>x</saml:Audience></saml:AudienceRestriction>$&",
        ),
      ),
    ],
    "a confirmation that is none of a bearer": [
      "subject",
      withSignature(replaced("cm:bearer", "cm:holder-of-key")),
    ],
    "two names": [
      "subject",
      withSignature(replaced("<saml:SubjectConfirmation ", "<saml:NameID>eva</saml:NameID>$&")),
    ],
    "two confirmations": [
      "subject",
      withSignature(replaced(/<saml:SubjectConfirmation [\s\S]*<\/saml:SubjectConfirmation>/, "$&$&")),
    ],
    "a response of SAML 1.1": [
      "malformed",
      idp.encode(
        idp.sign(idp.response(facts(), signed()).replace('Version="2.0"', 'Version="1.1"'), "Response"),
      ),
    ],
    "an assertion of SAML 1.1": ["malformed", withSignature(replaced('Version="2.0"', 'Version="1.1"'))],
    "a name in parts": ["subject", withSignature(replaced("ivo@acme", "<x>eva</x>ivo@acme"))],
    "an assertion of another issuer": [
      "issuer",
      withSignature(replaced(/<saml:Issuer>[^<]+/, "<saml:Issuer>https://evil.example/metadata")),
    ],
    "a response of no issuer": [
      "issuer",
      idp.encode(idp.sign(idp.response(facts({ issuer: "" }), signed()), "Response")),
    ],
    nobody: ["subject", idp.respond(facts({ nameId: "" }))],
    "no XML": ["malformed", idp.encode("hello")],
    empty: ["malformed", ""],
    "an entity bomb": [
      "document-type",
      idp.encode(`<!DOCTYPE a [<!ENTITY b "b">]>${idp.response(facts(), signed())}`),
    ],
    "a comment in the name": [
      "malformed",
      idp.encode(
        Buffer.from(idp.respond(facts()), "base64")
          .toString()
          .replace("ivo@acme.example", "ivo@acme.example<!---->.evil.example"),
      ),
    ],
    "a comment that looks like a tag": [
      "malformed",
      changed("ivo@acme.example", "$&<!--x/>-->.evil.example"),
    ],
    "an attribute twice": ["malformed", changed(' Version="2.0"', "$&$&")],
    "an entity that nobody declared": ["malformed", changed("ivo@acme", "&eva;$&")],
    "a byte that is no UTF-8": [
      "malformed",
      Buffer.from(genuine.replace("ivo@acme", "\xFF$&"), "latin1").toString("base64"),
    ],
    "a processing instruction": [
      "malformed",
      idp.encode(
        Buffer.from(idp.respond(facts()), "base64")
          .toString()
          .replace("ivo@acme.example", "ivo@acme.example<?x?>.evil"),
      ),
    ],
    "a declaration in the middle": [
      "malformed",
      idp.encode(
        Buffer.from(idp.respond(facts()), "base64")
          .toString()
          .replace("ivo@acme.example", 'ivo@acme.example<?xml version="1.0"?>.evil'),
      ),
    ],
    "a CDATA section": [
      "malformed",
      idp.encode(idp.response(facts(), signed().replace("ivo@acme", "<![CDATA[eva]]>@acme"))),
    ],
    "text behind": ["malformed", idp.encode(`${idp.response(facts(), signed())}eva`)],
    "two roots": ["malformed", idp.encode(idp.response(facts(), signed()).repeat(2))],
    "no UTF-8": ["malformed", Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]).toString("base64")],
    "no assertion": ["malformed", withSignature("")],
    "another document": ["malformed", idp.encode(signed())],
    "a bomb of entities": [
      "document-type",
      idp.encode(
        `<!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><lolz>&b;</lolz>`,
      ),
    ],
    "many megabytes": ["too-large", idp.encode("x".repeat(2_000_000))],
  };
  const outcomes = Object.fromEntries(
    await Promise.all(
      Object.entries(attempts).map(
        async ([what, [, response]]) => [what, await reasonOf(read(response))] as const,
      ),
    ),
  );
  expect(outcomes).toEqual(
    Object.fromEntries(Object.entries(attempts).map(([what, [reason]]) => [what, reason])),
  );
});

test("characters that XML forbids are refused, as they stand and by their numbers", async () => {
  const genuine = Buffer.from(idp.respond(facts()), "base64").toString();
  const spelt = (text: string) => idp.encode(genuine.replace("ivo@acme", `${text}$&`));
  for (const text of ["&#0;", "&#x1F;", "&#xFFFE;", "&#xD800;", "&#x110000;", "&#;", "&#X41;", "\u0001"])
    expect([text, await reasonOf(read(spelt(text)))]).toEqual([text, "malformed"]);
  // Also where the provider itself signs them.
  expect(await reasonOf(read(idp.respond(facts({ nameId: "ivo&#0;" }))))).toBe("malformed");
  const others = "&#73;v&#x6F; &#x1F9F0;&#9;x";
  expect((await read(idp.respond(facts({ nameId: others })))).nameId).toBe("Ivo \u{1F9F0}\tx");
});

test("a response that is not signed, where it need not be, still has to be for this address", async () => {
  const options = { requiresSignedResponse: false };
  const sentTo = (destination: string | null) =>
    reasonOf(read(idp.encode(idp.response(facts({ destination }), signed())), options));
  expect(await sentTo(own.consumerUrl)).toBe("let in");
  expect(await sentTo(null)).toBe("let in");
  expect(await sentTo("https://other.example/consume")).toBe("destination");
  // Its signature counts, even so, where it has one.
  const forged = idp.encode(other.sign(idp.response(facts(), signed()), "Response"));
  expect(await reasonOf(read(forged, options))).toBe("signature");
});

test("why the provider signed nobody in is told by its own codes", async () => {
  const codes = "urn:oasis:names:tc:SAML:2.0:status";
  const refusal = idp
    .response(facts({ status: `${codes}:Responder` }), "")
    .replace(
      /"\/>(?=<\/samlp:Status>)/,
      `"><samlp:StatusCode Value="${codes}:NoAuthnContext"/></samlp:StatusCode>`,
    );
  for (const xml of [refusal, idp.sign(refusal, "Response")])
    await expect(read(idp.encode(xml))).rejects.toMatchObject({
      reason: "status",
      message: expect.stringContaining("Responder, NoAuthnContext"),
    });
});

test("no wrapping of a genuine signature lets somebody else in", async () => {
  const genuine = Buffer.from(idp.respond(facts()), "base64").toString();
  const assertionOf = (xml: string) => /<saml:Assertion[\s\S]*<\/saml:Assertion>/.exec(xml)![0];
  const original = assertionOf(genuine);
  const evil = idp.assertion(facts({ nameId: "eva@acme.example" }), "_evil");
  const signature = /<Signature[\s\S]*?<\/Signature>/.exec(original)![0];
  const bare = original.replace(signature, "");
  const evilWith = (inside: string) => evil.replace("</saml:Issuer>", `</saml:Issuer>${inside}`);
  const into = (xml: string) => genuine.replace(original, xml);
  const unsignedWith = (xml: string) => idp.response(facts(), xml);
  const withSignature = (xml: string) => idp.sign(idp.response(facts(), xml), "Response");
  const idOf = (xml: string) => /ID="([^"]+)"/.exec(xml)![1];
  const responseSignature = /<\/saml:Issuer>(<Signature[\s\S]*?<\/Signature>)<samlp:Status>/.exec(
    genuine,
  )![1]!;
  const evilResponse = (inside: string, id = "_evilresponse") => idp.response(facts(), inside, id);
  const attempts: Record<string, string> = {
    // The names are those of SAML Raider's list.
    "XSW1: the signed response inside the signature of a new one": evilResponse(evil).replace(
      "<samlp:Status>",
      `${responseSignature.replace("</Signature>", `<Object>${genuine}</Object></Signature>`)}<samlp:Status>`,
    ),
    "XSW2: the signed response beside the signature": evilResponse(evil).replace(
      "<samlp:Status>",
      `${responseSignature}${genuine}<samlp:Status>`,
    ),
    "XSW3: an assertion before the signed one": into(`${evil}${original}`),
    "XSW4: the signed assertion inside a new one": into(
      evil.replace("</saml:Assertion>", `${original}</saml:Assertion>`),
    ),
    "XSW5: the signed assertion behind, its signature in a new one": into(`${evilWith(signature)}${bare}`),
    "XSW6: the signed assertion inside the signature of a new one": into(
      evilWith(signature.replace("</Signature>", `<Object>${bare}</Object></Signature>`)),
    ),
    "XSW7: an assertion in extensions": into(`<samlp:Extensions>${evil}</samlp:Extensions>${original}`),
    "XSW8: the signed assertion in an object of the signature": into(
      evilWith(signature.replace("</Signature>", `<Object>${original}</Object></Signature>`)),
    ),
    "the same id twice": into(`${evil.replace('ID="_evil"', `ID="${idOf(original)}"`)}${original}`),
    "an assertion in another namespace": into(`<x:Assertion xmlns:x="urn:x">${original}</x:Assertion>`),
    "a signature of everything": idp.sign(
      idp.response(facts(), idp.sign(evil, "Assertion", { uri: "empty" })),
      "Response",
    ),
    "the signature of another element": unsignedWith(evilWith(signature)),
    "two assertions, both signed": idp.sign(
      idp.response(facts(), `${signed()}${idp.sign(evil, "Assertion")}`),
      "Response",
    ),
    "an assertion within a signed one": withSignature(
      idp.sign(
        idp.assertion(facts()).replace("<saml:AuthnStatement", `<saml:Advice>${evil}</saml:Advice>$&`),
        "Assertion",
      ),
    ),
    "an assertion within an encrypted one": withSignature(
      await idp.encryptFor(
        own.certificate,
        idp.sign(
          idp.assertion(facts()).replace("<saml:AuthnStatement", `<saml:Advice>${evil}</saml:Advice>$&`),
          "Assertion",
        ),
      ),
    ),
    "an encrypted and a plain one": withSignature(
      `${await idp.encryptFor(own.certificate, signed())}${evil}`,
    ),
    "a response in extensions": withSignature(
      `<samlp:Extensions><samlp:Response/></samlp:Extensions>${signed()}`,
    ),
    "the only assertion in extensions": withSignature(`<samlp:Extensions>${signed()}</samlp:Extensions>`),
    "the same id with a prefix": into(
      original.replace("<saml:Subject>", `<saml:Subject xml:id="${idOf(original)}">`),
    ),
    "two signatures of another shape": unsignedWith(original.replace(signature, `${signature}${signature}`)),
    "another algorithm before the signed one": unsignedWith(
      original.replace(
        "<SignedInfo>",
        '<x:SignatureMethod xmlns:x="urn:x" Algorithm="http://www.w3.org/2000/09/xmldsig#rsa-sha1"/>$&',
      ),
    ),
    "another reference in the key": unsignedWith(
      original.replace("<KeyInfo>", `<KeyInfo><Reference URI="#${idOf(evil)}"/>`),
    ),
  };
  const outcomes: Record<string, string[]> = {};
  for (const [what, xml] of Object.entries(attempts))
    outcomes[what] = await Promise.all(
      [true, false].map((requiresSignedResponse) =>
        reasonOf(read(idp.encode(xml), { requiresSignedResponse })),
      ),
    );
  // Where a response that has to be signed is not, that is said first.
  const isBare = (what: string) => /of another|algorithm before|in the key/.test(what);
  expect(outcomes).toEqual(
    Object.fromEntries(
      Object.keys(attempts).map((what) => [what, [isBare(what) ? "unsigned" : "wrapped", "wrapped"]]),
    ),
  );
  expect((await read(idp.encode(genuine))).nameId).toBe("ivo@acme.example");
});

test("an assertion that is badly encrypted, or unsigned within, is refused", async () => {
  const xmlenc = "http://www.w3.org/2001/04/xmlenc#";
  const within = (xml: string) => idp.encode(idp.sign(idp.response(facts(), xml), "Response"));
  const genuine = await idp.encryptFor(own.certificate, signed());
  const cipher = `${xmlenc}aes256-cbc`;
  const cbc = await idp.encryptFor(own.certificate, signed(), { cipher });
  const spoiled = (xml: string) => {
    const [value] = [...xml.matchAll(/<[\w:]*CipherValue>([^<]+)</g)].at(-1)!.slice(1);
    const bytes = Buffer.from(value!, "base64");
    bytes[bytes.length - 1]! ^= 0xff;
    return xml.replace(value!, bytes.toString("base64"));
  };
  const attempts: Record<string, [string, string]> = {
    "unsigned within": ["unsigned", await idp.encryptFor(own.certificate, idp.assertion(facts()))],
    "signed by another within": [
      "signature",
      await idp.encryptFor(own.certificate, other.sign(idp.assertion(facts()), "Assertion")),
    ],
    "the key by RSA 1.5": [
      "encryption",
      await idp.encryptFor(own.certificate, signed(), { key: `${xmlenc}rsa-1_5` }),
    ],
    "by triple DES": [
      "encryption",
      await idp.encryptFor(own.certificate, signed(), { cipher: `${xmlenc}tripledes-cbc` }),
    ],
    "for another": ["encryption", await idp.encryptFor(other.certificate, signed())],
    "a key that is not there": [
      "encryption",
      genuine.replace(/<e:EncryptedKey[\s\S]*<\/e:EncryptedKey>/, ""),
    ],
    "changed on the way": ["encryption", spoiled(genuine)],
    "something else within": ["malformed", await idp.encryptFor(own.certificate, "<a/>")],
    "no text within": ["malformed", await idp.encryptFor(own.certificate, "eva")],
    "a document type within": [
      "document-type",
      await idp.encryptFor(own.certificate, `<!DOCTYPE a>${signed()}`),
    ],
  };
  for (const [what, [reason, xml]] of Object.entries(attempts))
    expect([what, await reasonOf(read(within(xml)))]).toEqual([what, reason]);
  // Without authentication, what was changed may still open, to something else.
  expect(await reasonOf(read(within(spoiled(cbc))))).toMatch(/^(encryption|malformed|signature|unsigned)$/);
  expect((await read(within(genuine))).nameId).toBe("ivo@acme.example");
  expect((await read(within(cbc))).nameId).toBe("ivo@acme.example");
});

test("nothing is decrypted for those who did not sign the response", async () => {
  const key = "http://www.w3.org/2001/04/xmlenc#rsa-1_5";
  const probe = await idp.encryptFor(own.certificate, "probe", { key });
  const forged = other.sign(idp.response(facts(), probe), "Response");
  expect(await reasonOf(read(idp.encode(forged)))).toBe("signature");
  expect(await reasonOf(read(idp.encode(forged), { requiresSignedResponse: false }))).toBe("signature");
});

test("what is made to keep the parser busy is refused within a moment", async () => {
  const shapes = {
    deep: "<a>".repeat(60_000),
    "deep with namespaces": Array.from({ length: 12_000 }, (_each, n) => `<a xmlns:b${n}="u">`).join(""),
    brackets: "<".repeat(250_000),
    quotes: `<a ${'b="'.repeat(80_000)}`,
    "one long tag": `<a ${"b ".repeat(120_000)}>`,
    "many attributes": `<a ${Array.from({ length: 25_000 }, (_each, n) => `b${n}=""`).join(" ")}/>`,
    "many children": `<a>${"<b/>".repeat(60_000)}</a>`,
    closing: `<a>${"</b>".repeat(60_000)}`,
    blanks: " ".repeat(250_000),
  };
  for (const [what, xml] of Object.entries(shapes)) {
    expect([what, await reasonOf(read(idp.encode(xml)))]).toEqual([what, "malformed"]);
  }
});

test("a sign-out that is forged, however it is written, ends nobody's session", async () => {
  const theirs = { ...own, entityId: idp.entityId, privateKey: idp.privateKey };
  const us = { ...provider, entityId: own.entityId, signOutUrl: own.signOutUrl };
  const session = { nameId: "ivo@acme.example", nameIdFormat: null, sessionIndex: "s1", relayState: "x" };
  const queryOf = async (from: typeof theirs, to = us) =>
    (await signOutRequestUrl(from, to, session)).replace(/^[^?]*\?/, "");
  const genuine = await queryOf(theirs);
  const fields = new URLSearchParams(genuine);
  const xml = inflateRawSync(Buffer.from(fields.get("SAMLRequest")!, "base64")).toString();
  const packed = (text: string) => encodeURIComponent(deflateRawSync(text).toString("base64"));
  const evil = packed(xml.replace("ivo@acme", "eva@acme"));
  const attempts: Record<string, [string, string]> = {
    "another message before, its name written otherwise": ["wrapped", `%53AMLRequest=${evil}&${genuine}`],
    "another message behind, its name written otherwise": ["wrapped", `${genuine}&SAMLReques%74=${evil}`],
    "another message in its place": [
      "signature",
      genuine.replace(/SAMLRequest=[^&]*/, `SAMLRequest=${evil}`),
    ],
    "another state": ["signature", genuine.replace("RelayState=x", "RelayState=y")],
    "a request as a response": ["signature", genuine.replace("SAMLRequest", "SAMLResponse")],
    "both kinds": ["malformed", `${genuine}&SAMLResponse=${evil}`],
    "another key": ["signature", await queryOf({ ...theirs, privateKey: other.privateKey })],
    "no algorithm": ["unsigned", genuine.replace(/&SigAlg=[^&]*/, "")],
    "an HMAC": ["algorithm", genuine.replace("rsa-sha256", "hmac-sha256")],
    "the algorithm of another key": ["signature", genuine.replace("rsa-sha256", "ecdsa-sha256")],
    "another issuer": ["issuer", await queryOf({ ...theirs, entityId: "https://evil.example" })],
    "for another": ["destination", await queryOf(theirs, { ...us, signOutUrl: "https://other.example/" })],
    "no escape": ["malformed", "SAMLRequest=%"],
  };
  for (const [what, [reason, query]] of Object.entries(attempts))
    expect([what, await reasonOf(readSignOut(own, provider, { binding: "redirect", query }))]).toEqual([
      what,
      reason,
    ]);
  const post = (text: string, more: Record<string, string> = {}) =>
    reasonOf(
      readSignOut(own, provider, { binding: "post", fields: { SAMLRequest: idp.encode(text), ...more } }),
    );
  const signedForm = idp.sign(xml, "LogoutRequest");
  const old = xml.replace(/IssueInstant="[^"]+"/, 'IssueInstant="2020-01-01T00:00:00Z"');
  const over = xml.replace(" Version=", ' NotOnOrAfter="2020-01-01T00:00:00Z" Version=');
  expect(await post(signedForm)).toBe("let in");
  expect(await post(signedForm.replace("ivo@acme", "eva@acme"))).toBe("signature");
  expect(await post(idp.sign(xml, "LogoutRequest", { uri: "empty" }))).toBe("wrapped");
  expect(await post(idp.sign(old, "LogoutRequest"))).toBe("expired");
  expect(await post(idp.sign(over, "LogoutRequest"))).toBe("expired");
  expect(await post(idp.sign(xml.replace(/ Destination="[^"]+"/, ""), "LogoutRequest"))).toBe("destination");
  expect(await post(`<!DOCTYPE a>${signedForm}`)).toBe("document-type");
  const wrapped = xml
    .replace(/ID="[^"]+"/, 'ID="_evil"')
    .replace("ivo@acme", "eva@acme")
    .replace("</saml:Issuer>", `$&<Signature xmlns="http://www.w3.org/2000/09/xmldsig#"><Object>`)
    .replace("<Object>", `$&${signedForm.replace(/<\?xml[^>]*\?>/, "")}</Object></Signature>`);
  expect(await post(wrapped)).toBe("wrapped");
  expect(await post(signedForm, { SAMLResponse: idp.encode(signedForm) })).toBe("malformed");
  expect(await post("x".repeat(500_000))).toBe("too-large");
  // An assertion of a sign-in is no sign-out.
  expect(await post(signed())).toBe("destination");
});
