import type { FastifyReply } from "fastify";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { readLines } from "../orders/purchase-order-routes.ts";
import { refuseFields } from "../refusal.ts";
import { labelsOf } from "./label-contents.ts";
import { drawLabels } from "./label-sheet.ts";
import { labelsOnSheet, labelTemplates } from "./label-templates.ts";
import { drawPurchaseOrder } from "./purchase-order.ts";
import { purchaseOrderFacts } from "./purchase-order-facts.ts";
import { DocumentQuery, LabelInput, LabelTemplate, mostLabels, pdfAnswer } from "./schema.ts";
import { documentWords } from "./words.ts";

/** What people print: labels and purchase orders, as PDF. */
export function documentRoutes(app: ApiServer, api: Api): void {
  const { store, baseUrl } = api;

  app.get(
    "/label-templates",
    {
      schema: {
        tags: ["documents"],
        summary: "The sheets and rolls of labels that can be printed on",
        response: { 200: Type.Object({ items: Type.Array(LabelTemplate) }), ...refusals },
      },
    },
    async () => ({ items: [...labelTemplates] }),
  );

  app.post(
    "/labels",
    {
      config: { changesNothing: true },
      schema: {
        tags: ["documents"],
        summary: "Labels of storage locations, devices and racks, with a QR code that opens them on a phone",
        body: LabelInput,
        response: { 200: pdfAnswer("The labels"), ...refusals },
      },
    },
    async (request, reply) => {
      const { template: name, startAt = 1, language = "en", showsReorderPoint = true } = request.body;
      const { locationIds = [], deviceIds = [], rackIds = [] } = request.body;
      const count = locationIds.length + deviceIds.length + rackIds.length;
      const template = labelTemplates.find((each) => each.name === name)!;
      const places = labelsOnSheet(template);
      refuseFields([
        ...(count === 0 ? [{ field: "locationIds", message: "name at least one to print a label of" }] : []),
        ...(count > mostLabels
          ? [{ field: "locationIds", message: `are more than ${mostLabels} labels together` }]
          : []),
        ...(startAt > places ? [{ field: "startAt", message: `the sheet has ${places} labels` }] : []),
      ]);
      const set = await store.read(request.principal.accountId);
      const labels = labelsOf(
        set,
        { locationIds, deviceIds, rackIds },
        { baseUrl: baseUrl(), language, showsReorderPoint },
      );
      const title = `${documentWords[language].labels} ${set.customerName}`;
      return sendPdf(reply, "labels", await drawLabels(labels, template, { startAt, title, language }));
    },
  );

  app.get(
    "/purchase-orders/:id/document",
    {
      schema: {
        tags: ["documents"],
        summary: "A purchase order for printing",
        params: IdParameter,
        querystring: DocumentQuery,
        response: { 200: pdfAnswer("The purchase order"), ...refusals },
      },
    },
    async (request, reply) => {
      const { language = "en" } = request.query;
      const set = await store.read(request.principal.accountId);
      const lines = await readLines(api, set, request.params.id);
      const facts = purchaseOrderFacts(set, lines, baseUrl());
      return sendPdf(reply, `purchase-order-${facts.number}`, await drawPurchaseOrder(facts, language));
    },
  );
}

function sendPdf(reply: FastifyReply, name: string, content: Buffer): FastifyReply {
  return reply
    .header("content-disposition", `inline; filename="${name}.pdf"`)
    .type("application/pdf")
    .send(content as never);
}
