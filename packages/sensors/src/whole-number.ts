/** @throws RangeError when `value` is no whole number from 0 to `maximum`. */
export function whole(name: string, value: number, maximum: number): number {
  if (!Number.isInteger(value) || value < 0 || value > maximum)
    throw new RangeError(`${name} must be a whole number from 0 to ${maximum}, not ${value}`);
  return value;
}
