import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

/** Opens and seals the stored messages of the ring: AES-128-GCM, bound to sensor and sequence number. */
export interface MessageSeal {
  seal(deviceId: string, sequence: number, content: unknown): Buffer;
  /** Throws when the bytes were changed or belong to another message. */
  open(deviceId: string, sequence: number, sealed: Buffer): unknown;
}

/** Layout: nonce (12 bytes, random), ciphertext of JSON, tag (16). */
export function messageSeal(key: Buffer): MessageSeal {
  const additionalData = (deviceId: string, sequence: number) =>
    Buffer.from(`message|${deviceId}|${sequence}`);
  return {
    seal(deviceId, sequence, content) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-128-gcm", key, nonce);
      cipher.setAAD(additionalData(deviceId, sequence));
      const body = cipher.update(JSON.stringify(content), "utf8");
      return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
    },
    open(deviceId, sequence, sealed) {
      const decipher = createDecipheriv("aes-128-gcm", key, sealed.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(additionalData(deviceId, sequence));
      decipher.setAuthTag(sealed.subarray(-16));
      const body = decipher.update(sealed.subarray(12, -16), undefined, "utf8");
      return JSON.parse(body + decipher.final("utf8"));
    },
  };
}
