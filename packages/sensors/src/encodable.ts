import type { Measurement } from "./measurement.ts";

/** @throws RangeError when the measurement says something that a device of this model has no bytes for. */
export function onlyFields(model: string, measurement: Measurement, fields: readonly (keyof Measurement)[]) {
  for (const [field, value] of Object.entries(measurement)) {
    if (value !== undefined && !fields.includes(field as keyof Measurement))
      throw new RangeError(`a payload of ${model} has no place for ${field}`);
  }
}

/** @throws RangeError when `value` is no whole number from 0 (or `minimum`) to `maximum`. */
export function whole(name: string, value: number, maximum: number, minimum = 0): number {
  if (!Number.isInteger(value) || value < minimum || value > maximum)
    throw new RangeError(`${name} must be a whole number from ${minimum} to ${maximum}, not ${value}`);
  return value;
}
