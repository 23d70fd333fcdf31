import type { Random } from "./random.ts";

/** Who supplies what, on what terms; times in real days, as the product reckons them. */
export interface PlannedSupplier {
  id: string;
  name: string;
  leadTimeDays: number;
  dispatch: { kind: "email"; address: string } | { kind: "webhook"; url: string };
  webhookSecret?: string;
  calendar?: { timeZone: string; orderingDays: number[]; cutOff: string | null; holidays: string[] };
  minimumOrderValue?: number;
  collectionMinutes?: number;
  approvalAbove?: number;
  chaseAfterDays?: number;
}

export interface PlannedPart {
  id: string;
  number: string;
  name: string;
  unit: string;
  weightGrams?: number;
  needsApproval?: boolean;
  /** By priority. */
  supplies: {
    supplierId: string;
    partNumber?: string;
    prices?: { fromQuantity: number; price: number }[];
    packSize: number;
    minimumOrderQuantity: number;
    orderMultiple?: number;
    leadTimeDays?: number;
  }[];
}

type Terms = Omit<Partial<PlannedSupplier>, "id" | "name" | "dispatch">;
const suppliers: readonly (readonly [string, string, Terms])[] = [
  ["Keller Fasteners", "keller-fasteners", { chaseAfterDays: 2 }],
  ["Nordlicht Seals", "nordlicht-seals", {}],
  ["Rovato Bearings", "rovato", { approvalAbove: 2_500 }],
  ["Brandt Electric", "brandt-electric", { minimumOrderValue: 250, collectionMinutes: 3 }],
  ["SafeHands Supply", "safehands", {}],
  ["Viktoria Pneumatics", "viktoria", { chaseAfterDays: 3 }],
];
/** Has much of what the others have, for more money; takes orders on working days only. */
const wholesaler = {
  name: "Alpina Wholesale",
  domain: "alpina-wholesale",
  calendar: { timeZone: "Europe/Berlin", orderingDays: [1, 2, 3, 4, 5], cutOff: "15:30", holidays: [] },
};

/** Name, unit, supplier (index), what a container or bin holds, grams and price of a piece. */
const goods: readonly (readonly [string, string, number, number, number, number])[] = [
  ["Hexagon screw M6x20 8.8 zinc", "pcs", 0, 200, 5.6, 0.045],
  ["Hexagon screw M8x25 8.8 zinc", "pcs", 0, 150, 12.3, 0.08],
  ["Hexagon screw M10x40 10.9", "pcs", 0, 80, 32, 0.21],
  ["Socket screw M5x16 12.9", "pcs", 0, 250, 3.1, 0.06],
  ["Hexagon nut M8 A2", "pcs", 0, 400, 5.2, 0.07],
  ["Washer 8.4 A2", "pcs", 0, 500, 2.1, 0.03],
  ["Threaded rod M12x1000", "pcs", 0, 20, 710, 2.9],
  ["Blind rivet 4x10", "pcs", 0, 500, 1.4, 0.02],
  ["O-ring 24x3 NBR", "pcs", 1, 100, 1.6, 0.12],
  ["O-ring 40x4 FKM", "pcs", 1, 50, 4.1, 0.95],
  ["Shaft seal 30x47x7", "pcs", 1, 40, 28, 2.4],
  ["Flat gasket DN50", "pcs", 1, 50, 17, 0.65],
  ["Ball bearing 6204-2RS", "pcs", 2, 24, 106, 3.2],
  ["Ball bearing 6306-2RS", "pcs", 2, 12, 346, 6.8],
  ["Needle bearing HK2016", "pcs", 2, 30, 21, 1.9],
  ["Linear guide carriage 20", "pcs", 2, 8, 290, 62],
  ["Cable tie 200x4.8 black", "pcs", 3, 500, 1.3, 0.035],
  ["Crimp terminal 6.3", "pcs", 3, 300, 0.9, 0.06],
  ["Contactor 24 V 9 A", "pcs", 3, 10, 260, 18],
  ["Proximity sensor M12", "pcs", 3, 10, 32, 24.5],
  ["Terminal block 2.5 mm²", "pcs", 3, 100, 8, 0.55],
  ["Nitrile gloves size 9", "boxes", 4, 10, 640, 8.9],
  ["Safety glasses clear", "pcs", 4, 20, 26, 3.4],
  ["Ear plugs", "pairs", 4, 100, 2, 0.15],
  ["Cleaning wipes roll", "rolls", 4, 6, 1_900, 14.5],
  ["Push-in fitting G1/4-8", "pcs", 5, 40, 19, 1.35],
  ["Pneumatic hose 8x1.25", "m", 5, 50, 42, 0.9],
  ["Cylinder seal kit 50", "sets", 5, 10, 55, 11.8],
];
/** By position in the list above. */
const needApproval = new Set([15]);
const alsoWholesale = new Set([0, 5, 12, 21]);
const firstWholesale = new Set([23]);
/** Sold in cartons of two packs. */
const inCartons = new Set([16]);

/** The suppliers and parts of a plant. `dice` gives the ids that were always there, forks of it the others. */
export function planGoods(dice: Random): { suppliers: PlannedSupplier[]; parts: PlannedPart[] } {
  const makers: PlannedSupplier[] = suppliers.map(([name, domain, terms]) => ({
    id: dice.uuid(),
    name,
    leadTimeDays: dice.pick([0.1, 0.15, 0.2]),
    dispatch: { kind: "email", address: `orders@${domain}.example` },
    ...terms,
  }));
  const { name, domain, calendar } = wholesaler;
  const trader: PlannedSupplier = {
    id: dice.fork("wholesaler").uuid(),
    name,
    leadTimeDays: 0.08,
    dispatch: { kind: "email", address: `orders@${domain}.example` },
    calendar,
  };
  const parts = goods.map(([partName, unit, supplier, packSize, weightGrams, price], index) => {
    const number = `${10 + supplier}-${String(1000 + index * 7)}`;
    const own = {
      supplierId: makers[supplier]!.id,
      partNumber: `${makers[supplier]!.name.slice(0, 3).toUpperCase()}-${4_100 + index * 13}`,
      prices: pricesOf(price, packSize),
      packSize,
      // Some sell no single pack.
      minimumOrderQuantity: index % 5 === 2 ? 2 * packSize : packSize,
      ...(inCartons.has(index) ? { orderMultiple: 2 * packSize } : {}),
    };
    const traded = {
      supplierId: trader.id,
      partNumber: `A${70_000 + index * 31}`,
      prices: [{ fromQuantity: 1, price: rounded(price * 1.18) }],
      packSize,
      minimumOrderQuantity: 0,
    };
    return {
      id: dice.uuid(),
      number,
      name: partName,
      unit,
      weightGrams,
      needsApproval: needApproval.has(index),
      supplies: firstWholesale.has(index) ? [traded, own] : alsoWholesale.has(index) ? [own, traded] : [own],
    };
  });
  return { suppliers: [...makers, trader], parts };
}

/** Cheaper from five packs on, and from twenty. */
function pricesOf(price: number, packSize: number): { fromQuantity: number; price: number }[] {
  return [
    { fromQuantity: 1, price },
    { fromQuantity: 5 * packSize, price: rounded(price * 0.93) },
    { fromQuantity: 20 * packSize, price: rounded(price * 0.86) },
  ];
}

function rounded(price: number): number {
  return Math.round(price * 1e4) / 1e4;
}
