/**
 * Messages of ChirpStack's gateway bridge and concentratord (protocol buffers `gw.*`, API version 4).
 * Source: chirpstack/chirpstack, api/proto/gw/gw.proto.
 */
import gw from "@chirpstack/chirpstack-api/gw/gw_pb.js";
import type { DataRate } from "@refill/lorawan";
import duration from "google-protobuf/google/protobuf/duration_pb.js";
import type { GatewayEui, HeardPacket, PacketToSend, SendError } from "../gateway.ts";
import type { GatewayFacts } from "../semtech-udp.ts";

/** A frame of 255 bytes with its metadata stays far below. */
export const longestMqttMessage = 64 * 1024;

export type MqttEvent =
  | { kind: "up"; gatewayEui: GatewayEui; packet: HeardPacket; knowsGpsTime: boolean }
  | { kind: "stats"; gatewayEui: GatewayEui; facts: GatewayFacts }
  | { kind: "ack"; gatewayEui: GatewayEui; downlinkId: number; error: SendError }
  | { kind: "conn"; gatewayEui: GatewayEui; isOnline: boolean }
  | { rejected: "mqtt-message" | "mqtt-topic" | "mqtt-gateway" | "packet-crc" | "packet-modulation" };

export interface MqttTopic {
  /** With its slash; empty where there is none. */
  prefix: string;
  gatewayEui: GatewayEui;
  what: string;
}

