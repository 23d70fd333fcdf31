import { Type } from "typebox";
import { closed, Id, Nullable, Text, Time } from "../api/schemas.ts";

export const OperatorAccess = Type.Object(
  {
    id: Id,
    reason: Type.String(),
    operatorName: Nullable(Type.String({ description: "Who asked; null: any operator" })),
    state: Type.Enum(["asked", "granted", "ended"], { type: "string" }),
    grantedBy: Nullable(Type.String()),
    until: Nullable(Time),
    createdAt: Time,
    version: Type.Integer({ minimum: 1 }),
  },
  {
    $id: "OperatorAccess",
    description: "That operators of the service may look into the account for a while",
  },
);
const hours = Type.Integer({ minimum: 1, maximum: 168, description: "For how long operators may look" });
export const AccessGrant = Type.Object({ hours }, closed);
export const NewAccessGrant = Type.Object({ hours, reason: Text(500) }, closed);
export const AccessRequest = Type.Object({ reason: Text(500) }, closed);
export const OperatedCustomer = Type.Object(
  {
    accountId: Id,
    slug: Type.String(),
    region: Type.String(),
    state: Type.String(),
    isDemonstration: Type.Boolean(),
    createdAt: Time,
    devices: Nullable(Type.Integer({ description: "null: the account is not in use now" })),
    access: Nullable(
      Type.Object({
        state: Type.Enum(["asked", "granted"], { type: "string" }),
        reason: Type.String(),
        until: Nullable(Time),
      }),
    ),
  },
  { $id: "OperatedCustomer", description: "What operators see of a customer: nothing of its content" },
);
export const OperatedCustomers = Type.Object({ items: Type.Array(OperatedCustomer) });
export const ServiceHealth = Type.Object(
  {
    status: Type.Enum(["ok", "degraded"], { type: "string" }),
    checks: Type.Record(Type.String(), Type.String()),
    version: Type.String(),
    accountsInMemory: Type.Integer(),
    jobs: Type.Array(
      Type.Object({
        region: Type.String(),
        queue: Type.String(),
        waiting: Type.Integer(),
        active: Type.Integer(),
        failed: Type.Integer(),
      }),
    ),
  },
  { $id: "ServiceHealth" },
);
export const operationSchemas = [OperatorAccess, OperatedCustomer, ServiceHealth];
