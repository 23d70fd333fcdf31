import { createPublicKey, hash, type KeyLike, verify } from "node:crypto";
import { SignedXml } from "xml-crypto";
import { SamlRefused } from "./refused.ts";
import { attributeOf, childrenOf, elementsOf, innerOf, isNamed, namespaces, textOf } from "./xml.ts";

/** By identifier (RFC 9231 §2.3). No SHA-1, and no HMAC: its key would be the certificate, which everybody has. */
const algorithms: ReadonlyMap<string, { keyType: string; digest: string }> = new Map(
  (["rsa", "ec"] as const).flatMap((keyType) =>
    ["sha256", "sha384", "sha512"].map((digest) => {
      const name = `${keyType === "ec" ? "ecdsa" : "rsa"}-${digest}`;
      return [`http://www.w3.org/2001/04/xmldsig-more#${name}`, { keyType, digest }] as const;
    }),
  ),
);
const exclusive = "http://www.w3.org/2001/10/xml-exc-c14n#";
const enveloped = "http://www.w3.org/2000/09/xmldsig#enveloped-signature";
const digests: Readonly<Record<string, string>> = {
  "http://www.w3.org/2001/04/xmlenc#sha256": "sha256",
  "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
  "http://www.w3.org/2001/04/xmlenc#sha512": "sha512",
};

export function isStrongAlgorithm(identifier: string): boolean {
  return algorithms.has(identifier);
}

/** Whether the certificate's key made the signature (base64); a key of another kind never did. */
export function isSignedBy(
  certificate: KeyLike,
  identifier: string,
  signed: string,
  signature: string,
): boolean {
  const algorithm = algorithms.get(identifier);
  const key = createPublicKey(certificate as string);
  if (!algorithm || key.asymmetricKeyType !== algorithm.keyType) return false;
  const options = { key, dsaEncoding: "ieee-p1363" as const };
  return verify(algorithm.digest, Buffer.from(signed), options, Buffer.from(signature, "base64"));
}

/**
 * The bytes of the element that a provider's certificate signed, canonical and without the signature. Nothing but them may
 * be believed. A key that the message brings counts for nothing. Throws {@link SamlRefused}.
 */
export function verifiedXml(
  xml: string,
  element: Element,
  certificates: readonly string[],
  what: string,
): string {
  const signature = expectSignature(element, what);
  for (const certificate of certificates) {
    const bytes = bytesSignedBy(certificate, xml, signature);
    if (bytes !== undefined) return bytes;
  }
  throw new SamlRefused(
    "signature",
    `the signature of the ${what} is of no certificate of the provider, or the ${what} was changed`,
  );
}

function bytesSignedBy(certificate: string, xml: string, signature: Element): string | undefined {
  const checker = new SignedXml({ publicCert: certificate, getCertFromKeyInfo: () => null });
  checker.SignatureAlgorithms = Object.fromEntries(
    [...algorithms.keys()].map((identifier) => [identifier, algorithmNamed(identifier)]),
  );
  const hashes = checker.HashAlgorithms;
  checker.HashAlgorithms = Object.fromEntries(
    Object.keys(digests).map((identifier) => [identifier, hashes[identifier] ?? hashNamed(identifier)]),
  ) as typeof hashes;
  const { [exclusive]: canonical, [enveloped]: withoutSignature } = checker.CanonicalizationAlgorithms;
  checker.CanonicalizationAlgorithms = {
    [exclusive]: canonical,
    [enveloped]: withoutSignature,
  } as typeof checker.CanonicalizationAlgorithms;
  try {
    checker.loadSignature(signature);
    if (!checker.checkSignature(xml)) return undefined;
  } catch {
    // The library throws for what is not signed by this certificate.
    return undefined;
  }
  const signed = checker.getSignedReferences();
  return signed.length === 1 ? signed[0] : undefined;
}

function algorithmNamed(identifier: string) {
  return class {
    getAlgorithmName = () => identifier;
    verifySignature = (signed: string, key: KeyLike, value: string) =>
      isSignedBy(key, identifier, signed, value);
    getSignature = (): string => {
      throw new Error("this only checks");
    };
  };
}

function hashNamed(identifier: string) {
  return class {
    getAlgorithmName = () => identifier;
    getHash = (xml: string) => hash(digests[identifier]!, Buffer.from(xml), "base64");
  };
}

/**
 * The element's own signature, in the one shape that SAML allows (SAML 2.0 Core, §5.4): a reference to the element itself,
 * enveloped and exclusively canonicalised, by algorithms that hold. Whether it is right is another question.
 */
function expectSignature(element: Element, what: string): Element {
  const [signature, ...more] = childrenOf(element, namespaces.signature, "Signature");
  if (!signature) throw new SamlRefused("unsigned", `the ${what} is not signed`);
  const foreign = new SamlRefused("wrapped", `the signature of the ${what} is of another shape than SAML's`);
  if (more.length > 0) throw foreign;
  const inside = (parent: Element | undefined, ...names: string[]): Element[] => {
    const found = parent ? innerOf(parent) : [];
    const isRight = found.every((each, index) => isNamed(each, namespaces.signature, names[index] ?? ""));
    if (!isRight || found.length !== names.length) throw foreign;
    return found;
  };
  const hasKey = innerOf(signature).length === 3;
  const [info, value, key] = inside(
    signature,
    "SignedInfo",
    "SignatureValue",
    ...(hasKey ? ["KeyInfo"] : []),
  );
  // The library looks its values up by local names: they must not stand anywhere else.
  const shadows = ["SignedInfo", "SignatureMethod", "CanonicalizationMethod", "SignatureValue", "Reference"];
  if (key && elementsOf(key).some((each) => shadows.includes(each.localName))) throw foreign;
  const [canonical, method, reference] = inside(
    info,
    "CanonicalizationMethod",
    "SignatureMethod",
    "Reference",
  );
  const id = attributeOf(element, "ID");
  if (!id || !/^[A-Za-z_][\w.-]*$/.test(id) || attributeOf(reference, "URI") !== `#${id}`)
    throw new SamlRefused("wrapped", `the signature of the ${what} is of something else`);
  const transforms = reference ? innerOf(reference)[0] : undefined;
  const used = transforms ? innerOf(transforms).map((each) => attributeOf(each, "Algorithm")) : [];
  if (used.join(" ") !== `${enveloped} ${exclusive}` || attributeOf(canonical, "Algorithm") !== exclusive)
    throw new SamlRefused("algorithm", `the ${what} is transformed otherwise than SAML allows`);
  const [, digest, digestValue] = inside(reference, "Transforms", "DigestMethod", "DigestValue");
  inside(transforms, "Transform", "Transform");
  const signedBy = attributeOf(method, "Algorithm") ?? "";
  if (!algorithms.has(signedBy) || !Object.hasOwn(digests, attributeOf(digest, "Algorithm") ?? ""))
    throw new SamlRefused("algorithm", `the ${what} is not signed by RSA or ECDSA with SHA-256 or better`);
  if (innerOf(method!).length > 0 || innerOf(digest!).length > 0) throw foreign;
  if (textOf(value) === "" || textOf(digestValue) === "") throw foreign;
  return signature;
}
