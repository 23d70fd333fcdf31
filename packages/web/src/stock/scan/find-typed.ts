import type { Device, Location, Order, Part } from "../../api/client.ts";
import { t } from "../../language/language.ts";
import { inOrder } from "../../words.ts";

/** Something that may be meant by what was typed. */
export interface Found {
  id: string;
  to: "/locations/$id" | "/parts/$id" | "/devices/$id" | "/orders/$id";
  name: string;
  about: string;
}

const mostFound = 20;

/** What has this name or number: if something has it exactly, only that. */
export function findTyped(
  text: string,
  {
    locations,
    devices,
    orders,
    part,
  }: {
    locations: readonly Location[];
    devices: readonly Device[];
    orders: readonly Order[];
    part: ReadonlyMap<string, Part>;
  },
): Found[] {
  const wanted = text.trim().toLowerCase();
  const all: (Found & { words: string[] })[] = [
    ...locations.map(({ id, name, partId }) => ({
      id,
      to: "/locations/$id" as const,
      name,
      about: part.get(partId)?.name ?? "",
      words: [name],
    })),
    ...[...part.values()].map(({ id, number, name }) => ({
      id,
      to: "/parts/$id" as const,
      name: number,
      about: name,
      words: [number, name],
    })),
    ...devices.map(({ id, name, devEui }) => ({
      id,
      to: "/devices/$id" as const,
      name,
      about: devEui,
      words: [name, devEui],
    })),
    ...orders.map(({ id, number }) => ({
      id,
      to: "/orders/$id" as const,
      name: t("Order {number}", { number: String(number) }),
      about: "",
      words: [String(number)],
    })),
  ].map((each) => ({ ...each, words: each.words.map((word) => word.toLowerCase()) }));
  const exact = all.filter(({ words }) => words.includes(wanted));
  const found =
    exact.length > 0 ? exact : all.filter(({ words }) => words.some((word) => word.includes(wanted)));
  return found
    .sort((a, b) => inOrder(a.name, b.name))
    .slice(0, mostFound)
    .map(({ words: _words, ...each }) => each);
}
