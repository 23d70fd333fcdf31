import type { UplinkMessage } from "@refill/protocol";
import { initialLevel, type Observation, observe, type Reading } from "@refill/replenishment";
import { decode, type Measurement } from "@refill/sensors";
import type { AccountChange } from "../accounts/account-change.ts";
import type { Level, StorageLocation } from "../accounts/records.ts";
import { receiveSeen } from "../orders/order-service.ts";
import { reorderIfNeeded } from "../orders/reorder.ts";
import { newest, noteDevice } from "./device-state.ts";

export type IngestOutcome = "stored" | "duplicate" | "device-unknown" | `payload-${string}`;

/**
 * Takes one message into account: device state, level, measurement, refill seen, reorder. A message that was taken
 * before changes nothing, so a batch may come again.
 */
export function ingest(change: AccountChange, message: UplinkMessage): IngestOutcome {
  const device = change.get("device", message.deviceId);
  if (!device) return "device-unknown";
  const before = change.get("deviceState", device.id);
  if (before && message.sequence <= before.lastSequence) return "duplicate";
  const decoded = decode(device.profile, message.fPort, Buffer.from(message.payload, "base64"));
  const measurement = "measurement" in decoded ? decoded.measurement : undefined;
  noteDevice(change, device, message, measurement);
  if (!measurement) return `payload-${(decoded as { refused: string }).refused}`;
  const location = locationOf(change, device.id);
  if (location) measure(change, location, message, measurement);
  return "stored";
}

function locationOf(change: AccountChange, deviceId: string): StorageLocation | undefined {
  const id = change.base.locationByDevice.get(deviceId);
  return id === undefined ? undefined : change.get("location", id);
}

function measure(
  change: AccountChange,
  location: StorageLocation,
  message: UplinkMessage,
  measurement: Measurement,
): void {
  const at = Math.round(message.receivedAt);
  const before = change.get("level", location.id);
  const { distanceMm, weightGrams, present, tilted, button, temperatureC } = measurement;
  const fault = measurement.distanceFault ?? measurement.weightFault;
  const { batteryPercent, rssiDbm, snrDb, isBatteryLow } = change.get("deviceState", message.deviceId)!;
  const reading: Reading = {
    at,
    sensor: message.deviceId,
    distanceMm,
    weightGrams,
    present,
    fault,
    tilted,
    temperatureC: needsTemperature(location) ? temperatureC : undefined,
    batteryLow: isBatteryLow,
    button,
  };
  const observation = observe(
    before?.state ?? initialLevel(),
    location.geometry,
    location.deviceIds,
    reading,
  );
  const { level, change: moved } = observation;
  const next = nextLevel(location, before, observation, at, button !== undefined);
  const measuredAt = level ? newest(at, before?.measuredAt, change.at) : next.measuredAt;
  change.put("level", { ...next, measuredAt });
  const consumption = moved?.kind === "withdrawal" ? moved.pieces : 0;
  const receipts = (moved?.kind === "refill" ? moved.pieces : 0) + (before?.restocked ?? 0);
  change.measurements.push({
    deviceId: message.deviceId,
    sequence: message.sequence,
    locationId: location.id,
    at,
    content: {
      onHand: level?.onHand ?? null,
      ...(level ? { confidence: Math.round(level.confidence * 100) / 100 } : {}),
      distanceMm: distanceMm ?? null,
      fault: fault ?? null,
      ...(weightGrams === undefined ? {} : { weightGrams }),
      ...(present === undefined ? {} : { present }),
      ...(button === undefined ? {} : { button }),
      ...(temperatureC === undefined ? {} : { temperatureC }),
      ...(batteryPercent === null ? {} : { batteryPercent }),
      rssiDbm,
      snrDb,
      ...(consumption > 0 ? { consumption } : {}),
      ...(receipts > 0 ? { receipts } : {}),
    },
  });
  if (moved?.kind === "refill") receiveSeen(change, location.id, moved.pieces, at);
  reorderIfNeeded(change, location, at);
}

function needsTemperature({ geometry }: StorageLocation): boolean {
  return "correctsByTemperature" in geometry && geometry.correctsByTemperature === true;
}

function nextLevel(
  location: StorageLocation,
  before: Level | undefined,
  { state, level, change }: Observation,
  at: number,
  hasSignal: boolean,
): Level {
  const held = before?.heldAt ?? null;
  return {
    id: location.id,
    state,
    measuredAt: level ? at : (before?.measuredAt ?? null),
    unknownSince: level ? null : (before?.unknownSince ?? (before?.state.onHand != null ? at : null)),
    heldAt: change ? null : held,
    ...(hasSignal || before?.hasSignal ? { hasSignal: true } : {}),
    ...(before?.reviewedAt === undefined ? {} : { reviewedAt: before.reviewedAt }),
    ...(before?.nextReviewAt === undefined ? {} : { nextReviewAt: before.nextReviewAt }),
  };
}
