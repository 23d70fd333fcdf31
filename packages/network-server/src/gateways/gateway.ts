import type { DataRate, Region, RegionName } from "@refill/lorawan";
import type { Airtime } from "../downlink/airtime.ts";
import type { UdpAddress } from "../processes/doors.ts";
import type { StationCredentials } from "./station/credentials.ts";

/** EUI of a gateway, 16 hexadecimal digits. */
export type GatewayEui = string;

/** What a gateway's protocol needs to send in the windows after a packet; read by the link that made it only. */
export type PacketContext =
  | { kind: "udp"; timestampMicros: number }
  | { kind: "station"; xtime: string; rctx: number }
  | { kind: "mqtt"; context: string };

/** One packet as a gateway heard it. */
export interface HeardPacket {
  bytes: Buffer;
  frequencyHz: number;
  dataRate: DataRate;
  rssiDbm: number;
  snrDb: number;
  context: PacketContext;
}

/** When a packet is to be sent. */
export type Timing =
  /** Seconds after the end of a packet that this gateway heard. */
  | { kind: "after"; context: PacketContext; delaySeconds: number }
  | { kind: "now" }
  /** GPS seconds: needs a gateway that knows the time. */
  | { kind: "gps"; gpsSeconds: number };

export interface PacketToSend {
  bytes: Buffer;
  frequencyHz: number;
  dataRate: DataRate;
  dataRateIndex: number;
  /** EIRP. */
  powerDbm: number;
  timing: Timing;
  /** When the sending begins, ms since 1970, and how long it lasts. */
  at: number;
  durationMs: number;
  /** 16 hexadecimal digits; some gateways want to know whom they send to. */
  devEui: string;
  deviceClass: "A" | "B" | "C";
}

/** Undefined: it was taken, or nothing was heard of it; else the gateway's own word, e.g. `TOO_LATE`. */
export type SendError = string | undefined;

/** The way to a gateway that is connected at this moment, in whatever protocol it speaks. */
export interface GatewayLink {
  readonly protocol: "semtech-udp" | "basics-station" | "chirpstack-mqtt";
  /** Whether it can send by GPS time. */
  readonly knowsGpsTime: boolean;
  /** `onResult` is called at most once. */
  send(packet: PacketToSend, onResult: (error: SendError) => void): void;
}

/** A registered gateway. Counts run ahead of the database by what was not flushed yet. */
export interface Gateway {
  readonly gatewayId: string;
  readonly accountId: string;
  readonly gatewayEui: GatewayEui;
  readonly region: Region;
  readonly regionName: RegionName;
  /** Fixed plans: the block of eight channels that it listens on; null: the second. */
  channelBlock: number | null;
  /** For Basics Station; undefined: never given any. */
  credentials: StationCredentials | undefined;
  link: GatewayLink | undefined;
  /** Where its latest PULL_DATA came from: the way for downlinks by Semtech UDP. */
  udpAddress: UdpAddress | null;
  lastSeenAt: number | null;
  uplinks: number;
  /** Of the uplinks, since the process began. */
  refused: number;
  downlinks: number;
  /** The counts above that are in the hours' table already. */
  written: { uplinks: number; refused: number; downlinks: number };
  /** Model, firmware or protocol version, as it says itself. */
  version: string | null;
  location: { latitude: number; longitude: number; altitudeMetres: number } | null;
  airtime: Airtime;
  isChanged: boolean;
}
