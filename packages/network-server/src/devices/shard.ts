/**
 * Devices are divided into shards, and each shard has one owner among the network server's processes. A join request tells
 * its shard by the DevEUI; a data frame by the lowest bits of its address, which a joining device is given accordingly.
 */
export const shardCount = 16;

export function shardOfDevEui(devEui: string): number {
  // FNV-1a over the text: vendors number their devices consecutively, which the low digits alone would show.
  let hash = 0x811c9dc5;
  for (let index = 0; index < devEui.length; index++)
    hash = Math.imul(hash ^ devEui.charCodeAt(index), 0x01000193);
  return (hash >>> 16) % shardCount;
}

export function shardOfAddress(devAddr: string): number {
  return Number.parseInt(devAddr.slice(-1), 16) % shardCount;
}

/** A personalised device is found by its address only. */
export function shardOfDevice(device: { devEui: string; personalisedAddress: string | undefined }): number {
  return device.personalisedAddress === undefined
    ? shardOfDevEui(device.devEui)
    : shardOfAddress(device.personalisedAddress);
}
