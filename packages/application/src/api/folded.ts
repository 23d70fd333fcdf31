/** A text as it is searched: without case and diacritics, so that "muller" finds "Müller". */
export function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("ß", "ss");
}

/** A text as it is sorted: folded, with numbers by their value, so that A-2 comes before A-10. */
export function sortable(text: string): string {
  return folded(text).replace(/\d+/g, (digits) => {
    const number = digits.replace(/^0+(?=\d)/, "");
    // How many digits it has comes first: more digits are a greater number.
    return String.fromCharCode(0x30 + Math.min(number.length, 0x40)) + number;
  });
}
