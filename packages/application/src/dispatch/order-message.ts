/** What a supplier needs to know of an order. */
export interface OrderFacts {
  orderId: string;
  orderNumber: number;
  customerName: string;
  siteName: string;
  locationName: string;
  partNumber: string;
  partName: string;
  unit: string;
  quantity: number;
  supplierName: string;
  /** ISO 8601. */
  createdAt: string;
  /** Page on which the supplier confirms, with a token for this order only. */
  confirmUrl: string;
}

/** The order as an e-mail, in plain text and HTML. */
export function writeOrderEmail(facts: OrderFacts): { subject: string; text: string; html: string } {
  const { customerName, orderNumber, supplierName, confirmUrl } = facts;
  const lines: [string, string][] = [
    ["Order", String(orderNumber)],
    ["Part", `${facts.partNumber}  ${facts.partName}`],
    ["Quantity", `${facts.quantity} ${facts.unit}`],
    ["Deliver to", [customerName, facts.siteName, facts.locationName].filter(Boolean).join(", ")],
    ["Ordered", facts.createdAt.slice(0, 16).replace("T", " ").concat(" UTC")],
  ];
  const width = Math.max(...lines.map(([name]) => name.length)) + 2;
  const text = [
    `Dear ${supplierName},`,
    "",
    `${customerName} orders:`,
    "",
    ...lines.map(([name, value]) => `  ${name.padEnd(width)}${oneLine(value)}`),
    "",
    "Please confirm quantity and delivery date here:",
    confirmUrl,
    "",
    "This order was placed by Refill, which watches the stock by sensors.",
    "",
  ].join("\n");
  const rows = lines.map(
    ([name, value]) =>
      `<tr><td style="padding:2px 16px 2px 0;color:#666">${escapeHtml(name)}</td><td><b>${escapeHtml(value)}</b></td></tr>`,
  );
  const html = `<p>Dear ${escapeHtml(supplierName)},</p><p>${escapeHtml(customerName)} orders:</p><table>${rows.join("")}</table><p><a href="${escapeHtml(confirmUrl)}">Confirm quantity and delivery date</a></p><p style="color:#666">This order was placed by Refill, which watches the stock by sensors.</p>`;
  return {
    subject: oneLine(
      `Order ${orderNumber} from ${customerName}: ${facts.quantity} ${facts.unit} ${facts.partNumber}`,
    ).slice(0, 200),
    text,
    html,
  };
}

/** The order as the body of a webhook (Standard Webhooks: type, timestamp, data). */
export function writeOrderWebhook(facts: OrderFacts) {
  const { orderId, orderNumber, createdAt, confirmUrl } = facts;
  return {
    type: "order.placed",
    timestamp: createdAt,
    data: {
      order: { id: orderId, number: orderNumber, createdAt, confirmUrl },
      customer: { name: facts.customerName },
      part: { number: facts.partNumber, name: facts.partName, unit: facts.unit },
      quantity: facts.quantity,
      deliverTo: { site: facts.siteName, location: facts.locationName },
      supplier: { name: facts.supplierName },
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
