import { Type } from "typebox";
import type { Webhook } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { byText, createdFilters, filter, foldedOf, type ListRules, stampSorts } from "../api/list-rules.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { IdParameter, refusals, resourceRoutes } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { listDeliveries, readDelivery } from "./deliveries.ts";
import { bodySchemaOf, eventTypeNames, eventTypes } from "./event-types.ts";
import * as schemas from "./schema.ts";
import { putWebhook, replay, replayOne, rotateSecret, testWebhook } from "./service.ts";
import { deliveryDetailView, deliveryView, newWebhookView, webhookView } from "./views.ts";

const tags = ["webhooks"];
const webhookList: ListRules<"webhook"> = {
  searched: "address and description",
  searchedText: (webhook) => foldedOf(webhook, ({ url, description }) => `${url}\n${description}`),
  sorts: { ...stampSorts, url: byText(({ url }) => url) },
  filters: {
    enabled: filter<Webhook, boolean>(Type.Boolean(), ({ isEnabled }, is) => isEnabled === is),
    ...createdFilters,
  },
};
const DeliveryParameters = Type.Object({ id: Id, deliveryId: Id });

export function webhookRoutes(app: ApiServer, api: Api): void {
  const mayReachPrivate = (set: { isDemonstration: boolean }) => api.isDemonstration && set.isDemonstration;
  resourceRoutes<"webhook", schemas.WebhookInput>(app, api, {
    path: "/webhooks",
    noun: "webhook",
    kind: "webhook",
    schema: schemas.Webhook,
    create: schemas.WebhookInput,
    update: schemas.WebhookChange,
    inputOf: ({ url, description, events, isEnabled }) => ({
      url,
      description,
      events: [...events] as NonNullable<schemas.WebhookInput["events"]>,
      enabled: isEnabled,
    }),
    put: (change, id, input) => putWebhook(change, id, input, mayReachPrivate(change.base)),
    remove: (change, { id }) => change.remove("webhook", id),
    list: webhookList,
    view: webhookView,
    viewOnce: newWebhookView,
  });
  eventTypeRoutes(app);
  deliveryRoutes(app, api);
  replayRoutes(app, api);
  secretRoutes(app, api);

  app.post(
    "/webhooks/:id/test",
    {
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Send `webhook.test` at once and read what the receiver answers",
        params: IdParameter,
        response: { 200: schemas.WebhookTest, ...refusals },
      },
    },
    async (request) => {
      const { set, webhook } = await find(api, request.principal.accountId, request.params.id);
      return testWebhook(webhook, api.webhooks.plan, mayReachPrivate(set));
    },
  );
}

async function find(
  { store }: Api,
  accountId: string,
  id: string,
): Promise<{ set: WorkingSet; webhook: Webhook }> {
  const set = await store.read(accountId);
  const webhook = set.get("webhook", id);
  if (!webhook) throw notFound("webhook");
  return { set, webhook };
}

function eventTypeRoutes(app: ApiServer): void {
  const items = eventTypeNames.map((type) => ({
    type,
    description: eventTypes[type].description,
    schema: bodySchemaOf(type),
  }));
  app.get(
    "/webhook-event-types",
    {
      schema: {
        tags,
        summary: "All types of events, each with the schema of what is sent",
        response: { 200: Page(schemas.EventType), ...refusals },
      },
    },
    async () => ({ items, nextCursor: null }),
  );
}

function deliveryRoutes(app: ApiServer, api: Api): void {
  app.get(
    "/webhooks/:id/deliveries",
    {
      schema: {
        tags,
        summary: "What became of each event of the last 30 days, newest first",
        params: IdParameter,
        querystring: Type.Object(
          { ...pageQuery, state: Type.Optional(schemas.DeliveryState) },
          { additionalProperties: false },
        ),
        response: { 200: Page(schemas.WebhookDelivery), ...refusals },
      },
    },
    async (request) => {
      const { set, webhook } = await find(api, request.principal.accountId, request.params.id);
      const { limit = defaultPageSize, cursor, state } = request.query;
      const after = cursor === undefined ? undefined : decodeCursor(cursor, ["moment", "uuid"]);
      const found = await api.store.query(set.accountId, (tx) =>
        listDeliveries(tx, set, webhook.id, {
          limit: limit + 1,
          ...(state === undefined ? {} : { state }),
          ...(after === undefined ? {} : { cursor: { at: after[0], id: after[1] } }),
        }),
      );
      const items = found.slice(0, limit);
      const last = items.at(-1);
      const hasMore = found.length > limit && last !== undefined;
      return {
        items: items.map(deliveryView),
        nextCursor: hasMore ? encodeCursor([last.createdAt, last.id]) : null,
      };
    },
  );

  app.get(
    "/webhooks/:id/deliveries/:deliveryId",
    {
      schema: {
        tags,
        summary: "A delivery with its attempts and what is sent",
        params: DeliveryParameters,
        response: { 200: schemas.WebhookDeliveryDetail, ...refusals },
      },
    },
    async (request) => {
      const { id, deliveryId } = request.params;
      const { set } = await find(api, request.principal.accountId, id);
      return detail(api, set, id, deliveryId);
    },
  );
}

async function detail({ store }: Api, set: WorkingSet, webhookId: string, deliveryId: string) {
  const delivery = await store.query(set.accountId, (tx) => readDelivery(tx, set, deliveryId));
  if (delivery?.webhookId !== webhookId) throw notFound("delivery");
  return deliveryDetailView(delivery);
}

function replayRoutes(app: ApiServer, api: Api): void {
  const { store } = api;
  const { writeJobs } = api.webhooks;
  app.post(
    "/webhooks/:id/deliveries/:deliveryId/replay",
    {
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Send an event again, or at once when it waits for its next attempt",
        params: DeliveryParameters,
        response: { 200: schemas.WebhookDeliveryDetail, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { set, webhook } = await find(api, accountId, request.params.id);
      const { deliveryId } = request.params;
      await detail(api, set, webhook.id, deliveryId);
      await replayOne({ store, writeJobs, set, webhook, actor }, deliveryId);
      return detail(api, set, webhook.id, deliveryId);
    },
  );

  app.post(
    "/webhooks/:id/replay",
    {
      config: { actsOutside: true },
      schema: {
        tags,
        summary: "Send the events of a time again: at most 10,000 a call, oldest first",
        params: IdParameter,
        body: schemas.ReplayInput,
        response: { 200: schemas.Replayed, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { since, until } = request.body;
      if (until !== undefined && Date.parse(until) < Date.parse(since))
        refuseFields([{ field: "until", message: "must not be before since" }]);
      const { set, webhook } = await find(api, accountId, request.params.id);
      const { replayed, continueAt } = await replay({ store, writeJobs, set, webhook, actor }, request.body);
      return { replayed, continueAt: continueAt === null ? null : new Date(continueAt).toISOString() };
    },
  );
}

function secretRoutes(app: ApiServer, { store, webhooks: { plan } }: Api): void {
  app.post(
    "/webhooks/:id/rotate-secret",
    {
      schema: {
        tags,
        summary: "Make a new secret, shown this once; the one before signs as well for 24 hours",
        params: IdParameter,
        response: { 200: schemas.Webhook, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const webhook = await store.change(accountId, actor, (change) =>
        rotateSecret(change, request.params.id, plan),
      );
      return newWebhookView(await store.read(accountId), webhook);
    },
  );
}
