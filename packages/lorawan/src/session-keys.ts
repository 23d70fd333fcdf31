import { importKey, type Key } from "./key.ts";

/** The keys of a session. In LoRaWAN 1.0.x the three network keys are one, NwkSKey. */
export interface SessionKeys {
  /** Whether the session is one of LoRaWAN 1.1: integrity by two keys, FOpts encrypted. */
  readonly isVersion11: boolean;
  /** Forwarding network session integrity key: (half of) the MIC of uplinks. */
  readonly fNwkSIntKey: Key;
  /** Serving network session integrity key: the MIC of downlinks and half of that of uplinks. */
  readonly sNwkSIntKey: Key;
  /** Encrypts MAC commands. */
  readonly nwkSEncKey: Key;
  /** Encrypts application payloads. */
  readonly appSKey: Key;
}

/** Keys as 16 bytes or 32 hexadecimal digits each. */
export type SessionKeyMaterial<T = Uint8Array | string> =
  | { nwkSKey: T; appSKey: T }
  | { fNwkSIntKey: T; sNwkSIntKey: T; nwkSEncKey: T; appSKey: T };

export function importSessionKeys(material: SessionKeyMaterial): SessionKeys {
  const appSKey = importKey(material.appSKey);
  if ("nwkSKey" in material) {
    const nwkSKey = importKey(material.nwkSKey);
    return {
      isVersion11: false,
      fNwkSIntKey: nwkSKey,
      sNwkSIntKey: nwkSKey,
      nwkSEncKey: nwkSKey,
      appSKey,
    };
  }
  return {
    isVersion11: true,
    fNwkSIntKey: importKey(material.fNwkSIntKey),
    sNwkSIntKey: importKey(material.sNwkSIntKey),
    nwkSEncKey: importKey(material.nwkSEncKey),
    appSKey,
  };
}

/** The keys as hexadecimal text, to be sealed and kept. */
export function exportSessionKeys(keys: SessionKeys): SessionKeyMaterial<string> {
  const text = (key: Key) => key.bytes.toString("hex");
  return keys.isVersion11
    ? {
        fNwkSIntKey: text(keys.fNwkSIntKey),
        sNwkSIntKey: text(keys.sNwkSIntKey),
        nwkSEncKey: text(keys.nwkSEncKey),
        appSKey: text(keys.appSKey),
      }
    : { nwkSKey: text(keys.fNwkSIntKey), appSKey: text(keys.appSKey) };
}
