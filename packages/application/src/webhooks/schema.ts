import { type Static, Type } from "typebox";
import { Id } from "../api/schemas.ts";
import { deliveryStates } from "./deliveries.ts";
import { eventTypeNames } from "./event-types.ts";

const closed = { additionalProperties: false };
const Time = Type.String({ format: "date-time" });
const Nullable = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()]);

const Url = Type.String({
  format: "uri",
  maxLength: 2000,
  description: "https://, reachable from the internet",
});
const Events = Type.Array(Type.Enum([...eventTypeNames], { type: "string" }), {
  maxItems: eventTypeNames.length,
  uniqueItems: true,
  description: "Types of events that are sent; empty: all, also those that come with later versions",
});
const Description = Type.String({ maxLength: 500 });
const Enabled = Type.Boolean({ description: "Events are sent; those that happen while it is off are not" });

export const WebhookInput = Type.Object(
  {
    url: Url,
    description: Type.Optional(Description),
    events: Type.Optional(Events),
    enabled: Type.Optional(Enabled),
  },
  closed,
);
export const WebhookChange = Type.Partial(WebhookInput, closed);
export const Webhook = Type.Object(
  {
    id: Id,
    url: Type.String(),
    description: Description,
    events: Type.Array(Type.String()),
    enabled: Enabled,
    disabledReason: Nullable(Type.String({ description: "Why Refill switched it off" })),
    failingSince: Nullable(
      Type.String({ format: "date-time", description: "Since when every attempt has failed" }),
    ),
    version: Type.Integer({ minimum: 1 }),
    createdAt: Time,
    updatedAt: Time,
    secret: Type.Optional(
      Type.String({
        pattern: "^whsec_[A-Za-z0-9+/]+={0,2}$",
        description: "Signs what is sent (Standard Webhooks); shown when it is made, never again",
      }),
    ),
    oldSecretUntil: Nullable(
      Type.String({ format: "date-time", description: "Until then the secret before signs as well" }),
    ),
  },
  { $id: "Webhook" },
);

const Attempt = Type.Object({
  at: Time,
  status: Nullable(Type.Integer({ description: "HTTP status; null: nobody answered" })),
  error: Nullable(Type.String()),
  durationMs: Type.Integer(),
});
export const DeliveryState = Type.Enum([...deliveryStates], { type: "string" });
const delivery = {
  id: Id,
  eventId: Type.String({ format: "uuid", description: "`webhook-id`, the same for all attempts" }),
  eventType: Type.String(),
  state: DeliveryState,
  createdAt: Time,
  updatedAt: Time,
  attemptCount: Type.Integer(),
  lastAttempt: Nullable(Attempt),
  nextAttemptAt: Nullable(Time),
};
export const WebhookDelivery = Type.Object(delivery, { $id: "WebhookDelivery" });
const AnyObject = (description: string) => Type.Object({}, { additionalProperties: true, description });
export const WebhookDeliveryDetail = Type.Object(
  {
    ...delivery,
    attempts: Type.Array(Attempt, { description: "The latest 50, oldest first" }),
    payload: AnyObject("The body that is sent"),
  },
  { $id: "WebhookDeliveryDetail" },
);

export const ReplayInput = Type.Object(
  {
    since: Time,
    until: Type.Optional(Time),
    onlyFailed: Type.Optional(
      Type.Boolean({
        description:
          "Only deliveries that failed; else all events of the time that the webhook wants, also those from before it was made",
      }),
    ),
  },
  closed,
);
export const Replayed = Type.Object(
  {
    replayed: Type.Integer({ description: "Deliveries that are sent (again)" }),
    continueAt: Nullable(
      Type.String({
        format: "date-time",
        description: "There were too many for one call: go on with this as `since`",
      }),
    ),
  },
  { $id: "Replayed" },
);
export const WebhookTest = Type.Object(
  {
    delivered: Type.Boolean(),
    status: Nullable(Type.Integer()),
    error: Nullable(Type.String()),
    durationMs: Type.Integer(),
    answer: Nullable(Type.String({ description: "The beginning of what the receiver answered" })),
  },
  { $id: "WebhookTest" },
);
export const EventType = Type.Object(
  {
    type: Type.String(),
    description: Type.String(),
    schema: AnyObject("JSON Schema of the body"),
  },
  { $id: "EventType" },
);

export const webhookSchemas = [
  Webhook,
  WebhookDelivery,
  WebhookDeliveryDetail,
  Replayed,
  WebhookTest,
  EventType,
];
export type WebhookInput = Static<typeof WebhookInput>;
export type ReplayInput = Static<typeof ReplayInput>;
