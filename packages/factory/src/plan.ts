import type { MacVersion, RegionName } from "@refill/lorawan";
import { type Random, random } from "./random.ts";

/** A plant as `POST /api/v1/import` takes it; ids, EUIs and keys follow from the seed. */
export interface PlantPlan {
  sites: { id: string; name: string }[];
  suppliers: {
    id: string;
    name: string;
    leadTimeDays: number;
    dispatch: { kind: "email"; address: string } | { kind: "webhook"; url: string };
    webhookSecret?: string;
  }[];
  parts: {
    id: string;
    number: string;
    name: string;
    unit: string;
    supplierId: string;
    packSize: number;
    minimumOrderQuantity: number;
  }[];
  gateways: { id: string; gatewayEui: string; name: string; region?: RegionName }[];
  devices: {
    id: string;
    devEui: string;
    joinEui: string;
    /** Root key; a personalised device has its session instead. */
    appKey?: string;
    /** LoRaWAN 1.1. */
    nwkKey?: string;
    macVersion?: MacVersion;
    personalised?: { devAddr: string; nwkSKey: string; appSKey: string };
    region?: RegionName;
    radio?: object;
    name: string;
    profile: ProfileName;
  }[];
  locations: {
    id: string;
    siteId: string;
    name: string;
    partId: string;
    deviceId: string;
    geometry: PlannedGeometry;
    policy: { minimum: number; maximum: number };
  }[];
}
export type ProfileName = "milesight-em310-udl" | "dragino-llds12" | "milesight-ws101";
export type PlannedGeometry =
  | {
      kind: "containers";
      emptyDistanceMm: number;
      containerDepthMm: number;
      capacityContainers: number;
      piecesPerContainer: number;
    }
  | { kind: "fill-height"; emptyDistanceMm: number; fullDistanceMm: number; capacityPieces: number }
  | { kind: "button"; capacityPieces: number };

const supplierNames = [
  ["Keller Fasteners", "keller-fasteners"],
  ["Nordlicht Seals", "nordlicht-seals"],
  ["Rovato Bearings", "rovato"],
  ["Brandt Electric", "brandt-electric"],
  ["SafeHands Supply", "safehands"],
  ["Viktoria Pneumatics", "viktoria"],
] as const;

/** Name, unit, supplier (index), what a container or bin holds. */
const goods: readonly (readonly [string, string, number, number])[] = [
  ["Hexagon screw M6x20 8.8 zinc", "pcs", 0, 200],
  ["Hexagon screw M8x25 8.8 zinc", "pcs", 0, 150],
  ["Hexagon screw M10x40 10.9", "pcs", 0, 80],
  ["Socket screw M5x16 12.9", "pcs", 0, 250],
  ["Hexagon nut M8 A2", "pcs", 0, 400],
  ["Washer 8.4 A2", "pcs", 0, 500],
  ["Threaded rod M12x1000", "pcs", 0, 20],
  ["Blind rivet 4x10", "pcs", 0, 500],
  ["O-ring 24x3 NBR", "pcs", 1, 100],
  ["O-ring 40x4 FKM", "pcs", 1, 50],
  ["Shaft seal 30x47x7", "pcs", 1, 40],
  ["Flat gasket DN50", "pcs", 1, 50],
  ["Ball bearing 6204-2RS", "pcs", 2, 24],
  ["Ball bearing 6306-2RS", "pcs", 2, 12],
  ["Needle bearing HK2016", "pcs", 2, 30],
  ["Linear guide carriage 20", "pcs", 2, 8],
  ["Cable tie 200x4.8 black", "pcs", 3, 500],
  ["Crimp terminal 6.3", "pcs", 3, 300],
  ["Contactor 24 V 9 A", "pcs", 3, 10],
  ["Proximity sensor M12", "pcs", 3, 10],
  ["Terminal block 2.5 mm²", "pcs", 3, 100],
  ["Nitrile gloves size 9", "boxes", 4, 10],
  ["Safety glasses clear", "pcs", 4, 20],
  ["Ear plugs", "pairs", 4, 100],
  ["Cleaning wipes roll", "rolls", 4, 6],
  ["Push-in fitting G1/4-8", "pcs", 5, 40],
  ["Pneumatic hose 8x1.25", "m", 5, 50],
  ["Cylinder seal kit 50", "sets", 5, 10],
];

