import { randomUUID } from "node:crypto";
import { type Static, Type } from "typebox";
import type { MessageTemplate, Order, Supplier } from "../accounts/records.ts";
import { settingsOf } from "../accounts/settings.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed, Nullable } from "../api/schemas.ts";
import {
  defaultTemplates,
  placeholderNames,
  placeholders,
  validateTemplate,
} from "../dispatch/message-template.ts";
import { type OrderFacts, writeEmail } from "../dispatch/order-message.ts";
import { MessageTemplate as Template } from "../inventory/schema.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { factsOf } from "./order-facts.ts";

const Input = Type.Object(
  {
    kind: Type.Enum(["order", "reminder"], { type: "string" }),
    language: Type.Optional(
      Type.Enum(["en", "de"], { type: "string", description: "Left out: the supplier's" }),
    ),
    template: Type.Optional(
      Type.Union([Template, Type.Null()], { description: "Null: as usual; left out: the supplier's" }),
    ),
  },
  closed,
);
export const MessagePreview = Type.Object(
  {
    subject: Type.String(),
    text: Type.String(),
    html: Type.String(),
    orderNumber: Nullable(
      Type.Integer({
        description: "Of the supplier's newest order, which is shown; null: it has none, so one is made up",
      }),
    ),
    usual: Type.Object(
      { subject: Type.String(), text: Type.String() },
      { description: "The template that holds without one of its own" },
    ),
    placeholders: Type.Array(Type.Object({ name: Type.String(), description: Type.String() })),
  },
  { $id: "MessagePreview", description: "An e-mail to a supplier as it would be sent" },
);
const dayMs = 24 * 60 * 60 * 1000;

/** How an e-mail to a supplier would look, with a template that need not be saved. */
export function messagePreviewRoutes(app: ApiServer, { store, baseUrl }: Api): void {
  app.post(
    "/suppliers/:id/message-preview",
    {
      schema: {
        tags: ["suppliers"],
        summary: "See an e-mail to the supplier as it would be sent, with its newest order; nothing is sent",
        params: IdParameter,
        body: Input,
        response: { 200: MessagePreview, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const supplier = set.get("supplier", request.params.id);
      if (!supplier) throw notFound("supplier");
      const { kind, ...wanted } = request.body as Static<typeof Input>;
      const language = wanted.language ?? supplier.language;
      const own = kind === "order" ? supplier.orderMessage : supplier.reminderMessage;
      const template: MessageTemplate | null = wanted.template === undefined ? own : wanted.template;
      if (template) refuseFields(validateTemplate(template, "template"));
      const lines = newestOrder(set, supplier);
      const confirmUrl = `${baseUrl()}/supplier/confirm#…`;
      const facts =
        lines.length > 0 ? factsOf(set, lines, supplier, confirmUrl) : madeUp(set, supplier, confirmUrl);
      return {
        ...writeEmail(kind, facts, { language, template }),
        orderNumber: lines.length > 0 ? facts.orderNumber : null,
        usual: defaultTemplates[language][kind],
        placeholders: placeholderNames.map((name) => ({ name, description: placeholders[name] })),
      };
    },
  );
}

/** The lines of the purchase order with the highest number. */
function newestOrder(set: WorkingSet, { id }: Supplier): Order[] {
  const placed = [...set.all("order")].filter(
    ({ supplierId, purchaseOrder }) => supplierId === id && purchaseOrder !== null,
  );
  const newest = placed.reduce<Order | undefined>(
    (best, order) => (!best || order.purchaseOrder!.number > best.purchaseOrder!.number ? order : best),
    undefined,
  );
  return placed
    .filter(({ purchaseOrder }) => purchaseOrder!.id === newest?.purchaseOrder?.id)
    .sort((a, b) => a.number - b.number);
}

/** One line of a part that the supplier has, or of none. */
function madeUp(set: WorkingSet, supplier: Supplier, confirmUrl: string): OrderFacts {
  const part = [...set.all("part")].find(({ supplies }) =>
    supplies.some(({ supplierId }) => supplierId === supplier.id),
  );
  const supply = part?.supplies.find(({ supplierId }) => supplierId === supplier.id);
  const [site] = set.all("site");
  const { currency, address } = settingsOf(set);
  const now = Date.now();
  return {
    orderId: randomUUID(),
    orderNumber: set.nextOrderNumber,
    customerName: set.customerName,
    siteName: site?.name ?? "",
    deliveryAddress: site?.address || address,
    timeZone: site?.timeZone ?? "UTC",
    supplierName: supplier.name,
    currency,
    createdAt: new Date(now).toISOString(),
    dueAt: new Date(now + supplier.leadTimeDays * dayMs).toISOString(),
    confirmUrl,
    lines: [
      {
        orderId: randomUUID(),
        number: set.nextOrderNumber,
        locationName: "A-01-1",
        partNumber: supply?.partNumber || part?.number || "M6-20",
        partName: part?.name ?? "Hexagon screw M6x20",
        unit: part?.unit ?? "pcs",
        quantity: Math.max(supply?.packSize ?? 100, supply?.minimumOrderQuantity ?? 0),
        unitPrice: supply?.prices[0]?.price ?? null,
        isUrgent: false,
        deliveries: [],
      },
    ],
  };
}
