import {
  type DevAddr,
  type DevEui,
  deriveSessionKeys,
  importKey,
  importSessionKeys,
  type JoinEui,
  type Key,
  parseFrame,
  readJoinAccept,
  resolveCounter,
  type SessionKeys,
  verifyDownlink,
  writeDataFrame,
  writeJoinRequest,
} from "@refill/lorawan";

/** What must outlive a restart: a device that forgot its counters would be refused. */
export interface RadioMemory {
  devNonce: number;
  session?: { devAddr: string; nwkSKey: string; appSKey: string; up: number; down: number };
}

const spentFrames = 64;
const spentNonces = 8;

/** The radio of a LoRaWAN 1.0.x device: its keys, its session, its counters. No clock and no I/O. */
export class SensorRadio {
  readonly devEui: string;
  readonly #joinEui: string;
  readonly #appKey: Key;
  #devNonce: number;
  #session: { devAddr: DevAddr; keys: SessionKeys; up: number; down: number | undefined } | undefined;

  constructor(
    device: { devEui: string; joinEui: string; appKey: string },
    memory: RadioMemory = { devNonce: 0 },
  ) {
    this.devEui = device.devEui;
    this.#joinEui = device.joinEui;
    this.#appKey = importKey(device.appKey);
    const { session } = memory;
    // What was remembered may be some frames old: skip ahead, never back.
    this.#devNonce = memory.devNonce === 0 ? 0 : memory.devNonce + spentNonces;
    if (session)
      this.#session = {
        devAddr: session.devAddr as DevAddr,
        keys: importSessionKeys(session),
        up: session.up + spentFrames,
        down: session.down < 0 ? undefined : session.down,
      };
  }

  get isJoined(): boolean {
    return this.#session !== undefined;
  }

  /** Counter of the next uplink. */
  get nextUp(): number {
    return this.#session?.up ?? 0;
  }

  /** A new request with a DevNonce that was never used. The session lasts until the accept is heard. */
  joinRequest(): Buffer {
    this.#devNonce = (this.#devNonce + 1) & 0xffff;
    return writeJoinRequest(
      { joinEui: this.#joinEui as JoinEui, devEui: this.devEui as DevEui, devNonce: this.#devNonce },
      this.#appKey,
    );
  }

  uplink(fPort: number, payload: Buffer, confirmed = false): Buffer {
    const session = this.#session;
    if (!session) throw new Error(`${this.devEui} has not joined`);
    return writeDataFrame(
      { direction: "up", confirmed, devAddr: session.devAddr, fCnt: session.up++, adr: true, fPort, payload },
      session.keys,
    );
  }

  /** What a frame in a receive window meant to this device; undefined when it was not for it. */
  hear(bytes: Buffer): "joined" | "acknowledged" | "downlink" | undefined {
    const parsed = parseFrame(bytes);
    if ("rejected" in parsed) return undefined;
    if (parsed.kind === "join-accept") return this.#accept(bytes);
    const session = this.#session;
    if (parsed.kind !== "data-down" || !session || parsed.frame.devAddr !== session.devAddr) return undefined;
    const counter = resolveCounter(session.down, parsed.frame.fCnt16);
    if ("rejected" in counter || counter.kind === "repeat") return undefined;
    const verified = verifyDownlink(parsed.frame, session.keys.nwkSKey, counter.fCnt);
    if ("rejected" in verified) return undefined;
    session.down = counter.fCnt;
    return verified.ack ? "acknowledged" : "downlink";
  }

  #accept(bytes: Buffer): "joined" | undefined {
    const accept = readJoinAccept(bytes, this.#appKey);
    if ("rejected" in accept) return undefined;
    const { joinNonce, netId, devAddr } = accept;
    const keys = deriveSessionKeys(this.#appKey, { joinNonce, netId, devNonce: this.#devNonce });
    this.#session = { devAddr, keys, up: 0, down: undefined };
    return "joined";
  }

  memory(): RadioMemory {
    const session = this.#session;
    return {
      devNonce: this.#devNonce,
      ...(session
        ? {
            session: {
              devAddr: session.devAddr,
              nwkSKey: session.keys.nwkSKey.bytes.toString("hex"),
              appSKey: session.keys.appSKey.bytes.toString("hex"),
              up: session.up,
              down: session.down ?? -1,
            },
          }
        : {}),
    };
  }
}
