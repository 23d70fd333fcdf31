import type { Geometry } from "@refill/replenishment";
import { field } from "../fields.ts";
import type { CellValue } from "../import-kind.ts";
import type { LineReader } from "../line-reader.ts";

/** How a location is measured, in columns: its kind, and the numbers that this kind has. */

const length = { value: "number", dimension: "length" } as const;
const weight = { value: "number", dimension: "weight" } as const;
const count = { value: "number" } as const;

export const geometryFields = [
  field("geometry", "Measured by", "Messart", {
    also: ["geometry", "geometry.kind", "geometrie", "measuring"],
    example: "fill-height",
    exampleDe: "Füllhöhe",
  }),
  field("capacity", "Capacity (pieces)", "Fassungsvermögen (Stück)", {
    ...count,
    also: ["capacity", "capacityPieces", "geometry.capacityPieces", "kapazität", "fassungsvermögen"],
    example: "2000",
  }),
  field("emptyDistanceMm", "Distance when empty (mm)", "Abstand leer (mm)", {
    ...length,
    also: ["empty distance", "geometry.emptyDistanceMm", "distance empty"],
    example: "800",
  }),
  field("fullDistanceMm", "Distance when full (mm)", "Abstand voll (mm)", {
    ...length,
    also: ["full distance", "geometry.fullDistanceMm", "distance full"],
    example: "150",
  }),
  field("containerDepthMm", "Depth of a container (mm)", "Tiefe eines Behälters (mm)", {
    ...length,
    also: ["container depth", "geometry.containerDepthMm"],
  }),
  field("containers", "Containers", "Behälter", {
    ...count,
    also: ["capacityContainers", "geometry.capacityContainers", "anzahl behälter"],
  }),
  field("piecesPerContainer", "Pieces a container", "Stück je Behälter", {
    ...count,
    also: ["geometry.piecesPerContainer"],
  }),
  field("tareGrams", "Empty weight (g)", "Leergewicht (g)", {
    ...weight,
    also: ["tare", "tara", "geometry.tareGrams"],
  }),
  field("pieceGrams", "Weight of a piece (g)", "Gewicht je Stück (g)", {
    ...weight,
    also: ["piece weight", "geometry.pieceGrams", "stückgewicht"],
  }),
  field("positions", "Watched places", "Überwachte Plätze", { ...count, also: ["geometry.positions"] }),
  field("piecesPerPosition", "Pieces a place", "Stück je Platz", {
    ...count,
    also: ["geometry.piecesPerPosition"],
  }),
  field("presentBelowMm", "Taken when nearer than (mm)", "Belegt, wenn näher als (mm)", {
    ...length,
    also: ["geometry.presentBelowMm"],
  }),
] as const;

const columnsOf = {
  containers: {
    emptyDistanceMm: "emptyDistanceMm",
    containerDepthMm: "containerDepthMm",
    containers: "capacityContainers",
    piecesPerContainer: "piecesPerContainer",
  },
  "fill-height": {
    emptyDistanceMm: "emptyDistanceMm",
    fullDistanceMm: "fullDistanceMm",
    capacity: "capacityPieces",
  },
  weight: { tareGrams: "tareGrams", pieceGrams: "pieceGrams", capacity: "capacityPieces" },
  presence: { positions: "positions", piecesPerPosition: "piecesPerPosition" },
  button: { capacity: "capacityPieces" },
} as const satisfies Record<Geometry["kind"], Readonly<Record<string, string>>>;
type GeometryKind = Geometry["kind"];
/** What only one kind has tells which one is meant. */
const tells: readonly [column: string, kind: GeometryKind][] = [
  ["containerDepthMm", "containers"],
  ["containers", "containers"],
  ["fullDistanceMm", "fill-height"],
  ["pieceGrams", "weight"],
  ["positions", "presence"],
  ["capacity", "button"],
];
const words: Readonly<Record<string, GeometryKind>> = {
  behälter: "containers",
  container: "containers",
  füllhöhe: "fill-height",
  "fill height": "fill-height",
  gewicht: "weight",
  waage: "weight",
  scale: "weight",
  anwesenheit: "presence",
  belegung: "presence",
  knopf: "button",
  none: "button",
  keine: "button",
  "by hand": "button",
  "von hand": "button",
};

/** Undefined: nothing is said of it, and nothing was known. */
export function geometryOfLine(line: LineReader, known: Geometry | undefined): Geometry | undefined {
  const whole = line.json("geometry");
  if (whole !== undefined) return whole as Geometry;
  const named = line.value(
    "geometry",
    (cell) => {
      const word = cell.toLowerCase();
      return word in columnsOf ? (word as GeometryKind) : words[word];
    },
    `must be one of ${Object.keys(columnsOf).join(", ")}`,
  );
  const says = (kind: GeometryKind) =>
    Object.keys(columnsOf[kind]).some((name) => line.text(name) !== undefined);
  const guessed = tells.find(([name]) => line.text(name) !== undefined)?.[1];
  const kind = named ?? (known && (guessed === undefined || says(known.kind)) ? known.kind : guessed);
  if (kind === undefined) {
    if (!known && line.text("geometry") === undefined)
      line.refuse("capacity", "missing", "is missing: a new location needs to know how much it holds");
    return known;
  }
  if (kind === known?.kind && !says(kind)) return known;
  const before: Record<string, unknown> = known?.kind === kind ? { ...known } : {};
  const geometry: Record<string, unknown> = { ...before, kind };
  for (const [column, name] of Object.entries(columnsOf[kind])) {
    const number = line.number(column) ?? before[name];
    if (number === undefined && !line.problems.some((problem) => problem.field === column))
      line.refuse(column, "missing", `is missing: ${kind} needs it`);
    geometry[name] = number ?? 1;
  }
  if (kind === "presence") {
    const below = line.number("presentBelowMm");
    if (below !== undefined) geometry.presentBelowMm = below;
  }
  return geometry as unknown as Geometry;
}

export function geometryCells(geometry: Geometry): Record<string, CellValue> {
  const values = geometry as unknown as Record<string, CellValue | undefined>;
  const cells: Record<string, CellValue> = { geometry: geometry.kind };
  for (const [column, name] of Object.entries(columnsOf[geometry.kind])) cells[column] = values[name] ?? null;
  if (geometry.kind === "presence") cells.presentBelowMm = geometry.presentBelowMm ?? null;
  return cells;
}

/** `geometry.capacityPieces` → `capacity` */
export function geometryFieldOf(path: string): string {
  const own = path.split(".")[1];
  for (const columns of Object.values(columnsOf))
    for (const [column, name] of Object.entries(columns)) if (name === own) return column;
  return own === "presentBelowMm" ? own : "geometry";
}
