export { type Collected, type Copy, Deduplication } from "./deduplication.ts";
export { type MessageSeal, messageSeal } from "./message-seal.ts";
export {
  type Datagram,
  type HeardPacket,
  readDatagram,
  writePullAck,
  writePullResp,
  writePushAck,
} from "./semtech-udp.ts";
