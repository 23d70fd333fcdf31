import { isIP, isIPv6 } from "node:net";

/**
 * The address from which a request came, as people write it: an IPv4 address without its IPv6 dress, no zone. What is no
 * address at all (a proxy's word that nobody checked) is "unknown".
 */
export function addressOf(ip: string): string {
  const plain = ip.replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(plain)?.[1] ?? plain;
  return isIP(mapped) === 0 ? "unknown" : mapped.toLowerCase();
}

/** What is counted as one place: an IPv4 address, or the /64 network that one subscriber has of IPv6. */
export function placeOf(address: string): string {
  if (!isIPv6(address)) return address;
  const [head = "", tail] = address.split("::");
  const groups = (text: string) => (text === "" ? [] : text.split(":"));
  const before = groups(head);
  const after = groups(tail ?? "");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => "0"), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ""))
    .join(":")}::/64`;
}
