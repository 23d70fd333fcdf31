import { type Static, Type } from "typebox";
import { closed, EmailAddress, Id, Nullable, Text, Time } from "../api/schemas.ts";
import { mostSourceAddresses } from "./source-addresses.ts";

const Role = Type.Enum(["admin", "user"], {
  type: "string",
  description: "admin configures everything; user reads",
});

const expiresAt = Nullable(Time);
const sourceAddresses = Type.Array(Type.String({ minLength: 2, maxLength: 60 }), {
  maxItems: mostSourceAddresses,
  examples: [["192.0.2.0/24", "2001:db8::/32"]],
  description:
    "IPv4 or IPv6 addresses and networks (192.0.2.0/24) from which the key is taken; none: from everywhere",
});
const apiKey = { name: Text(), role: Role };
export const ApiKeyInput = Type.Object(
  { ...apiKey, expiresAt: Type.Optional(expiresAt), sourceAddresses: Type.Optional(sourceAddresses) },
  closed,
);
export const ApiKeyChange = Type.Partial(Type.Object({ ...apiKey, expiresAt, sourceAddresses }), closed);
const Version = Type.Integer({ minimum: 1, description: "Counted up by each change" });
export const ApiKey = Type.Object(
  {
    id: Id,
    ...apiKey,
    expiresAt: Nullable(Time),
    sourceAddresses,
    isOperators: Type.Boolean({ description: "Made for a command of whoever runs Refill" }),
    version: Version,
    createdAt: Time,
    lastUsedAt: Nullable(Time),
    lastUsedFrom: Nullable(Type.String({ description: "Network address", examples: ["192.0.2.10"] })),
    key: Type.Optional(Type.String({ description: "The key itself: in the answer that creates it only" })),
  },
  { $id: "ApiKey" },
);

export const Member = Type.Object(
  { id: Id, name: Type.String(), email: Type.String(), role: Role, version: Version, createdAt: Time },
  { $id: "Member" },
);
export const MemberChange = Type.Partial(Type.Object({ name: Text(), role: Role }), closed);

export const InvitationInput = Type.Object(
  {
    role: Role,
    email: Type.Optional(EmailAddress),
  },
  { ...closed, description: "With an e-mail address, nobody registers by it with another one" },
);
export const Invitation = Type.Object(
  {
    id: Id,
    role: Role,
    email: Nullable(Type.String()),
    state: Type.Enum(["open", "used", "expired"], { type: "string" }),
    createdAt: Time,
    expiresAt: Time,
    usedAt: Nullable(Time),
    link: Type.Optional(
      Type.String({ description: "Works once; in the answer that makes the invitation only" }),
    ),
  },
  { $id: "Invitation" },
);

export const RegistrationInput = Type.Object({ name: Text(), email: EmailAddress }, closed);
export const Registration = Type.Object(
  {
    customerName: Type.String(),
    role: Role,
    email: Nullable(Type.String({ description: "Whom the link is for; null: whoever has it" })),
  },
  { $id: "Registration" },
);
export const Session = Type.Object(
  {
    member: Nullable(Member),
    role: Role,
    customer: Type.Object({ name: Type.String(), region: Type.String() }),
    demonstration: Type.Boolean(),
  },
  { $id: "Session" },
);

export const memberSchemas = [ApiKey, Member, Invitation, Registration, Session];

export type ApiKeyInput = Static<typeof ApiKeyInput>;
export type ApiKeyChange = Static<typeof ApiKeyChange>;
