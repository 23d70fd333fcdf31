import { batteryPercent, dataRateName, eirpDbm, tellCommand } from "@refill/lorawan";
import type { DeviceSession } from "@refill/protocol";
import type { Device } from "../devices/device.ts";
import { channelsOf, type MacState } from "../mac/mac-state.ts";

/** What people see of a device's LoRaWAN side. */
export function deviceFacts(device: Device): DeviceSession {
  const { session, settings, status } = device;
  return {
    deviceId: device.deviceId,
    joinedAt: device.joinedAt,
    devAddr: session?.devAddr ?? null,
    lastUplinkAt: device.lastUplinkAt,
    overwritten: device.overwritten,
    undelivered: device.storedBefore - 1 - device.deliveredSequence,
    regionName: settings.regionName,
    macVersion: settings.macVersion,
    activation: settings.activation,
    deviceClass: settings.deviceClass,
    allowsCounterReset: settings.allowsCounterReset,
    counterResets: device.counterResets,
    frameCounterUp: session?.queuedUp ?? null,
    frameCounterDown: session ? session.nextDown : null,
    radio: session?.queuedUp === undefined ? null : radioFacts(device, session.mac),
    status: status
      ? {
          batteryPercent:
            status.battery === 0 || status.battery === 255 ? null : batteryPercent(status.battery),
          isExternallyPowered: status.battery === 0,
          marginDb: status.marginDb,
          at: status.at,
        }
      : null,
    radioSettings: settings.radio,
  };
}

function radioFacts({ region, session }: Device, mac: MacState) {
  const rate = region.dataRates[mac.dataRate];
  const rx2Rate = region.dataRates[mac.rx2.dataRate];
  const isOn = (index: number) => ((mac.channelMasks[index >> 4] ?? 0) >> (index & 15)) & 1;
  return {
    dataRate: rate ? dataRateName(rate) : `data rate ${mac.dataRate}`,
    eirpDbm: eirpDbm(region, mac.txPower),
    transmissions: mac.transmissions,
    channelsMhz: channelsOf(region, mac).flatMap((channel, index) =>
      channel && isOn(index) ? [channel.frequencyHz / 1_000_000] : [],
    ),
    rxDelaySeconds: mac.rxDelaySeconds,
    rx1DataRateOffset: mac.rx1DataRateOffset,
    rx2: `${mac.rx2.frequencyHz / 1_000_000} MHz ${rx2Rate ? dataRateName(rx2Rate) : ""}`.trim(),
    mode: mac.mode,
    lossShare: session?.history.lossShare() ?? 0,
    asked: mac.asked.map((command) => tellCommand("down", command)),
  };
}