/** `<prefix>/gateway/<EUI>/event/<what>` or `…/state/<what>`. */
export function readTopic(topic: string): MqttTopic | undefined {
  const found = /^((?:[^/+#]{1,100}\/)?)gateway\/([0-9a-fA-F]{16})\/(?:event|state)\/([a-z]{1,20})$/.exec(
    topic,
  );
  return found ? { prefix: found[1]!, gatewayEui: found[2]!.toLowerCase(), what: found[3]! } : undefined;
}

/** Reads any bytes; never throws. */
export function readEvent(topic: MqttTopic, bytes: Buffer): MqttEvent {
  if (bytes.length > longestMqttMessage) return { rejected: "mqtt-message" };
  try {
    switch (topic.what) {
      case "up":
        return readUplink(topic, gw.UplinkFrame.deserializeBinary(bytes));
      case "stats":
        return readStats(topic, gw.GatewayStats.deserializeBinary(bytes));
      case "ack":
        return readAck(topic, gw.DownlinkTxAck.deserializeBinary(bytes));
      case "conn": {
        const state = gw.ConnState.deserializeBinary(bytes);
        return {
          kind: "conn",
          gatewayEui: topic.gatewayEui,
          isOnline: state.getState() === gw.ConnState.State.ONLINE,
        };
      }
      default:
        return { rejected: "mqtt-topic" };
    }
  } catch {
    return { rejected: "mqtt-message" };
  }
}

function readUplink({ gatewayEui }: MqttTopic, frame: gw.UplinkFrame): MqttEvent {
  const rx = frame.getRxInfo();
  const tx = frame.getTxInfo();
  const modulation = tx?.getModulation();
  if (!rx || !tx || !modulation) return { rejected: "mqtt-message" };
  // The broker keeps gateways to their own topics; a message of another's is not taken.
  if (rx.getGatewayId().toLowerCase() !== gatewayEui) return { rejected: "mqtt-gateway" };
  if (rx.getCrcStatus() === gw.CRCStatus.BAD_CRC) return { rejected: "packet-crc" };
  const dataRate = readDataRate(modulation);
  if (!dataRate) return { rejected: "packet-modulation" };
  const rssiDbm = rx.getRssi();
  const snrDb = rx.getSnr();
  if (!Number.isFinite(rssiDbm) || !Number.isFinite(snrDb)) return { rejected: "mqtt-message" };
  return {
    kind: "up",
    gatewayEui,
    knowsGpsTime: rx.hasTimeSinceGpsEpoch(),
    packet: {
      bytes: Buffer.from(frame.getPhyPayload_asU8()),
      frequencyHz: tx.getFrequency(),
      dataRate,
      rssiDbm,
      snrDb,
      context: { kind: "mqtt", context: rx.getContext_asB64() },
    },
  };
}

function readDataRate(modulation: gw.Modulation): DataRate | undefined {
  const lora = modulation.getLora();
  if (lora) {
    const spreadingFactor = lora.getSpreadingFactor();
    const isOne = spreadingFactor >= 5 && spreadingFactor <= 12;
    return isOne ? { modulation: "LORA", spreadingFactor, bandwidthHz: lora.getBandwidth() } : undefined;
  }
  const fsk = modulation.getFsk();
  if (fsk) return { modulation: "FSK", bitsPerSecond: fsk.getDatarate() };
  const hopping = modulation.getLrFhss();
  if (!hopping) return undefined;
  const codingRate = hopping.getCodeRate() === gw.CodeRate.CR_2_6 ? "1/3" : "2/3";
  return { modulation: "LR_FHSS", codingRate, widthHz: hopping.getOperatingChannelWidth() };
}

function readStats({ gatewayEui }: MqttTopic, stats: gw.GatewayStats): MqttEvent {
  const place = stats.getLocation();
  const metadata = new Map<string, string>();
  stats.getMetadataMap().forEach((value: string, key: string) => {
    metadata.set(key, value);
  });
  const words = ["model", "concentratord_version", "gateway_bridge_version", "hal_version"].flatMap(
    (key) => metadata.get(key) || [],
  );
  const isPlace = place && (place.getLatitude() !== 0 || place.getLongitude() !== 0);
  return {
    kind: "stats",
    gatewayEui,
    facts: {
      version: words.length > 0 ? words.join(", ").slice(0, 100) : undefined,
      location: isPlace
        ? {
            latitude: place.getLatitude(),
            longitude: place.getLongitude(),
            altitudeMetres: place.getAltitude(),
          }
        : undefined,
    },
  };
}

const errorNames = new Map(Object.entries(gw.TxAckStatus).map(([name, value]) => [value as number, name]));

function readAck({ gatewayEui }: MqttTopic, ack: gw.DownlinkTxAck): MqttEvent {
  const statuses = ack.getItemsList().map((item) => item.getStatus());
  const isSent = statuses.includes(gw.TxAckStatus.OK);
  const error = statuses.find((status) => status !== gw.TxAckStatus.IGNORED);
  return {
    kind: "ack",
    gatewayEui,
    downlinkId: ack.getDownlinkId(),
    error: isSent ? undefined : (errorNames.get(error ?? -1) ?? "INTERNAL_ERROR"),
  };
}

/** `gw.DownlinkFrame` with the one way that this server chose; undefined for a packet that another protocol heard. */
export function writeDownlinkFrame(
  gatewayEui: GatewayEui,
  downlinkId: number,
  packet: PacketToSend,
  codingRate: string,
): Uint8Array | undefined {
  const timing = writeTiming(packet);
  if (!timing) return undefined;
  const tx = new gw.DownlinkTxInfo();
  tx.setFrequency(packet.frequencyHz);
  tx.setPower(Math.round(packet.powerDbm));
  tx.setModulation(writeModulation(packet.dataRate, codingRate));
  tx.setTiming(timing);
  const heard = packet.timing.kind === "after" ? packet.timing.context : undefined;
  if (heard?.kind === "mqtt") tx.setContext(heard.context);
  const item = new gw.DownlinkFrameItem();
  item.setPhyPayload(new Uint8Array(packet.bytes));
  item.setTxInfo(tx);
  const frame = new gw.DownlinkFrame();
  frame.setDownlinkId(downlinkId);
  frame.setGatewayId(gatewayEui);
  frame.setGatewayIdLegacy(new Uint8Array(Buffer.from(gatewayEui, "hex")));
  frame.addItems(item);
  return frame.serializeBinary();
}

function writeTiming({ timing }: PacketToSend): gw.Timing | undefined {
  const written = new gw.Timing();
  if (timing.kind === "now") written.setImmediately(new gw.ImmediatelyTimingInfo());
  else if (timing.kind === "gps") {
    const gps = new gw.GPSEpochTimingInfo();
    gps.setTimeSinceGpsEpoch(durationOf(timing.gpsSeconds));
    written.setGpsEpoch(gps);
  } else {
    if (timing.context.kind !== "mqtt") return undefined;
    const delay = new gw.DelayTimingInfo();
    delay.setDelay(durationOf(timing.delaySeconds));
    written.setDelay(delay);
  }
  return written;
}

function durationOf(seconds: number) {
  const written = new duration.Duration();
  written.setSeconds(Math.floor(seconds));
  written.setNanos(Math.round((seconds % 1) * 1e9));
  return written;
}

function writeModulation(dataRate: DataRate, codingRate: string): gw.Modulation {
  const modulation = new gw.Modulation();
  if (dataRate.modulation === "LORA") {
    const lora = new gw.LoraModulationInfo();
    lora.setBandwidth(dataRate.bandwidthHz);
    lora.setSpreadingFactor(dataRate.spreadingFactor);
    lora.setCodeRateLegacy(codingRate);
    lora.setCodeRate(codingRate === "4/8LI" ? gw.CodeRate.CR_LI_4_8 : gw.CodeRate.CR_4_5);
    lora.setPolarizationInversion(true);
    lora.setNoCrc(true);
    modulation.setLora(lora);
  } else if (dataRate.modulation === "FSK") {
    const fsk = new gw.FskModulationInfo();
    fsk.setDatarate(dataRate.bitsPerSecond);
    fsk.setFrequencyDeviation(25_000);
    modulation.setFsk(fsk);
  }
  return modulation;
}
