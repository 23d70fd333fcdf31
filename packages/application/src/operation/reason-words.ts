const longest = 300;

/**
 * Why something failed, for operators: without what may be a customer's. Addresses, names in quotes, long numbers and
 * whatever looks like a token are left out; what is left is about the machinery.
 */
export function reasonWithoutContent(text: string): string {
  const words = text
    .replace(/[^\s@<>"'()]+@[^\s@<>"'(),;:]+/g, "<address>")
    .replace(/\bhttps?:\/\/[^\s"'<>)]+/g, "<web address>")
    .replace(/"[^"\n]{0,200}"|'[^'\n]{0,200}'|“[^”\n]{0,200}”/g, "<…>")
    .replace(/\b(?=[\w-]*\d)[\w-]{16,}\b/g, "<…>")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > longest ? `${words.slice(0, longest - 1)}…` : words;
}
