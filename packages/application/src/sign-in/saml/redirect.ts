import { sign } from "node:crypto";
import type { SamlServiceProvider } from "./service-provider.ts";

const algorithm = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";

/**
 * The library's address for a message, signed (SAML 2.0 Bindings, §3.4.4.1). The signature is of the query's very text: the
 * library would sign another encoding than it sends, wherever a RelayState has a space, a quote or a bracket.
 */
export function signedRedirect(own: SamlServiceProvider, address: string, unsigned: string): string {
  const { searchParams } = new URL(unsigned);
  const fields = ["SAMLRequest", "SAMLResponse", "RelayState"].flatMap((name) => {
    const value = searchParams.get(name);
    return value === null ? [] : [`${name}=${encode(value)}`];
  });
  const signed = [...fields, `SigAlg=${encode(algorithm)}`].join("&");
  const signature = sign("sha256", Buffer.from(signed), own.privateKey).toString("base64");
  const [target = ""] = address.split("#");
  return `${target}${target.includes("?") ? "&" : "?"}${signed}&Signature=${encode(signature)}`;
}

/** As RFC 3986 has it, so that no browser writes it anew. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
