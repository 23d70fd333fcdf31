import { createPrivateKey, randomUUID, sign, webcrypto } from "node:crypto";

const algorithms = {
  ES256: { name: "ECDSA", namedCurve: "P-256" },
  RS256: {
    name: "RSASSA-PKCS1-v1_5",
    modulusLength: 2048,
    publicExponent: new Uint8Array([1, 0, 1]),
    hash: "SHA-256",
  },
} as const;

type Algorithm = keyof typeof algorithms;
type ProviderKeys = { keys: object[] };
type Claims = Record<string, unknown>;

/** Private JWKs, one for ES256 and one for RS256. */
export async function newProviderKeys(): Promise<ProviderKeys> {
  return { keys: await Promise.all([newKey("ES256"), newKey("RS256")]) };
}

/** ES256 if there is a key for it. */
export function idTokenAlgorithm({ keys }: ProviderKeys): Algorithm {
  return keys.some((key) => (key as webcrypto.JsonWebKey).kty === "EC") ? "ES256" : "RS256";
}

/** The same token with other claims, signed by the same key. */
export function signAnew(token: string, { keys }: ProviderKeys, alter: (claims: Claims) => Claims): string {
  const [header = "", payload = ""] = token.split(".");
  const { kid } = decode(header);
  const key = keys.find((candidate) => (candidate as { kid?: string }).kid === kid) as webcrypto.JsonWebKey;
  const signed = `${header}.${encode(alter(decode(payload)))}`;
  const privateKey = createPrivateKey({ key, format: "jwk" });
  const signature = sign("sha256", Buffer.from(signed), { key: privateKey, dsaEncoding: "ieee-p1363" });
  return `${signed}.${signature.toString("base64url")}`;
}

async function newKey(alg: Algorithm): Promise<object> {
  const { privateKey } = await webcrypto.subtle.generateKey(algorithms[alg], true, ["sign", "verify"]);
  const {
    key_ops: _operations,
    ext: _extractable,
    ...key
  } = await webcrypto.subtle.exportKey("jwk", privateKey);
  return { ...key, alg, use: "sig", kid: randomUUID() };
}

function decode(part: string): Claims {
  return JSON.parse(Buffer.from(part, "base64url").toString());
}

function encode(claims: Claims): string {
  return Buffer.from(JSON.stringify(claims)).toString("base64url");
}
