/**
 * Puts the values of a statement's parameters into its text: whole numbers for `$1`, arrays of whole numbers, times,
 * UUIDs and bytes for `$1::type[]`. Throws RangeError for any other value, so that nothing needs escaping.
 */
export function inlined(text: string, values: readonly unknown[]): string {
  return text.replace(/\$(\d+)(::\w+\[\])?/g, (_found, number: string, type: string | undefined) => {
    const value = values[Number(number) - 1];
    if (type === undefined) return scalar(value);
    return `'{${(value as readonly unknown[]).map(element).join(",")}}'${type}`;
  });
}

function scalar(value: unknown): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw new RangeError("only a whole number can stand in a statement's text");
}

function element(value: unknown): string {
  if (value === null) return "NULL";
  if (Buffer.isBuffer(value)) return `"\\\\x${value.toString("hex")}"`;
  if (typeof value === "string" && /^[\w:.+-]+$/.test(value)) return value;
  return scalar(value);
}
