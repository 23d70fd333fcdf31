import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import qrcode from "qrcode-generator";

export type Pdf = PDFKit.PDFDocument;
export type Face = "plain" | "bold";

const pointsPerMm = 72 / 25.4;

/** Length in PDF's points. */
export function mm(length: number): number {
  return length * pointsPerMm;
}

/**
 * A PDF with the fonts that know the letters of the customers' languages; no page yet. The text may hold any character: what
 * the fonts do not have is drawn as an empty box. `at`: ms; the same content of the same time is the same file.
 */
export function startPdf(title: string, language: string, at: number): Pdf {
  const pdf = new PDFDocument({
    autoFirstPage: false,
    bufferPages: false,
    margin: 0,
    lang: language,
    displayTitle: true,
    info: { Title: printable(title), Creator: "Refill", CreationDate: new Date(at) },
  });
  fonts ??= { plain: fontFile("DejaVuSans.ttf"), bold: fontFile("DejaVuSans-Bold.ttf") };
  pdf.registerFont("plain", fonts.plain);
  pdf.registerFont("bold", fonts.bold);
  return pdf;
}

let fonts: Record<Face, Buffer> | undefined;

function fontFile(name: string): Buffer {
  return readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}`));
}

/** All bytes of a document, after `draw` drew it. */
export async function bytesOf(pdf: Pdf, draw: () => void | Promise<void>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
    pdf.once("end", resolve);
    pdf.once("error", reject);
  });
  await draw();
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

/** In one line, and nothing in it that a font could stumble over. */
export function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]+/g, " ");
}

interface Line {
  x: number;
  y: number;
  width: number;
  face: Face;
  size: number;
  /** It becomes smaller to fit, down to this size; then it is cut. Default: it is cut only. */
  smallest?: number;
  align?: "left" | "right";
  colour?: string;
}

/** Draws one line of text that stays within its width; gives the size that it has. All lengths in points. */
export function drawLine(pdf: Pdf, text: string, line: Line): number {
  const { x, y, width, face, align = "left", colour = "#000000" } = line;
  const clean = printable(text);
  pdf.font(face).fontSize(line.size);
  const natural = pdf.widthOfString(clean);
  const size =
    natural <= width ? line.size : Math.max(line.smallest ?? line.size, (line.size * width) / natural);
  pdf.fontSize(size).fillColor(colour);
  const fitted = (natural * size) / line.size <= width + 0.01 ? clean : cut(pdf, clean, width);
  const left = align === "right" ? x + width - pdf.widthOfString(fitted) : x;
  pdf.text(fitted, left, y, { lineBreak: false });
  return size;
}

/** The longest beginning that fits, with an ellipsis. */
function cut(pdf: Pdf, text: string, width: number): string {
  const letters = [...text];
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (pdf.widthOfString(`${letters.slice(0, middle).join("")}…`) <= width) low = middle;
    else high = middle - 1;
  }
  return `${letters.slice(0, low).join("").trimEnd()}…`;
}

/** Modules of silence around a QR code: ISO/IEC 18004, 6.3.8. */
const quietModules = 4;

/** Draws a QR code as vectors, its zone of silence included in the square. `side`, `x`, `y`: points. */
export function drawQrCode(pdf: Pdf, text: string, { x, y, side }: { x: number; y: number; side: number }) {
  const code = qrcode(0, "M");
  code.addData(text, "Byte");
  code.make();
  const modules = code.getModuleCount();
  const module = side / (modules + 2 * quietModules);
  const length = (points: number) => points.toFixed(2);
  // Written at once: a call of the library for each of the hundreds of rectangles takes most of a label's time.
  const path: string[] = [];
  for (let row = 0; row < modules; row++)
    for (let column = 0; column < modules; column++) {
      if (!code.isDark(row, column)) continue;
      let end = column;
      while (end + 1 < modules && code.isDark(row, end + 1)) end++;
      // A run is one rectangle, so no white hairlines come between its modules.
      const left = x + (column + quietModules) * module;
      const top = y + (row + quietModules) * module;
      const width = (end - column + 1) * module;
      path.push(`${length(left)} ${length(top)} ${length(width)} ${length(module)} re`);
      column = end;
    }
  pdf.fillColor("#000000").addContent(`${path.join("\n")}\nf`);
}
