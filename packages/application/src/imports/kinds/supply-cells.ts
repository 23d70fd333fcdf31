import type { PriceBreak } from "@refill/replenishment";
import type { AccountChange } from "../../accounts/account-change.ts";
import type { PartSupply } from "../../accounts/records.ts";
import type { PartInput } from "../../inventory/schema.ts";
import { type DecimalSign, readNumber } from "../cell-values.ts";
import { field, type ImportField } from "../fields.ts";
import type { CellValue } from "../import-kind.ts";
import type { LineReader } from "../line-reader.ts";
import { findSupplier } from "../references.ts";
import { given } from "./places.ts";

/** A part's suppliers in columns: by priority, each with its own number of the part, prices and quantities. */

const ranks = [1, 2, 3] as const;
type Rank = (typeof ranks)[number];
type Supply = NonNullable<PartInput["supplies"]>[number];
/** `price` of the first supplier, `price2` of the second. */
const nameOf = (name: string, rank: Rank) => (rank === 1 ? name : `${name}${rank}`);

export const supplyFields: readonly ImportField[] = [
  ...ranks.flatMap((rank) => {
    const of = (name: string, en: string, de: string, options: Parameters<typeof field>[3] = {}) => {
      const ranked = (word: string) => (rank === 1 ? word : `${word} ${rank}`);
      const { example: _example, exampleDe: _exampleDe, ...others } = options;
      const shown = rank === 1 ? options : others;
      return field(nameOf(name, rank), ranked(en), ranked(de), {
        ...shown,
        also: (options.also ?? []).map(ranked),
      });
    };
    return [
      of("supplier", "Supplier", "Lieferant", {
        also: ["vendor", "kreditor", "supplier name"],
        example: "Bolt Brothers",
        exampleDe: "Schrauben Schmidt GmbH",
      }),
      of("supplierPartNumber", "Supplier's part number", "Teilenummer des Lieferanten", {
        also: ["supplier part number", "vendor part number", "lieferantenartikelnummer", "bestellnummer"],
        example: "BB-M6X20",
        exampleDe: "SS-M6X20",
      }),
      of("price", "Price", "Preis", {
        also: ["prices", "unit price", "price breaks", "preise", "staffelpreise", "einzelpreis", "ek-preis"],
        example: "1: 0.06 | 1000: 0.045",
        exampleDe: "1: 0,06 | 1000: 0,045",
      }),
      of("packSize", "Pack size", "Verpackungseinheit", {
        value: "number",
        also: ["vpe", "ve", "packaging unit", "pack"],
        example: "100",
      }),
      of("minimumOrderQuantity", "Minimum order quantity", "Mindestbestellmenge", {
        value: "number",
        also: ["moq", "mbm", "mindestmenge"],
        example: "200",
      }),
      of("orderMultiple", "Order multiple", "Bestellvielfaches", { value: "number" }),
      of("leadTimeDays", "Lead time (days)", "Wiederbeschaffungszeit (Tage)", {
        value: "number",
        dimension: "days",
        also: ["lead time", "lieferzeit", "wbz", "delivery time"],
      }),
    ];
  }),
  field("supplies", "Suppliers (JSON)", "Lieferanten (JSON)", { also: ["supplies"] }),
];

/** What the part's supplies are with what the line says of them. */
export function suppliesOfLine(
  change: AccountChange,
  line: LineReader,
  known: readonly PartSupply[],
): Supply[] {
  const whole = line.json("supplies");
  if (whole !== undefined) return whole as Supply[];
  const supplies: Supply[] = known.map((supply) => ({ ...supply }));
  for (const rank of ranks) {
    const name = line.textOrNone(nameOf("supplier", rank));
    if (name === null) {
      // That one goes, and those behind it move up.
      supplies.splice(rank - 1);
      break;
    }
    const own = name === undefined ? undefined : findSupplier(change, name);
    if (name !== undefined && !own)
      line.refuse(
        nameOf("supplier", rank),
        "unknown-reference",
        "there is no supplier of this name: import suppliers first",
      );
    const before = supplies[rank - 1];
    const says = supplyOfLine(line, rank);
    if (name === undefined && !before) {
      const [said] = Object.keys(says);
      if (said)
        line.refuse(nameOf("supplier", rank), "missing", "is missing: whose price and quantities are these?");
      break;
    }
    if (name !== undefined && !own) continue;
    const isSame = own === undefined || own.id === before?.supplierId;
    supplies[rank - 1] = { ...(isSame ? before : {}), supplierId: own?.id ?? before!.supplierId, ...says };
  }
  return supplies.filter((supply) => supply !== undefined);
}

