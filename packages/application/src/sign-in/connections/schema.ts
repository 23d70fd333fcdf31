import { type Static, Type } from "typebox";
import { closed, Id, Nullable, Text, Time } from "../../api/schemas.ts";
import { privilegeNames } from "../../members/policy.ts";

const Url = (description: string) =>
  Type.String({ minLength: 1, maxLength: 2000, format: "uri", description });
const Role = Type.Enum(["admin", "user"], { type: "string" });
const RoleRule = Type.Object(
  {
    attribute: Text(),
    value: Text(500),
    role: Role,
    privileges: Type.Array(Type.Enum(privilegeNames, { type: "string" }), {
      maxItems: privilegeNames.length,
    }),
  },
  {
    ...closed,
    description: "Whoever's attribute has the value gets the role; the first rule that fits counts",
  },
);
const oidc = {
  kind: Type.Literal("oidc"),
  provider: Type.Enum(["entra", "google", "keycloak", "other"], { type: "string" }),
  issuer: Url("e.g. https://login.microsoftonline.com/<tenant id>/v2.0"),
  clientId: Text(500),
  tenant: Nullable(Text(200)),
};
const saml = {
  kind: Type.Literal("saml"),
  entityId: Text(1000),
  signInUrl: Url("HTTP-Redirect binding"),
  signOutUrl: Nullable(Url("HTTP-Redirect binding; null: the provider has none")),
  certificates: Type.Array(Type.String({ maxLength: 20_000, description: "PEM" }), {
    minItems: 1,
    maxItems: 5,
  }),
  metadataUrl: Nullable(Url("From where the metadata were read")),
  requiresSignedResponse: Type.Boolean({
    description:
      "false only for providers that sign nothing but the assertion, as AD FS does unless told otherwise",
  }),
};
const OidcInput = Type.Object(
  {
    ...oidc,
    clientSecret: Type.Optional(
      Type.String({ minLength: 1, maxLength: 1000, description: "Never shown; left out: stays as it is" }),
    ),
  },
  closed,
);
const SamlInput = Type.Object(saml, closed);
const common = {
  name: Text(100),
  admitsByRules: Type.Boolean({ description: "People whom a rule fits become members by signing in" }),
  rules: Type.Array(RoleRule, { maxItems: 100 }),
  secondFactorContexts: Type.Array(Text(300), {
    maxItems: 20,
    description: "acr or AuthnContextClassRef that are a second factor, beside the well-known ones",
  }),
};
export const ConnectionInput = Type.Object(
  {
    ...Type.Partial(Type.Object(common)).properties,
    name: common.name,
    settings: Type.Union([OidcInput, SamlInput]),
  },
  closed,
);
export const ConnectionChange = Type.Partial(
  Type.Object({ ...common, isEnabled: Type.Boolean(), settings: Type.Union([OidcInput, SamlInput]) }),
  closed,
);
export const Connection = Type.Object(
  {
    id: Id,
    ...common,
    isEnabled: Type.Boolean(),
    settings: Type.Union([Type.Object(oidc), Type.Object({ ...saml, certificateExpiresAt: Nullable(Time) })]),
    test: Nullable(
      Type.Object({
        at: Time,
        problem: Nullable(Type.String()),
        seen: Type.Object({
          email: Nullable(Type.String()),
          name: Nullable(Type.String()),
          attributes: Type.Record(Type.String(), Type.Array(Type.String())),
        }),
      }),
    ),
    isDemonstration: Type.Boolean(),
    addresses: Type.Object(
      {
        oidcCallback: Type.String(),
        oidcBackChannel: Type.String(),
        samlEntityId: Type.String(),
        samlConsumer: Type.String(),
        samlSignOut: Type.String(),
        signIn: Type.String(),
      },
      { description: "Of Refill's side, as the provider has to know them" },
    ),
    version: Type.Integer({ minimum: 1 }),
    createdAt: Time,
  },
  { $id: "Connection" },
);
export const MetadataInput = Type.Object(
  {
    xml: Type.Optional(Type.String({ minLength: 1, maxLength: 900_000 })),
    url: Type.Optional(Url("Where the provider publishes its metadata")),
  },
  {
    ...closed,
    minProperties: 1,
    maxProperties: 1,
    examples: [{ url: "https://adfs.acme.example/FederationMetadata/2007-06/FederationMetadata.xml" }],
  },
);
export const SamlMetadata = Type.Object({
  entityId: Type.String(),
  signInUrl: Type.String(),
  signOutUrl: Nullable(Type.String()),
  certificates: Type.Array(Type.String()),
});

export const DomainInput = Type.Object(
  {
    name: Type.String({
      maxLength: 253,
      minLength: 4,
      pattern: "^([a-zA-Z0-9]([a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?\\.)+[a-zA-Z]{2,63}$",
      examples: ["acme.example"],
    }),
  },
  closed,
);
export const DomainChange = Type.Object({ requiredConnectionId: Nullable(Id) }, closed);
export const Domain = Type.Object(
  {
    id: Id,
    name: Type.String(),
    record: Type.Object(
      { name: Type.String(), value: Type.String() },
      { description: "The TXT record that verifies it" },
    ),
    verifiedAt: Nullable(Time),
    requiredConnectionId: Nullable(Id),
    version: Type.Integer({ minimum: 1 }),
    createdAt: Time,
  },
  { $id: "Domain" },
);

export const connectionSchemas = [Connection, Domain];
export type ConnectionInput = Static<typeof ConnectionInput>;
export type ConnectionChange = Static<typeof ConnectionChange>;
