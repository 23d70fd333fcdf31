import type { MacVersion, RegionName } from "@refill/lorawan";
import { type AreaPlace, layOut, type RackPlace, type Side } from "./floor-layout.ts";
import { drawFloorPlan, type Furniture } from "./floor-picture.ts";
import { type PlannedPart, type PlannedSupplier, planGoods } from "./goods.ts";
import { type PlannedGeometry, type PlannedPolicy, planStorage } from "./planned-storage.ts";
import { type Random, random } from "./random.ts";
import { partOfPlace, type SpecialPlace, sharesAtStart, specialPlace } from "./special-places.ts";

/** A plant as `POST /api/v1/import` takes it; ids, EUIs and keys follow from the seed. */
export interface PlantPlan {
  sites: { id: string; name: string; timeZone?: string }[];
  areas?: { id: string; siteId: string; name: string; place?: AreaPlace }[];
  racks?: { id: string; areaId: string; name: string; place?: RackPlace; shelves?: number }[];
  suppliers: PlannedSupplier[];
  parts: PlannedPart[];
  gateways: {
    id: string;
    gatewayEui: string;
    name: string;
    region?: RegionName;
    place?: { siteId: string; x: number; y: number };
  }[];
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
    areaId?: string;
    rackId?: string;
    place?: { shelf: number; slot: number };
    name: string;
    partId: string;
    deviceIds: string[];
    geometry: PlannedGeometry;
    policy: PlannedPolicy;
    safetyStock?: number;
    source?: { kind: "location"; locationId: string; packSize: number; leadTimeDays: number };
  }[];
}

/** A plan, and what the product is not told of it. */
export interface DemonstrationPlan {
  plan: PlantPlan;
  /** By location: the share of its capacity that lies there at the start, where that is not left to chance. */
  sharesAtStart: ReadonlyMap<string, number>;
  /** By site: the picture under its plan. */
  floorPlans: ReadonlyMap<string, { png: Buffer; widthMetres: number }>;
}

export type ProfileName =
  | "milesight-em310-udl"
  | "dragino-llds12"
  | "milesight-em300-mcs"
  | "milesight-ws101"
  | "mclimate-button"
  | "cayenne-lpp";

type Site = { id: string; areas: { id: string }[] };
/** In front of the racks of an area: its machines and people, in metres. */
type PlannedArea = readonly [name: string, side: Side, free: number, furniture: Furniture];
/** Halls with their areas in bands from top to bottom; racks stand in them in turn. */
const halls: readonly (readonly [string, readonly (readonly PlannedArea[])[]])[] = [
  [
    "Hall 1, assembly",
    [
      [
        ["Assembly line 1", "left", 7, "line"],
        ["Central store", "top", 3, "tables"],
      ],
      [["Assembly line 2", "bottom", 6, "line"]],
    ],
  ],
  [
    "Hall 2, machining",
    [
      [["Turning and milling", "top", 6, "machines"]],
      [
        ["Grinding", "bottom", 5, "machines"],
        ["Tool crib", "right", 3, "tables"],
      ],
    ],
  ],
];

/** Any number of locations from 1; what is special begins at the 27th. */
export function planDemonstration({
  seed,
  locations,
}: {
  seed: string;
  locations: number;
}): DemonstrationPlan {
  const dice = random(seed);
  const sites = halls.map(([name]) => ({ id: dice.uuid(), name, timeZone: "Europe/Berlin" }));
  const placesOfHalls = dice.fork("areas");
  const areas = halls.flatMap(([, bands], hall) =>
    bands.flat().map(([name]) => ({ id: placesOfHalls.uuid(), siteId: sites[hall]!.id, name })),
  );
  const { suppliers, parts } = planGoods(dice);
  const gateways = ["Roof, hall 1", "Gallery, hall 2"].map((name) => ({
    id: dice.uuid(),
    gatewayEui: `a84041${dice.hex(5)}`,
    name,
  }));
  const plan: Required<PlantPlan> = {
    sites,
    areas,
    racks: [],
    suppliers,
    parts,
    gateways,
    devices: [],
    locations: [],
  };
  const inHalls = sites.map(({ id }) => ({ id, areas: areas.filter(({ siteId }) => siteId === id) }));
  for (let index = 0; index < locations; index++)
    planLocation(plan, inHalls, dice.fork(`location ${index}`), index);
  const floorPlans = standOnFloor(plan);
  const shares = [...sharesAtStart].flatMap(([index, share]) => {
    const location = plan.locations[index];
    return location ? [[location.id, share] as const] : [];
  });
  return { plan, sharesAtStart: new Map(shares), floorPlans };
}

const slotsAShelf = 4;
const shelves = 3;
const positionsARack = shelves * slotsAShelf;
/** From the store to the shop floor; in days. */
const transferDays = 0.05;
/** Most sensors that are sold speak LoRaWAN 1.0.3. */
const versions: MacVersion[] = ["1.0.3", "1.0.3", "1.0.2", "1.0.4", "1.0.3", "1.1", "1.0.3"];

