/** A sheet or roll of labels as it is sold; all lengths in mm, from the sheet's upper left corner. */
export interface LabelTemplate {
  name: string;
  title: string;
  pageWidthMm: number;
  pageHeightMm: number;
  labelWidthMm: number;
  labelHeightMm: number;
  columns: number;
  rows: number;
  leftMm: number;
  topMm: number;
  /** From one label's left (upper) edge to the next one's. */
  pitchXMm: number;
  pitchYMm: number;
  /** One label a page, as label printers want it. */
  isRoll: boolean;
}

/**
 * By the makers' published measures: Avery Zweckform (L7160 … L7651, 4736) and Avery US (5160, 5163) for sheets, Brother DK,
 * Dymo and Zebra for rolls. Sheets of A4 have their labels centred.
 */
export const labelTemplates: readonly LabelTemplate[] = [
  sheet("avery-l7160", "Avery L7160: 63.5 × 38.1 mm, 21 a sheet", a4(63.5, 38.1, 3, 7, 66.04)),
  sheet("avery-l7161", "Avery L7161: 63.5 × 46.6 mm, 18 a sheet", a4(63.5, 46.6, 3, 6, 66.04)),
  sheet("avery-l7163", "Avery L7163: 99.1 × 38.1 mm, 14 a sheet", a4(99.1, 38.1, 2, 7, 101.6)),
  sheet("avery-l7165", "Avery L7165: 99.1 × 67.7 mm, 8 a sheet", a4(99.1, 67.7, 2, 4, 101.6)),
  sheet("avery-l4736", "Avery L4736: 45.7 × 21.2 mm, 48 a sheet", a4(45.7, 21.2, 4, 12, 48.3)),
  sheet("avery-l7651", "Avery L7651: 38.1 × 21.2 mm, 65 a sheet", a4(38.1, 21.2, 5, 13, 40.6)),
  sheet("avery-5160", "Avery 5160: 2⅝ × 1 inch, 30 a sheet (Letter)", {
    ...letter(66.675, 25.4, 3, 10),
    leftMm: 4.7625,
    pitchXMm: 69.85,
  }),
  sheet("avery-5163", "Avery 5163: 4 × 2 inch, 10 a sheet (Letter)", {
    ...letter(101.6, 50.8, 2, 5),
    leftMm: 3.96875,
    pitchXMm: 106.3625,
  }),
  roll("roll-62x29", "Roll 62 × 29 mm (Brother DK-11209)", 62, 29),
  roll("roll-62x100", "Roll 62 × 100 mm (Brother DK-11202)", 62, 100),
  roll("roll-89x36", "Roll 89 × 36 mm (Dymo 99012)", 89, 36),
  roll("roll-57x32", "Roll 57 × 32 mm (Zebra Z-Perform)", 57, 32),
  roll("roll-100x50", "Roll 100 × 50 mm (Zebra Z-Perform)", 100, 50),
  roll("roll-101x152", "Roll 101.6 × 152.4 mm, 4 × 6 inch (Zebra)", 101.6, 152.4),
];

export function labelsOnSheet({ columns, rows }: LabelTemplate): number {
  return columns * rows;
}

type Measures = Omit<LabelTemplate, "name" | "title" | "isRoll">;

function sheet(name: string, title: string, measures: Measures): LabelTemplate {
  return { name, title, ...measures, isRoll: false };
}

/** Labels without a gap between the rows, in the middle of the sheet. */
function a4(width: number, height: number, columns: number, rows: number, pitchXMm: number): Measures {
  return {
    pageWidthMm: 210,
    pageHeightMm: 297,
    labelWidthMm: width,
    labelHeightMm: height,
    columns,
    rows,
    leftMm: (210 - width - (columns - 1) * pitchXMm) / 2,
    topMm: (297 - rows * height) / 2,
    pitchXMm,
    pitchYMm: height,
  };
}

/** US Letter, 8½ × 11 inch, half an inch free above and below. */
function letter(
  width: number,
  height: number,
  columns: number,
  rows: number,
): Omit<Measures, "leftMm" | "pitchXMm"> {
  return {
    pageWidthMm: 215.9,
    pageHeightMm: 279.4,
    labelWidthMm: width,
    labelHeightMm: height,
    columns,
    rows,
    topMm: 12.7,
    pitchYMm: height,
  };
}

function roll(name: string, title: string, width: number, height: number): LabelTemplate {
  return {
    name,
    title,
    pageWidthMm: width,
    pageHeightMm: height,
    labelWidthMm: width,
    labelHeightMm: height,
    columns: 1,
    rows: 1,
    leftMm: 0,
    topMm: 0,
    pitchXMm: width,
    pitchYMm: height,
    isRoll: true,
  };
}
