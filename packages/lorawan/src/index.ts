export { type ResolvedCounter, resolveCounter } from "./counter.ts";
export {
  type DataFrameContent,
  decryptPayload,
  importSessionKeys,
  type SessionKeys,
  type VerifiedDownlink,
  type VerifiedUplink,
  verifyDownlink,
  verifyUplink,
  writeDataFrame,
} from "./data-frame.ts";
export {
  type Direction,
  type FrameRefusal,
  type ParsedFrame,
  parseFrame,
  type UnverifiedDataFrame,
  type UnverifiedJoinRequest,
} from "./frame.ts";
export {
  type DevAddr,
  type DevEui,
  type JoinEui,
  parseDevAddr,
  parseDevEui,
  parseJoinEui,
} from "./identifiers.ts";
export {
  deriveSessionKeys,
  type JoinAccept,
  readJoinAccept,
  type VerifiedJoinRequest,
  verifyJoinRequest,
  writeJoinAccept,
  writeJoinRequest,
} from "./join.ts";
export { importKey, type Key } from "./key.ts";
export {
  channelList,
  type DataRate,
  dataRateOf,
  notationOf,
  type Region,
  type RegionName,
  regions,
  type SubBand,
} from "./region.ts";
