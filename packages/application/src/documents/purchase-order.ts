import { setImmediate } from "node:timers/promises";
import { bytesOf, drawLine, drawQrCode, mm, type Pdf, startPdf } from "./pdf.ts";
import type { PurchaseOrderFacts, PurchaseOrderLine } from "./purchase-order-facts.ts";
import { type DocumentLanguage, documentWords } from "./words.ts";

/** A4 with the margins of a business letter (DIN 5008: 25 mm on the left, 20 mm on the right). */
const page = { width: mm(210), height: mm(297), left: mm(25), right: mm(190), top: mm(20), bottom: mm(272) };
const grey = "#5a5f66";
const rule = "#b8bdc4";
const rowHeight = mm(11);
const headHeight = mm(7);
/** Where the columns begin, and how wide they are, mm. */
const columns = {
  position: { at: 25, width: 11 },
  part: { at: 37, width: 62 },
  quantity: { at: 100, width: 22, align: "right" },
  unitPrice: { at: 123, width: 22, align: "right" },
  amount: { at: 146, width: 22, align: "right" },
  due: { at: 169, width: 21, align: "right" },
} as const;
type Column = keyof typeof columns;
const linesAtOnce = 20;

/** A purchase order on as many pages as it needs, as PDF. */
export async function drawPurchaseOrder(
  facts: PurchaseOrderFacts,
  language: DocumentLanguage,
): Promise<Buffer> {
  const words = documentWords[language];
  const format = formatsOf(facts, words.locale);
  const pdf = startPdf(`${words.order} ${facts.number}`, language, facts.placedAt);
  const pages = planPages(facts.lines);
  return bytesOf(pdf, async () => {
    for (const [index, lines] of pages.entries()) {
      pdf.addPage({ size: [page.width, page.height], margin: 0 });
      let y = index === 0 ? drawLetterhead(pdf, facts, words, format) : drawShortHead(pdf, facts, words);
      y = drawTableHead(pdf, words, y);
      for (const [row, line] of lines.entries()) {
        drawRow(pdf, line, words, format, y);
        y += rowHeight;
        if (row % linesAtOnce === linesAtOnce - 1) await setImmediate();
      }
      if (index === pages.length - 1) drawTotal(pdf, facts, words, format, y);
      drawFoot(pdf, facts, words.page(index + 1, pages.length));
    }
  });
}

type Words = (typeof documentWords)[DocumentLanguage];
type Formats = ReturnType<typeof formatsOf>;

function formatsOf({ currency, timeZone }: PurchaseOrderFacts, locale: string) {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone });
  const promised = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
  const money = (digits: number) =>
    new Intl.NumberFormat(locale, { style: "currency", currency, maximumFractionDigits: digits });
  const price = money(5);
  // Values are summed to the digits that the currency has.
  const amount = new Intl.NumberFormat(locale, { style: "currency", currency });
  const number = new Intl.NumberFormat(locale);
  return {
    day: (ms: number) => day.format(ms),
    due: (due: string | number | null) =>
      due === null ? "–" : typeof due === "string" ? promised.format(Date.parse(due)) : day.format(due),
    price: (value: number | null) => (value === null ? "–" : price.format(value)),
    amount: (value: number | null) => (value === null ? "–" : amount.format(value)),
    number: (value: number) => number.format(value),
  };
}

const firstTableAt = mm(105);
const nextTableAt = mm(32);
const totalHeight = mm(18);

