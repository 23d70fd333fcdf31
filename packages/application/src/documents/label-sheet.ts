import { setImmediate } from "node:timers/promises";
import { type LabelTemplate, labelsOnSheet } from "./label-templates.ts";
import { bytesOf, drawLine, drawQrCode, mm, type Pdf, startPdf } from "./pdf.ts";

/** What stands on a label. */
export interface Label {
  /** Large: what somebody in front of the rack looks for. */
  title: string;
  /** Bold, below it. */
  subtitle: string;
  /** Smaller lines, the most important first: as many as there is room for. */
  lines: readonly string[];
  /** What the QR code opens. */
  link: string;
}

/** Labels that are drawn before others get their turn. */
const drawnAtOnce = 5;

/**
 * Labels on sheets or a roll, as PDF. `startAt`: the first free place of the first sheet, 1 … its number of labels, row by
 * row: a sheet that was begun is used up.
 */
export async function drawLabels(
  labels: readonly Label[],
  template: LabelTemplate,
  { startAt, title, language }: { startAt: number; title: string; language: string },
): Promise<Buffer> {
  const pdf = startPdf(title, language, Date.now());
  const places = labelsOnSheet(template);
  return bytesOf(pdf, async () => {
    for (const [index, label] of labels.entries()) {
      const place = (index + startAt - 1) % places;
      if (index === 0 || place === 0)
        pdf.addPage({ size: [mm(template.pageWidthMm), mm(template.pageHeightMm)], margin: 0 });
      const column = place % template.columns;
      const row = Math.floor(place / template.columns);
      drawLabel(pdf, label, {
        x: mm(template.leftMm + column * template.pitchXMm),
        y: mm(template.topMm + row * template.pitchYMm),
        width: mm(template.labelWidthMm),
        height: mm(template.labelHeightMm),
      });
      if (index % drawnAtOnce === drawnAtOnce - 1) await setImmediate();
    }
  });
}

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

function drawLabel(pdf: Pdf, label: Label, box: Box): void {
  // Printers shift by a millimetre or two, and label printers do not print to the edge.
  const inset = mm(Math.min(3, Math.max(1.5, box.height / pointsPerInset)));
  const inner = {
    x: box.x + inset,
    y: box.y + inset,
    width: box.width - 2 * inset,
    height: box.height - 2 * inset,
  };
  const isUpright = inner.height > inner.width;
  const side = isUpright
    ? Math.min(inner.width, inner.height * 0.55)
    : Math.min(inner.height, inner.width * 0.42, mm(40));
  if (isUpright) {
    drawQrCode(pdf, label.link, { x: inner.x + (inner.width - side) / 2, y: inner.y, side });
    drawTexts(pdf, label, { ...inner, y: inner.y + side, height: inner.height - side });
    return;
  }
  drawQrCode(pdf, label.link, { x: inner.x, y: inner.y + (inner.height - side) / 2, side });
  const gap = mm(1);
  drawTexts(pdf, label, { ...inner, x: inner.x + side + gap, width: inner.width - side - gap });
}
const pointsPerInset = mm(15);

/** Share of the height, and the largest size in points. */
const titleSize = { share: 0.3, most: 34, least: 8 };
const subtitleSize = { share: 0.17, most: 16, least: 5.5 };
const lineSize = { share: 0.115, most: 11, least: 5 };
/** Lines of one label look alike: rather than become much smaller than the others, one is cut. */
const lineShrinks = 0.88;
/** Distance from line to line, as a share of the size of the letters. */
const leading = 1.22;

function drawTexts(pdf: Pdf, { title, subtitle, lines }: Label, box: Box): void {
  const sizeOf = ({ share, most, least }: typeof titleSize) =>
    Math.min(most, Math.max(least, box.height * share));
  const rows = [
    { text: title, face: "bold" as const, size: sizeOf(titleSize), smallest: titleSize.least },
    { text: subtitle, face: "bold" as const, size: sizeOf(subtitleSize), smallest: subtitleSize.least },
    ...lines.map((text) => ({
      text,
      face: "plain" as const,
      size: sizeOf(lineSize),
      smallest: Math.max(lineSize.least, sizeOf(lineSize) * lineShrinks),
    })),
  ].filter(({ text }) => text.trim() !== "");
  while (rows.length > 1 && heightOf(rows) > box.height) rows.pop();
  let y = box.y + Math.max(0, (box.height - heightOf(rows)) / 2);
  for (const { text, ...row } of rows) {
    y += drawLine(pdf, text, { ...row, x: box.x, y, width: box.width }) * leading;
  }
}

function heightOf(rows: readonly { size: number }[]): number {
  return rows.reduce((sum, { size }) => sum + size * leading, 0);
}
