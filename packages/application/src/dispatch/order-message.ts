/** What a supplier needs to know of a purchase order. */
export interface OrderFacts {
  orderId: string;
  orderNumber: number;
  customerName: string;
  siteName: string;
  supplierName: string;
  currency: string;
  /** ISO 8601. */
  createdAt: string;
  /** Page on which the supplier confirms, with a token for this order only. */
  confirmUrl: string;
  lines: readonly OrderLineFacts[];
}
export interface OrderLineFacts {
  orderId: string;
  number: number;
  locationName: string;
  /** The supplier's number, where it has one of its own. */
  partNumber: string;
  partName: string;
  unit: string;
  quantity: number;
  /** Of a piece; null: not agreed. */
  unitPrice: number | null;
  isUrgent: boolean;
  /** As they are asked for, by day (ISO 8601); empty: all at once. */
  deliveries: readonly { quantity: number; date: string }[];
}

/** The order as an e-mail, in plain text and HTML. */
export function writeOrderEmail(facts: OrderFacts): { subject: string; text: string; html: string } {
  const { customerName, orderNumber, lines } = facts;
  const [first] = lines;
  const what =
    lines.length === 1 ? `${first!.quantity} ${first!.unit} ${first!.partNumber}` : `${lines.length} lines`;
  const urgent = lines.some(({ isUrgent }) => isUrgent) ? "Urgent: order" : "Order";
  return {
    subject: oneLine(`${urgent} ${orderNumber} from ${customerName}: ${what}`).slice(0, 200),
    ...letter(facts, {
      opening: `${customerName} orders:`,
      request: "Please confirm quantity and delivery date here:",
      link: "Confirm quantity and delivery date",
      closing: "This order was placed by Refill, which watches the stock by sensors.",
    }),
  };
}

/** Asks for a line that should have come. `dueDay`: ISO 8601. */
export function writeChaseEmail(
  facts: OrderFacts,
  dueDay: string,
): { subject: string; text: string; html: string } {
  return {
    subject: oneLine(`Order ${facts.orderNumber} from ${facts.customerName} is late`).slice(0, 200),
    ...letter(facts, {
      opening: `${facts.customerName} expected this by ${dueDay}, and it has not arrived:`,
      request: "Please say here when it will come:",
      link: "Give a delivery date",
      closing: "This message was sent by Refill, which watches the stock by sensors.",
    }),
  };
}

interface Wording {
  opening: string;
  request: string;
  link: string;
  closing: string;
}

function letter(facts: OrderFacts, wording: Wording): { text: string; html: string } {
  const { supplierName, confirmUrl } = facts;
  const blocks = [headOf(facts), ...facts.lines.map((line) => rowsOf(line, facts.currency))];
  const width = Math.max(...blocks.flat().map(([name]) => name.length)) + 2;
  const text = [
    `Dear ${oneLine(supplierName)},`,
    "",
    oneLine(wording.opening),
    "",
    ...blocks.flatMap((rows) => [
      ...rows.map(([name, value]) => `  ${name.padEnd(width)}${oneLine(value)}`),
      "",
    ]),
    wording.request,
    confirmUrl,
    "",
    wording.closing,
    "",
  ].join("\n");
  const tables = blocks.map(
    (rows) =>
      `<table style="margin-bottom:12px">${rows
        .map(
          ([name, value]) =>
            `<tr><td style="padding:2px 16px 2px 0;color:#666">${escapeHtml(name)}</td><td><b>${escapeHtml(value)}</b></td></tr>`,
        )
        .join("")}</table>`,
  );
  const html = `<p>Dear ${escapeHtml(supplierName)},</p><p>${escapeHtml(wording.opening)}</p>${tables.join("")}<p><a href="${escapeHtml(confirmUrl)}">${escapeHtml(wording.link)}</a></p><p style="color:#666">${escapeHtml(wording.closing)}</p>`;
  return { text, html };
}

type Row = readonly [name: string, value: string];

function headOf({ orderNumber, customerName, siteName, createdAt }: OrderFacts): Row[] {
  return [
    ["Order", String(orderNumber)],
    ["Deliver to", [customerName, siteName].filter(Boolean).join(", ")],
    ["Ordered", createdAt.slice(0, 16).replace("T", " ").concat(" UTC")],
  ];
}

function rowsOf(line: OrderLineFacts, currency: string): Row[] {
  const { unitPrice, locationName, deliveries } = line;
  const byDay = deliveries.map(({ quantity, date }) => `${quantity} by ${date}`).join(", ");
  return [
    ["Part", `${line.partNumber}  ${line.partName}`],
    ["Quantity", `${line.quantity} ${line.unit}`],
    ...(byDay ? ([["Deliveries", byDay]] as const) : []),
    ...(unitPrice === null ? [] : ([["Price", `${unitPrice} ${currency} each`]] as const)),
    ...(locationName ? ([["Location", locationName]] as const) : []),
    ...(line.isUrgent ? ([["Urgent", "yes, as soon as possible"]] as const) : []),
  ];
}

/** The order as the body of a webhook (Standard Webhooks: type, timestamp, data). */
export function writeOrderWebhook(facts: OrderFacts, type: "order.placed" | "order.late" = "order.placed") {
  const { orderId, orderNumber, createdAt, confirmUrl } = facts;
  return {
    type,
    timestamp: createdAt,
    data: {
      order: { id: orderId, number: orderNumber, createdAt, confirmUrl },
      customer: { name: facts.customerName },
      supplier: { name: facts.supplierName },
      deliverTo: { site: facts.siteName },
      currency: facts.currency,
      lines: facts.lines.map(({ orderId, number, locationName, partNumber, partName, unit, ...line }) => ({
        orderId,
        number,
        part: { number: partNumber, name: partName, unit },
        location: locationName,
        ...line,
      })),
    },
  };
}

/** A name may hold any character; a header or a line of the table may not hold a line break. */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  return text.replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, " ");
}

export function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
  };
  return text.replace(/[&<>"']/g, (character) => names[character]!);
}
