import {
  createHash,
  createPrivateKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  sign,
} from "node:crypto";

/** CBOR (RFC 8949) of the few types that WebAuthn needs. */
function cbor(value: unknown): Buffer {
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string")
    return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value]);
  const entries = value instanceof Map ? [...value] : Object.entries(value as object);
  return Buffer.concat([head(5, entries.length), ...entries.flatMap((pair) => pair.map(cbor))]);
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

interface Held {
  privateKey: KeyObject;
  handle: string;
  counter: number;
}

/**
 * For tests: an authenticator with passkeys (ES256), as a browser would ask it. `userVerified: false` is one that does not
 * ask its owner.
 */
export class AuthenticatorUnderTest {
  readonly #held = new Map<string, Held>();
  readonly #origin: () => string;
  readonly #flags: number;

  /** `origin`: of the page that asks it. */
  constructor(origin: () => string, { userVerified = true } = {}) {
    this.#origin = origin;
    this.#flags = userVerified ? 0x05 : 0x01;
  }

  get ids(): string[] {
    return [...this.#held.keys()];
  }

  /** Answers creation options; the passkey stays in it. */
  create(options: { challenge: string; rp: { id: string }; user: { id: string } }) {
    const { privateKey: key } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const privateKey = createPrivateKey(key.export({ type: "pkcs8", format: "pem" }));
    const { x, y } = key.export({ format: "jwk" }) as { x: string; y: string };
    const id = randomBytes(32);
    this.#held.set(id.toString("base64url"), { privateKey, handle: options.user.id, counter: 0 });
    const publicKey = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, Buffer.from(x, "base64url")],
      [-3, Buffer.from(y, "base64url")],
    ]);
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(publicKey)]);
    const authData = Buffer.concat([this.#authData(options.rp.id, this.#flags | 0x40, 0), credential]);
    return {
      id: id.toString("base64url"),
      rawId: id.toString("base64url"),
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON: this.#clientData("webauthn.create", options.challenge),
        attestationObject: cbor({ fmt: "none", attStmt: new Map(), authData }).toString("base64url"),
        transports: ["internal"],
      },
    };
  }

  /** Answers request options with the first passkey that fits. */
  get(options: { challenge: string; rpId: string; allowCredentials?: { id: string }[] }) {
    const allowed = options.allowCredentials?.length
      ? options.allowCredentials.map(({ id }) => id)
      : this.ids;
    const id = allowed.find((each) => this.#held.has(each))!;
    const held = this.#held.get(id)!;
    held.counter += 1;
    const authData = this.#authData(options.rpId, this.#flags, held.counter);
    const clientDataJSON = this.#clientData("webauthn.get", options.challenge);
    const signed = Buffer.concat([
      authData,
      createHash("sha256").update(Buffer.from(clientDataJSON, "base64url")).digest(),
    ]);
    return {
      id,
      rawId: id,
      type: "public-key",
      clientExtensionResults: {},
      response: {
        clientDataJSON,
        authenticatorData: authData.toString("base64url"),
        signature: sign("sha256", signed, held.privateKey).toString("base64url"),
        userHandle: held.handle,
      },
    };
  }

  #authData(rpId: string, flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([createHash("sha256").update(rpId).digest(), Buffer.from([flags]), count]);
  }

  #clientData(type: string, challenge: string): string {
    return Buffer.from(
      JSON.stringify({ type, challenge, origin: this.#origin(), crossOrigin: false }),
    ).toString("base64url");
  }
}
