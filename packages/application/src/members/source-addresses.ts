import { BlockList, isIP } from "node:net";
import { addressOf } from "../api/address.ts";
import { type FieldProblem, refuseFields } from "../refusal.ts";

export const mostSourceAddresses = 50;

interface Network {
  address: string;
  family: "ipv4" | "ipv6";
  prefix: number;
}

/** Throws a 422 refusal that names each text that is neither an address nor a network. */
export function checkSourceAddresses(texts: readonly string[]): void {
  const problems: FieldProblem[] = [];
  for (const [index, text] of texts.entries())
    if (!networkOf(text))
      problems.push({
        field: `sourceAddresses[${index}]`,
        message: "must be an IPv4 or IPv6 address, or a network such as 192.0.2.0/24 or 2001:db8::/32",
      });
  refuseFields(problems);
}

const lists = new WeakMap<readonly string[], { ipv4: BlockList; ipv6: BlockList }>();

/** Whether the address lies in one of the networks; where none is given, every address does. */
export function isAllowedSource(sources: readonly string[], address: string): boolean {
  if (sources.length === 0) return true;
  const family = { 0: undefined, 4: "ipv4", 6: "ipv6" }[isIP(address)] as "ipv4" | "ipv6" | undefined;
  if (!family) return false;
  let networks = lists.get(sources);
  if (!networks) {
    // One list a family: a list of both takes ::/0 as if it were all of IPv4, too.
    networks = { ipv4: new BlockList(), ipv6: new BlockList() };
    for (const network of sources.map(networkOf))
      if (network) networks[network.family].addSubnet(network.address, network.prefix, network.family);
    lists.set(sources, networks);
  }
  return networks[family].check(address, family);
}

/** IPv4 in IPv6's dress (`::ffff:192.0.2.0/120`) is taken as the IPv4 that it is. */
function networkOf(text: string): Network | undefined {
  const [, given = "", length] = /^([0-9a-fA-F:.]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const address = addressOf(given);
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address) as 0 | 4 | 6];
  if (bits === 0) return undefined;
  const isMapped = bits === 32 && isIP(given) === 6;
  const prefix = length === undefined ? bits : Number(length) - (isMapped ? 96 : 0);
  if (prefix < 0 || prefix > bits) return undefined;
  return { address, family: bits === 32 ? "ipv4" : "ipv6", prefix };
}
