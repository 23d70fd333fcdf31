import "reflect-metadata";
import { webcrypto } from "node:crypto";
import { SAML, type SamlConfig, ValidateInResponseTo } from "@node-saml/node-saml";
import * as x509 from "@peculiar/x509";
import type { SamlProvider } from "./metadata.ts";
import { signedRedirect } from "./redirect.ts";

/** Refill's side of a connection. */
export interface SamlServiceProvider {
  entityId: string;
  /** Assertion consumer service, HTTP-POST. */
  consumerUrl: string;
  signOutUrl: string;
  /** PEM */
  privateKey: string;
  certificate: string;
}

const day = 24 * 60 * 60 * 1000;
const algorithm = {
  name: "RSASSA-PKCS1-v1_5",
  hash: "SHA-256",
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
};

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

/** RSA with 3072 bits, self-signed for ten years: SAML trusts the certificate itself, not who issued it. */
export async function createKeyPair(
  name: string,
  now: Date,
): Promise<{ privateKey: string; certificate: string }> {
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: Buffer.from(webcrypto.getRandomValues(new Uint8Array(16)))
      .toString("hex")
      .replace(/^./, "1"),
    // As an object: in a text, a comma or a "#" would begin something else.
    name: new x509.Name([{ CN: [{ utf8String: name }] }]),
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + 3650 * day),
    keys,
    signingAlgorithm: algorithm,
  });
  const der = await crypto.subtle.exportKey("pkcs8", keys.privateKey);
  return {
    privateKey: x509.PemConverter.encode(der, "PRIVATE KEY"),
    certificate: certificate.toString("pem"),
  };
}

/** The library, to make messages; {@link signedRedirect} signs them. */
export function samlOf(
  own: SamlServiceProvider,
  provider: SamlProvider,
  more: Partial<SamlConfig> = {},
): SAML {
  return new SAML({
    issuer: own.entityId,
    callbackUrl: own.consumerUrl,
    entryPoint: provider.signInUrl,
    ...(provider.signOutUrl === null ? {} : { logoutUrl: provider.signOutUrl }),
    idpCert: [...provider.certificates],
    identifierFormat: null,
    disableRequestedAuthnContext: true,
    validateInResponseTo: ValidateInResponseTo.never,
    ...more,
  });
}

/** HTTP-Redirect binding, signed by RSA-SHA256 (SAML 2.0 Bindings, §3.4.4.1). */
export async function authnRequestUrl(
  own: SamlServiceProvider,
  provider: SamlProvider,
  options: { requestId: string; relayState: string; forcesSignIn: boolean },
): Promise<string> {
  const saml = samlOf(own, provider, {
    generateUniqueId: () => options.requestId,
    forceAuthn: options.forcesSignIn,
  });
  const unsigned = await saml.getAuthorizeUrlAsync(options.relayState, undefined, {});
  return signedRedirect(own, provider.signInUrl, unsigned);
}
