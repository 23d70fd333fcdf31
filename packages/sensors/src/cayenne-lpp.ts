/**
 * Cayenne LPP, which the firmware of many devices speaks: a row of (channel, type, value), big-endian; the type is the
 * number of an IPSO object less 3200, and fixes the value's length.
 * Sources: myDevices, "Cayenne Low Power Payload" (https://github.com/myDevicesIoT/CayenneLPP, README) for digital and
 * analog input, presence, temperature and the frame; https://github.com/ElectronicCats/CayenneLPP (src/CayenneLPP.h) for
 * distance and the lengths of the later types; load (IPSO 3322: 3 bytes, signed, 0.001 kg) as in
 * https://github.com/smlng/pycayennelpp (cayennelpp/lpp_type.py).
 *
 * The format does not say what a value is of. Taken are distance (130), load (122), presence (102), and a digital input
 * (0) as the contact of a presence sensor where no presence stands beside it; temperature (103) as the sensor's own.
 * An analog input has no unit, a voltage or percentage need not be the battery's: they are passed over. When several
 * channels tell of one kind, the lowest counts, but loads are added up: they are the cells of one scale.
 */
import { onlyFields, whole } from "./encodable.ts";
import type { Decoded, Encoded, Measurement } from "./measurement.ts";
import type { Profile } from "./profile.ts";

/** Of the payloads that are written here. */
const CHANNEL = 1;
const DIGITAL_INPUT = 0;
const PRESENCE = 102;
const TEMPERATURE = 103;
const LOAD = 122;
const DISTANCE = 130;

/** Type → bytes of its value. */
const lengths: Readonly<Record<number, number>> = {
  [DIGITAL_INPUT]: 1,
  1: 1, // digital output
  2: 2, // analog input
  3: 2, // analog output
  100: 4, // generic sensor
  101: 2, // luminosity
  [PRESENCE]: 1,
  [TEMPERATURE]: 2,
  104: 1, // relative humidity
  113: 6, // accelerometer
  115: 2, // barometric pressure
  116: 2, // voltage
  117: 2, // current
  118: 4, // frequency
  120: 1, // percentage
  121: 2, // altitude
  [LOAD]: 3,
  125: 2, // concentration
  128: 2, // power
  [DISTANCE]: 4,
  131: 4, // energy
  132: 2, // direction
  133: 4, // unix time
  134: 6, // gyrometer
  135: 3, // colour
  136: 9, // GPS
  142: 1, // switch
};
const rangeMm = { minimum: 1, maximum: 50_000 };
const NO_DISTANCE = 0xffffffff;
const rangeC = { minimum: -55, maximum: 125 };
/** Grams; a value at either end is one that did not fit. */
const MOST_GRAMS = 0x7fffff;
const LEAST_GRAMS = -0x800000;

/** By type, the value of each channel; a channel that comes twice tells the later one. */
type Values = Map<number, Map<number, number>>;

function decode(bytes: Uint8Array): Decoded {
  if (bytes.length === 0) return { refused: "empty" };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const values: Values = new Map();
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return { refused: "truncated" };
    const channel = bytes[at]!;
    const type = bytes[at + 1]!;
    const length = lengths[type];
    if (length === undefined) return { refused: "unknown-channel" };
    const from = at + 2;
    at = from + length;
    if (at > bytes.length) return { refused: "truncated" };
    const value = valueAt(view, type, from);
    if (value === undefined) continue;
    if ((type === PRESENCE || type === DIGITAL_INPUT) && value > 1) return { refused: "invalid-value" };
    if (!values.has(type)) values.set(type, new Map());
    values.get(type)!.set(channel, value);
  }
  const measurement = measurementOf(values);
  return Object.keys(measurement).length === 0 ? { refused: "not-a-reading" } : { measurement };
}

function valueAt(view: DataView, type: number, at: number): number | undefined {
  switch (type) {
    case DIGITAL_INPUT:
    case PRESENCE:
      return view.getUint8(at);
    case TEMPERATURE:
      return view.getInt16(at) / 10;
    case LOAD:
      return view.getInt8(at) * 0x10000 + view.getUint16(at + 1);
    case DISTANCE:
      return view.getUint32(at);
    default:
      return undefined;
  }
}

function measurementOf(values: Values): Measurement {
  const measurement: Measurement = {};
  const distance = ofLowestChannel(values.get(DISTANCE));
  if (distance === 0 || distance === NO_DISTANCE) measurement.distanceFault = "sentinel";
  else if (distance !== undefined && distance > rangeMm.maximum) measurement.distanceFault = "out-of-range";
  else if (distance !== undefined) measurement.distanceMm = distance;
  const loads = [...(values.get(LOAD)?.values() ?? [])];
  if (loads.some((grams) => grams === MOST_GRAMS || grams === LEAST_GRAMS))
    measurement.weightFault = "out-of-range";
  else if (loads.length > 0) measurement.weightGrams = loads.reduce((sum, grams) => sum + grams, 0);
  const present = ofLowestChannel(values.get(PRESENCE)) ?? ofLowestChannel(values.get(DIGITAL_INPUT));
  if (present !== undefined) measurement.present = present === 1;
  const temperature = ofLowestChannel(values.get(TEMPERATURE));
  if (temperature !== undefined && temperature >= rangeC.minimum && temperature <= rangeC.maximum)
    measurement.temperatureC = temperature;
  return measurement;
}

function ofLowestChannel(channels: ReadonlyMap<number, number> | undefined): number | undefined {
  return channels?.get(Math.min(...channels.keys()));
}

function encode(measurement: Measurement): Encoded {
  onlyFields("Cayenne LPP", measurement, [
    "distanceMm",
    "distanceFault",
    "weightGrams",
    "weightFault",
    "present",
    "temperatureC",
  ]);
  const { distanceFault, weightFault, present, temperatureC } = measurement;
  const distance =
    distanceFault === undefined
      ? measurement.distanceMm
      : distanceFault === "out-of-range"
        ? rangeMm.maximum + 1
        : NO_DISTANCE;
  const grams = weightFault === undefined ? measurement.weightGrams : MOST_GRAMS;
  const bytes: number[] = [];
  const put = (type: number, value: number) => {
    const length = lengths[type]!;
    bytes.push(CHANNEL, type);
    for (let shift = (length - 1) * 8; shift >= 0; shift -= 8) bytes.push((value >>> shift) & 0xff);
  };
  if (distance !== undefined) {
    if (distanceFault === undefined) whole("distanceMm", distance, rangeMm.maximum, rangeMm.minimum);
    put(DISTANCE, distance);
  }
  if (grams !== undefined) {
    if (weightFault === undefined) whole("weightGrams", grams, MOST_GRAMS - 1, LEAST_GRAMS + 1);
    put(LOAD, grams);
  }
  if (present !== undefined) put(PRESENCE, present ? 1 : 0);
  if (temperatureC !== undefined) {
    if (!(temperatureC >= rangeC.minimum && temperatureC <= rangeC.maximum))
      throw new RangeError(`temperatureC must be from ${rangeC.minimum} to ${rangeC.maximum}`);
    put(TEMPERATURE, Math.round(temperatureC * 10));
  }
  return { fPort: 1, bytes: Uint8Array.from(bytes) };
}

export const cayenneLpp: Profile = {
  name: "cayenne-lpp",
  manufacturer: "any",
  model: "Cayenne LPP",
  measures: ["distance", "weight", "presence"],
  fPort: 1,
  takesAnyPort: true,
  rangeMm,
  decode,
  encode,
  // The format is of readings only.
  settings: [],
};