function planLocation(plan: Required<PlantPlan>, halls: readonly Site[], dice: Random, index: number): void {
  const special = specialPlace(index);
  const part = plan.parts[partOfPlace(index, plan.parts.length)]!;
  const { packSize, minimumOrderQuantity } = part.supplies[0]!;
  const { geometry, policy, safetyStock } = planStorage(
    {
      index,
      special,
      packSize,
      pieceGrams: part.weightGrams!,
      canOrderSinglePacks: minimumOrderQuantity <= packSize,
    },
    dice,
  );
  const { site, rack, place, name } = placeOf(plan, halls, index);
  const macVersion = versions[index % versions.length]!;
  const device = {
    id: dice.uuid(),
    devEui: `24e124${dice.hex(5)}`,
    joinEui: "24e124c0002a0001",
    appKey: dice.hex(16),
    macVersion,
    ...(macVersion === "1.1" ? { nwkKey: dice.fork("NwkKey").hex(16) } : {}),
    ...deviceOf(geometry, special, index, name),
  };
  const id = dice.uuid();
  const devices = [device];
  if (special?.kind === "two-bin" || special?.kind === "two-sensors") {
    const second = dice.fork("second sensor");
    devices[0] = { ...device, name: `${device.name} a` };
    devices.push({
      ...device,
      id: second.uuid(),
      devEui: `24e124${second.hex(5)}`,
      appKey: second.hex(16),
      ...(macVersion === "1.1" ? { nwkKey: second.hex(16) } : {}),
      name: `${device.name} b`,
    });
  }
  plan.devices.push(...devices);
  plan.locations.push({
    id,
    siteId: site.id,
    areaId: rack.areaId,
    rackId: rack.id,
    place,
    name,
    partId: part.id,
    deviceIds: devices.map((each) => each.id),
    geometry,
    policy,
    safetyStock,
    ...(special?.kind === "refilled-from-store"
      ? {
          source: {
            kind: "location",
            locationId: plan.locations[special.store]!.id,
            packSize,
            leadTimeDays: transferDays,
          },
        }
      : {}),
  });
}

function placeOf(plan: Required<PlantPlan>, halls: readonly Site[], index: number) {
  const rackIndex = Math.floor(index / positionsARack);
  const shelf = 1 + Math.floor((index % positionsARack) / slotsAShelf);
  const slot = 1 + (index % slotsAShelf);
  const site = halls[rackIndex % halls.length]!;
  const letter = `${String.fromCharCode(65 + (rackIndex % 26))}${rackIndex < 26 ? "" : Math.floor(rackIndex / 26)}`;
  let rack = plan.racks[rackIndex];
  if (!rack) {
    const area = site.areas[Math.floor(rackIndex / halls.length) % site.areas.length]!;
    rack = {
      id: random(`${site.id}/rack ${rackIndex}`).uuid(),
      areaId: area.id,
      name: `Rack ${letter}`,
      shelves,
    };
    plan.racks.push(rack);
  }
  const name = `${letter}-${String(shelf).padStart(2, "0")}-${slot}`;
  return { site, rack, place: { shelf, slot }, name };
}

/** Gives areas and racks their places, hangs a gateway into each hall, and draws the halls. */
function standOnFloor(plan: Required<PlantPlan>): DemonstrationPlan["floorPlans"] {
  const racksOf = Map.groupBy(plan.racks, ({ areaId }) => areaId);
  const areas = plan.areas.values();
  const floor = layOut(
    halls.map(([, bands]) =>
      bands.map((band) =>
        band.map(([, side, free]) => {
          const { id } = areas.next().value!;
          return { id, side, free, rackIds: (racksOf.get(id) ?? []).map((rack) => rack.id) };
        }),
      ),
    ),
  );
  for (const area of plan.areas) area.place = floor.areas.get(area.id)!;
  for (const rack of plan.racks) rack.place = floor.racks.get(rack.id)!;
  for (const [index, gateway] of plan.gateways.entries()) {
    const { width, height } = floor.halls[index]!;
    const place = { x: Math.round(width / 2), y: index === 0 ? Math.round(height / 2) : 1 };
    gateway.place = { siteId: plan.sites[index]!.id, ...place };
  }
  const drawn = plan.areas.values();
  return new Map(
    halls.map(([, bands], index) => {
      const hall = floor.halls[index]!;
      const areas = bands.flat().map(([, side, free, furniture]) => {
        const { id } = drawn.next().value!;
        return { place: floor.areas.get(id)!, side, free, furniture };
      });
      return [plan.sites[index]!.id, { png: drawFloorPlan(hall, areas), widthMetres: hall.width }];
    }),
  );
}

function deviceOf(
  geometry: PlannedGeometry,
  special: SpecialPlace | undefined,
  index: number,
  place: string,
): { name: string; profile: ProfileName } {
  switch (geometry.kind) {
    case "button":
      return { name: `Button ${place}`, profile: "milesight-ws101" };
    case "weight":
      return { name: `Scale ${place}`, profile: "cayenne-lpp" };
    case "presence":
      return { name: `Contact ${place}`, profile: "milesight-em300-mcs" };
    default: {
      // The store's lanes are longer than an ultrasonic sensor sees.
      const isLaser = special?.kind === "store" || (index % 7 === 3 && special?.kind !== "two-sensors");
      return { name: `Sensor ${place}`, profile: isLaser ? "dragino-llds12" : "milesight-em310-udl" };
    }
  }
}
