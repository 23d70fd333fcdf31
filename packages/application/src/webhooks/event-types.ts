import { type ShownKind, shownResources } from "../api/shown-resources.ts";

interface EventType {
  description: string;
  /** What `data` holds, as the REST API shows it. */
  data: ShownKind;
}

/** All that a webhook can be told of. */
export const eventTypes = {
  "order.proposed": { data: "order", description: "An order waits for a person's approval." },
  "order.approved": {
    data: "order",
    description: "An order was approved; it is placed when its time has come.",
  },
  "order.rejected": { data: "order", description: "An order was rejected." },
  "order.placed": { data: "order", description: "An order was placed; it goes to its supplier next." },
  "order.dispatched": { data: "order", description: "An order was handed over to its supplier." },
  "order.confirmed": {
    data: "order",
    description: "A supplier confirmed an order, or confirmed it again with another quantity or day.",
  },
  "order.in-transit": { data: "order", description: "An order is on its way." },
  "order.partly-received": { data: "order", description: "A part of an order arrived." },
  "order.received": { data: "order", description: "An order arrived." },
  "order.late": { data: "order", description: "An order has not arrived when it should have." },
  "order.cancelled": { data: "order", description: "An order was cancelled." },
  "order.problem": {
    data: "order",
    description: "An order could not be sent to its supplier; `dispatchProblem` says why.",
  },
  "location.low": { data: "location", description: "A location's stock fell to its minimum or below." },
  "location.empty": { data: "location", description: "A location is empty." },
  "location.ok": { data: "location", description: "A location's stock is above its minimum (again)." },
  "location.unknown": {
    data: "location",
    description: "A location's stock is not known any more: its sensor is silent, disturbed or was changed.",
  },
  "location.created": { data: "location", description: "A storage location was created." },
  "location.changed": { data: "location", description: "A storage location's settings were changed." },
  "location.removed": { data: "location", description: "A storage location was removed, as it was before." },
  "proposal.created": {
    data: "proposal",
    description: "Planning proposes another policy or safety stock for a location.",
  },
  "proposal.applied": {
    data: "proposal",
    description: "A proposal was applied, by a person or by planning itself.",
  },
  "device.silent": {
    data: "device",
    description: "A device has sent nothing for too long: 3 hours for a sensor, 37 hours for a button.",
  },
  "device.active": {
    data: "device",
    description: "A device was heard for the first time, or again after a silence.",
  },
  "device.battery-low": {
    data: "device",
    description: "A device's battery fell to 20 % or below; told again only after it had 30 %.",
  },
  "device.created": { data: "device", description: "A device was registered." },
  "device.removed": { data: "device", description: "A device was removed, as it was before." },
  "part.created": { data: "part", description: "A part was created." },
  "part.changed": { data: "part", description: "A part was changed." },
  "part.removed": { data: "part", description: "A part was removed, as it was before." },
  "supplier.created": { data: "supplier", description: "A supplier was created." },
  "supplier.changed": { data: "supplier", description: "A supplier was changed." },
  "supplier.removed": { data: "supplier", description: "A supplier was removed, as it was before." },
  "site.created": { data: "site", description: "A site was created." },
  "site.changed": { data: "site", description: "A site was changed." },
  "site.removed": { data: "site", description: "A site was removed, as it was before." },
  "gateway.created": { data: "gateway", description: "A gateway was registered." },
  "gateway.changed": { data: "gateway", description: "A gateway's settings were changed." },
  "gateway.removed": { data: "gateway", description: "A gateway was removed, as it was before." },
  "member.joined": { data: "member", description: "A person became a member." },
  "member.removed": { data: "member", description: "A person is a member no longer." },
} as const satisfies Record<string, EventType>;

export type EventTypeName = keyof typeof eventTypes;
export const eventTypeNames = Object.keys(eventTypes) as EventTypeName[];

/** What `POST /webhooks/{id}/test` sends. */
export const testEventType = "webhook.test";

/** Types that tell when a device's silence begins or ends: for these it has to be looked after. */
export const silenceTypes: readonly EventTypeName[] = [
  "device.silent",
  "device.active",
  "location.unknown",
  "location.ok",
  "location.low",
  "location.empty",
];

/** The JSON Schema of an event's body. */
export function bodySchemaOf(type: EventTypeName): object {
  return {
    type: "object",
    required: ["type", "timestamp", "data"],
    properties: {
      type: { const: type },
      timestamp: { type: "string", format: "date-time", description: "When it happened" },
      data: shownResources[eventTypes[type].data].schema,
    },
  };
}
