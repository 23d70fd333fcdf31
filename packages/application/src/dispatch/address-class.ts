import { BlockList, isIPv6 } from "node:net";

/** Networks that a customer's webhook must not reach (IANA special-purpose address registries, RFC 6890). */
const refused = new BlockList();
for (const [network, prefix] of [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const)
  refused.addSubnet(network, prefix, "ipv4");
/** Of IPv6, only global unicast is public; in it, these are not: documentation, 6to4, Teredo. */
const globalUnicast = new BlockList();
globalUnicast.addSubnet("2000::", 3, "ipv6");
for (const [network, prefix] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
] as const)
  refused.addSubnet(network, prefix, "ipv6");

/** Whether an IP address lies in the public internet. */
export function isPublicAddress(address: string): boolean {
  if (!isIPv6(address)) return !refused.check(address, "ipv4");
  return globalUnicast.check(address, "ipv6") && !refused.check(address, "ipv6");
}
