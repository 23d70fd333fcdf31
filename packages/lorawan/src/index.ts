export * from "./class-b.ts";
export {
  hasCountingDevNonce,
  type MacVersion,
  macVersions,
  maximumCounterGap,
  type ResolvedCounter,
  resolveCounter,
} from "./counter.ts";
export {
  type DataFrameContent,
  decryptFOpts,
  decryptPayload,
  type IntegrityContext,
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
  type UnverifiedRejoinRequest,
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
  isRejoinRequestOf,
  type JoinAccept,
  type JoinCause,
  type JoinContext,
  type RootKeys,
  readJoinAccept,
  type VerifiedJoinRequest,
  verifyJoinRequest,
  writeJoinAccept,
  writeJoinRequest,
  writeRejoinRequest,
} from "./join.ts";
export { importKey, type Key } from "./key.ts";
export {
  batteryPercent,
  type DownlinkCommand,
  readDownlinkCommands,
  readUplinkCommands,
  tellCommand,
  type UplinkCommand,
  writeDownlinkCommands,
  writeUplinkCommands,
} from "./mac-commands.ts";
export { deriveMulticastKeys, multicastKeyEncryptionKey } from "./multicast.ts";
export { type DeviceQrCode, readDeviceQrCode } from "./qr-code.ts";
export {
  type Channel,
  channelIndexOf,
  channelList,
  type DataRate,
  dataRateIndex,
  dataRateName,
  eirpDbm,
  gatewayEirpDbm,
  joinAcceptDelay1Seconds,
  loraDataRate,
  maximumMacPayload,
  type Region,
  receiveDelay1Seconds,
  rx1DataRate,
  rx1Frequency,
  type SubBand,
  subBandOf,
  timeOnAirMs,
} from "./region.ts";
export { type RegionName, regionNames, regions } from "./regions.ts";
export {
  exportSessionKeys,
  importSessionKeys,
  type SessionKeyMaterial,
  type SessionKeys,
} from "./session-keys.ts";