/** The total stands below the last line, and never alone on a page. */
function planPages(lines: readonly PurchaseOrderLine[]): PurchaseOrderLine[][] {
  const room = (from: number, below: number) =>
    Math.floor((page.bottom - from - headHeight - below) / rowHeight);
  const pages: PurchaseOrderLine[][] = [];
  let rest = [...lines];
  while (rest.length > 0) {
    const from = pages.length === 0 ? firstTableAt : nextTableAt;
    const isLast = rest.length <= room(from, totalHeight);
    const count = isLast ? rest.length : Math.min(room(from, 0), rest.length - 1);
    pages.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return pages;
}

/** Gives where the table begins. */
function drawLetterhead(pdf: Pdf, facts: PurchaseOrderFacts, words: Words, format: Formats): number {
  const { left, right, top } = page;
  const width = right - left;
  drawLine(pdf, facts.customerName, {
    x: left,
    y: top,
    width: mm(120),
    face: "bold",
    size: 18,
    smallest: 10,
  });
  pdf.moveTo(left, mm(31)).lineTo(right, mm(31)).lineWidth(0.8).stroke("#111111");

  const block = (label: string, lines: readonly string[], x: number, y: number) => {
    drawLine(pdf, label, { x, y, width: mm(70), face: "plain", size: 8, colour: grey });
    for (const [index, line] of lines.filter((each) => each !== "").entries())
      drawLine(pdf, line, {
        x,
        y: y + mm(5) + index * mm(5.2),
        width: mm(70),
        face: index === 0 ? "bold" : "plain",
        size: 10.5,
        smallest: 8,
      });
  };
  block(words.supplier, [facts.supplierName, facts.supplierAddress], left, mm(40));
  block(words.deliverTo, [facts.customerName, facts.siteName], mm(110), mm(40));

  drawLine(pdf, `${words.order} ${facts.number}`, {
    x: left,
    y: mm(68),
    width: mm(120),
    face: "bold",
    size: 20,
    smallest: 12,
  });
  drawLine(pdf, `${words.date}: ${format.day(facts.placedAt)}`, {
    x: left,
    y: mm(79),
    width,
    face: "plain",
    size: 10.5,
  });
  const side = mm(30);
  drawQrCode(pdf, facts.link, { x: right - side + mm(3), y: mm(66), side });
  drawLine(pdf, words.scan, {
    x: right - mm(45),
    y: mm(96),
    width: mm(45),
    face: "plain",
    size: 7,
    align: "right",
    colour: grey,
  });
  return firstTableAt;
}

function drawShortHead(pdf: Pdf, { customerName, number }: PurchaseOrderFacts, words: Words): number {
  const { left, top } = page;
  drawLine(pdf, `${words.order} ${number} · ${customerName}`, {
    x: left,
    y: top,
    width: page.right - left,
    face: "bold",
    size: 11,
    smallest: 8,
  });
  return nextTableAt;
}

function drawTableHead(pdf: Pdf, words: Words, y: number): number {
  for (const name of Object.keys(columns) as Column[])
    cell(pdf, name, words[name], y, { face: "bold", size: 8, colour: grey });
  pdf
    .moveTo(page.left, y + mm(5))
    .lineTo(page.right, y + mm(5))
    .lineWidth(0.6)
    .stroke("#111111");
  return y + headHeight;
}

function drawRow(pdf: Pdf, line: PurchaseOrderLine, words: Words, format: Formats, y: number): void {
  const colour = line.isCancelled ? grey : "#000000";
  const plain = { face: "plain", size: 9.5, colour } as const;
  cell(pdf, "position", String(line.number), y, plain);
  cell(pdf, "part", line.partNumber, y, { ...plain, face: "bold" });
  cell(pdf, "quantity", `${format.number(line.quantity)} ${line.unit}`, y, plain);
  cell(pdf, "unitPrice", format.price(line.unitPrice), y, plain);
  cell(pdf, "amount", line.isCancelled ? words.cancelled : format.amount(line.value), y, plain);
  cell(pdf, "due", line.isCancelled ? "" : format.due(line.due), y, plain);
  const notes = [
    line.partName,
    line.ownNumber ? words.ownNumber(line.ownNumber) : "",
    line.locationName ? words.toLocation(line.locationName) : "",
    line.isUrgent ? words.urgent : "",
  ];
  drawLine(pdf, notes.filter((note) => note !== "").join(" · "), {
    x: mm(columns.part.at),
    y: y + mm(4.5),
    width: page.right - mm(columns.part.at),
    face: "plain",
    size: 8,
    colour: grey,
  });
  pdf
    .moveTo(page.left, y + mm(9))
    .lineTo(page.right, y + mm(9))
    .lineWidth(0.3)
    .stroke(rule);
}

function cell(
  pdf: Pdf,
  column: Column,
  text: string,
  y: number,
  style: { face: "plain" | "bold"; size: number; colour: string },
): void {
  const { at, width, ...more } = columns[column];
  drawLine(pdf, text, { ...style, ...more, x: mm(at), y, width: mm(width), smallest: 6 });
}

function drawTotal(pdf: Pdf, { total }: PurchaseOrderFacts, words: Words, format: Formats, y: number): void {
  const text = total === null ? words.totalUnknown : `${words.total}  ${format.amount(total)}`;
  const { left, right } = page;
  const width = right - left;
  drawLine(pdf, text, { x: left, y: y + mm(2), width, face: "bold", size: 12, align: "right" });
  drawLine(pdf, words.net, {
    x: left,
    y: y + mm(8),
    width,
    face: "plain",
    size: 8,
    align: "right",
    colour: grey,
  });
}

function drawFoot(pdf: Pdf, { customerName }: PurchaseOrderFacts, pageWords: string): void {
  const y = mm(282);
  const style = { y, face: "plain", size: 8, colour: grey } as const;
  drawLine(pdf, customerName, { ...style, x: page.left, width: mm(100) });
  drawLine(pdf, pageWords, { ...style, x: page.right - mm(60), width: mm(60), align: "right" });
}