function supplyOfLine(line: LineReader, rank: Rank): Partial<Supply> {
  const number = (name: string) => line.number(nameOf(name, rank));
  return {
    ...given("partNumber", line.textOrNone(nameOf("supplierPartNumber", rank)) ?? undefined),
    ...given("prices", pricesOf(line, nameOf("price", rank))),
    ...given("packSize", number("packSize")),
    ...given("minimumOrderQuantity", number("minimumOrderQuantity")),
    ...given("orderMultiple", number("orderMultiple")),
    ...given("leadTimeDays", line.numberOrNone(nameOf("leadTimeDays", rank))),
  };
}

/** One price, or what a piece costs from each quantity on: `1: 0.06 | 1000: 0.045`. */
function pricesOf(line: LineReader, name: string): readonly PriceBreak[] | undefined {
  if (line.textOrNone(name) === null) return [];
  return line.value(
    name,
    (cell) => readPrices(cell, line.decimalSign),
    "is no price: write it like 0.06, or with quantities like 1: 0.06 | 1000: 0.045",
  );
}

export function readPrices(cell: string, sign: DecimalSign): PriceBreak[] | undefined {
  const asNumber = (text: string) => readNumber(text, { sign, dimension: undefined, factor: 1 });
  const breaks = cell.split(/[|;\n]/).map((part) => {
    const [quantity, price] = part.includes(":") || part.includes("=") ? part.split(/[:=]/) : ["1", part];
    return { fromQuantity: asNumber(quantity!), price: asNumber(price ?? "") };
  });
  if (breaks.some(({ fromQuantity, price }) => fromQuantity === undefined || price === undefined))
    return undefined;
  return (breaks as PriceBreak[]).sort((a, b) => a.fromQuantity - b.fromQuantity);
}

export function supplyCells(
  change: Pick<AccountChange, "get">,
  supplies: readonly PartSupply[],
): Record<string, CellValue> {
  const cells: Record<string, CellValue> = {};
  for (const [index, supply] of supplies.entries()) {
    const rank = ranks[index];
    if (rank === undefined) break;
    const { partNumber, prices, packSize, minimumOrderQuantity, orderMultiple, leadTimeDays } = supply;
    const [first, ...more] = prices;
    const own = {
      supplier: change.get("supplier", supply.supplierId)?.name ?? null,
      supplierPartNumber: partNumber || null,
      price: !first
        ? null
        : more.length === 0 && first.fromQuantity === 1
          ? first.price
          : prices.map(({ fromQuantity, price }) => `${fromQuantity}: ${price}`).join(" | "),
      packSize,
      minimumOrderQuantity,
      orderMultiple,
      leadTimeDays,
    };
    for (const [name, value] of Object.entries(own)) cells[nameOf(name, rank)] = value;
  }
  return cells;
}

/** `supplies[1].packSize` → `packSize2` */
export function supplyFieldOf(path: string): string {
  const [, index, own] = /^supplies(?:\[(\d+)\])?\.?(\w+)?/.exec(path) ?? [];
  const rank = ranks[Number(index ?? 0)] ?? 1;
  const name = own === "supplierId" ? "supplier" : own === "partNumber" ? "supplierPartNumber" : own;
  return nameOf(name === "prices" ? "price" : (name ?? "supplier"), rank);
}