export function planPlant({ seed, locations }: { seed: string; locations: number }): PlantPlan {
  const dice = random(seed);
  const sites = ["Hall 1, assembly", "Hall 2, machining"].map((name) => ({ id: dice.uuid(), name }));
  const suppliers = supplierNames.map(([name, domain]) => ({
    id: dice.uuid(),
    name,
    leadTimeDays: dice.pick([0.1, 0.15, 0.2]),
    dispatch: { kind: "email" as const, address: `orders@${domain}.example` },
  }));
  const parts = goods.map(([name, unit, supplier, perContainer], index) => ({
    id: dice.uuid(),
    number: `${10 + supplier}-${String(1000 + index * 7)}`,
    name,
    unit,
    supplierId: suppliers[supplier]!.id,
    packSize: perContainer,
    minimumOrderQuantity: perContainer,
  }));
  const plan: PlantPlan = {
    sites,
    suppliers,
    parts,
    gateways: ["Roof, hall 1", "Gallery, hall 2"].map((name) => ({
      id: dice.uuid(),
      gatewayEui: `a84041${dice.hex(5)}`,
      name,
    })),
    devices: [],
    locations: [],
  };
  for (let index = 0; index < locations; index++) planLocation(plan, dice.fork(`location ${index}`), index);
  return plan;
}

const positionsARack = 12;
/** Most sensors that are sold speak LoRaWAN 1.0.3. */
const versions: MacVersion[] = ["1.0.3", "1.0.3", "1.0.2", "1.0.4", "1.0.3", "1.1", "1.0.3"];

function planLocation(plan: PlantPlan, dice: Random, index: number): void {
  const kind = index % 20 === 19 ? "button" : index % 5 === 4 ? "fill-height" : "containers";
  const part = plan.parts[index % plan.parts.length]!;
  const profile: ProfileName =
    kind === "button" ? "milesight-ws101" : index % 7 === 3 ? "dragino-llds12" : "milesight-em310-udl";
  const rack = Math.floor(index / positionsARack);
  const place = index % positionsARack;
  const name = `${String.fromCharCode(65 + (rack % 26))}${rack < 26 ? "" : Math.floor(rack / 26)}-${String(1 + Math.floor(place / 4)).padStart(2, "0")}-${1 + (place % 4)}`;
  const { geometry, capacity } = planGeometry(kind, part.packSize, dice);
  const macVersion = versions[index % versions.length]!;
  const device = {
    id: dice.uuid(),
    devEui: `24e124${dice.hex(5)}`,
    joinEui: "24e124c0002a0001",
    appKey: dice.hex(16),
    macVersion,
    ...(macVersion === "1.1" ? { nwkKey: dice.fork("NwkKey").hex(16) } : {}),
    name: `${kind === "button" ? "Button" : "Sensor"} ${name}`,
    profile,
  };
  const minimum = kind === "button" ? 0 : Math.max(1, Math.round(capacity * 0.3));
  plan.devices.push(device);
  plan.locations.push({
    id: dice.uuid(),
    siteId: plan.sites[rack % plan.sites.length]!.id,
    name,
    partId: part.id,
    deviceId: device.id,
    geometry,
    policy: { minimum, maximum: capacity },
  });
}

function planGeometry(
  kind: PlannedGeometry["kind"],
  packSize: number,
  dice: Random,
): { geometry: PlannedGeometry; capacity: number } {
  if (kind === "button") {
    const capacityPieces = packSize * 2;
    return { geometry: { kind, capacityPieces }, capacity: capacityPieces };
  }
  if (kind === "fill-height") {
    const capacityPieces = packSize * dice.integer(4, 8);
    const emptyDistanceMm = dice.integer(60, 110) * 10;
    return {
      geometry: { kind, emptyDistanceMm, fullDistanceMm: 150, capacityPieces },
      capacity: capacityPieces,
    };
  }
  const capacityContainers = dice.integer(5, 9);
  const containerDepthMm = dice.pick([200, 300, 400]);
  return {
    geometry: {
      kind,
      emptyDistanceMm: capacityContainers * containerDepthMm + 150,
      containerDepthMm,
      capacityContainers,
      piecesPerContainer: packSize,
    },
    capacity: capacityContainers * packSize,
  };
}
