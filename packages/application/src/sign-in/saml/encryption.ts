import { constants, createDecipheriv, privateDecrypt } from "node:crypto";
import { SamlRefused } from "./refused.ts";
import { attributeOf, childOf, childrenOf, elementsOf, namespaces, textOf } from "./xml.ts";

const { encryption: xenc, encryption11: xenc11, signature: dsig } = namespaces;
const ciphers: Readonly<Record<string, { name: string; keyBytes: number; isGcm: boolean }>> = {
  [`${xenc}aes128-cbc`]: { name: "aes-128-cbc", keyBytes: 16, isGcm: false },
  [`${xenc}aes256-cbc`]: { name: "aes-256-cbc", keyBytes: 32, isGcm: false },
  [`${xenc11}aes128-gcm`]: { name: "aes-128-gcm", keyBytes: 16, isGcm: true },
  [`${xenc11}aes256-gcm`]: { name: "aes-256-gcm", keyBytes: 32, isGcm: true },
};
/** For OAEP, SHA-1 holds: it needs no resistance to collisions. */
const digests: Readonly<Record<string, string>> = {
  [`${dsig}sha1`]: "sha1",
  [`${xenc}sha256`]: "sha256",
  // As providers on xml-encryption name them.
  [`${dsig}sha256`]: "sha256",
  [`${dsig}sha512`]: "sha512",
  "http://www.w3.org/2001/04/xmldsig-more#sha384": "sha384",
  [`${xenc}sha512`]: "sha512",
};

/**
 * What an `EncryptedAssertion` hides (XML Encryption 1.1, §5.2, §5.5.2). Only RSA-OAEP and AES: PKCS #1 v1.5 would let
 * others decrypt by asking. Throws {@link SamlRefused}, in the same words for whatever can't be opened.
 */
export function decryptedBytes(encrypted: Element, privateKey: string): Buffer {
  const data = childOf(encrypted, xenc, "EncryptedData");
  const keys = elementsOf(encrypted).filter((each) => each.localName === "EncryptedKey");
  const [key] = keys;
  if (!data || keys.length !== 1)
    throw new SamlRefused("encryption", "it is not encrypted once, for us alone");
  const method = childOf(data, xenc, "EncryptionMethod");
  const cipher = ciphers[attributeOf(method, "Algorithm") ?? ""];
  const oaepHash = oaepHashOf(childOf(key!, xenc, "EncryptionMethod"));
  if (!cipher || !oaepHash)
    throw new SamlRefused("encryption", "the assertion is not encrypted by RSA-OAEP and AES");
  try {
    const padding = constants.RSA_PKCS1_OAEP_PADDING;
    const secret = privateDecrypt({ key: privateKey, padding, oaepHash }, cipherValueOf(key!));
    if (secret.length !== cipher.keyBytes) throw new Error("a key of another length");
    return cipher.isGcm
      ? openGcm(cipher.name, secret, cipherValueOf(data))
      : openCbc(cipher.name, secret, cipherValueOf(data));
  } catch {
    throw new SamlRefused("encryption", "it was not encrypted for this connection's certificate");
  }
}

/** Undefined: not RSA-OAEP, or with two different hashes, which OpenSSL can't do here. */
function oaepHashOf(method: Element | undefined): string | undefined {
  const algorithm = attributeOf(method, "Algorithm");
  if (!method || (algorithm !== `${xenc}rsa-oaep-mgf1p` && algorithm !== `${xenc11}rsa-oaep`))
    return undefined;
  const digest =
    digests[attributeOf(childrenOf(method, dsig, "DigestMethod")[0], "Algorithm") ?? `${dsig}sha1`];
  if (algorithm === `${xenc}rsa-oaep-mgf1p`) return digest;
  const mask = attributeOf(childrenOf(method, xenc11, "MGF")[0], "Algorithm") ?? `${xenc11}mgf1sha1`;
  return mask === `${xenc11}mgf1${digest}` ? digest : undefined;
}

function cipherValueOf(element: Element): Buffer {
  const data = childOf(element, xenc, "CipherData");
  return Buffer.from(textOf(data && childOf(data, xenc, "CipherValue")), "base64");
}

function openGcm(name: string, key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(name as "aes-256-gcm", key, bytes.subarray(0, 12), { authTagLength: 16 });
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
}

/** The last byte tells how many to leave away; the others of the padding may be anything. */
function openCbc(name: string, key: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(name, key, bytes.subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(bytes.subarray(16)), decipher.final()]);
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > 16) throw new Error("the padding is wrong");
  return padded.subarray(0, -padding);
}
