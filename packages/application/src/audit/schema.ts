import { Type } from "typebox";
import { Nullable, Time } from "../api/schemas.ts";

const Fields = (example: object) => Type.Record(Type.String(), Type.Unknown(), { examples: [example] });
const actorKinds = ["member", "api-key", "supplier", "operator", "system"];
const Sequence = Type.Integer({ minimum: 1 });

export const AuditEntry = Type.Object(
  {
    sequence: Sequence,
    at: Time,
    action: Type.String({ description: "e.g. part.changed, session.started, access.refused" }),
    actor: Type.Object(
      {
        kind: Type.Enum(actorKinds, { type: "string" }),
        id: Nullable(Type.String()),
        name: Type.String(),
        address: Nullable(
          Type.String({
            description: "Network address; null for what Refill does itself",
            examples: ["192.0.2.10"],
          }),
        ),
      },
      { description: "Who did it" },
    ),
    target: Nullable(Type.Object({ kind: Type.String(), id: Nullable(Type.String()), name: Type.String() })),
    before: Nullable(Fields({ minimumOrderQuantity: 200 })),
    after: Nullable(Fields({ minimumOrderQuantity: 300 })),
    detail: Nullable(Fields({})),
    hash: Type.String({
      description: "Keyed hash over the entry before, number, time and content (HMAC-SHA-256, hexadecimal)",
    }),
  },
  { $id: "AuditEntry", description: "Of a changed record only the fields that differ; secrets never" },
);

export const AuditVerification = Type.Object(
  {
    isIntact: Type.Boolean(),
    entries: Type.Integer({ description: "Entries that were followed and found good" }),
    head: Type.Object({ sequence: Type.Integer(), hash: Type.String() }),
    anchor: Nullable(
      Type.Object(
        { sequence: Type.Integer(), hash: Type.String() },
        { description: "An earlier head, noted in the key vault: apart from the database" },
      ),
    ),
    fault: Nullable(
      Type.Object({
        sequence: Type.Integer({ description: "Number of the first entry that is not as it should be" }),
        kind: Type.Enum(["missing", "changed", "unreadable", "too-many"], { type: "string" }),
      }),
    ),
  },
  { $id: "AuditVerification" },
);

const Word = Type.String({ minLength: 1, maxLength: 100 });
export const trailFilter = {
  from: Type.Optional(Time),
  to: Type.Optional(Time),
  actorKind: Type.Optional(Type.Enum(actorKinds, { type: "string" })),
  actorId: Type.Optional(Word),
  action: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100,
      description: "An action or its beginning: api-key.created, api-key",
    }),
  ),
  targetKind: Type.Optional(Word),
  targetId: Type.Optional(Word),
  q: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 200,
      description: "Text anywhere in the entry, in capitals or not",
    }),
  ),
};

export const auditSchemas = [AuditEntry, AuditVerification];
