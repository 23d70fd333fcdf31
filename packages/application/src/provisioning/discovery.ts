import { groupSchema } from "./group.ts";
import { userSchema } from "./user.ts";

/** What this service can do (RFC 7643, §5 to §7). */
export const serviceProviderConfig = {
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig"],
  patch: { supported: true },
  bulk: { supported: false, maxOperations: 0, maxPayloadSize: 0 },
  filter: { supported: true, maxResults: 200 },
  changePassword: { supported: false },
  sort: { supported: false },
  etag: { supported: true },
  authenticationSchemes: [
    {
      type: "oauthbearertoken",
      name: "Bearer token",
      description: "A key with the purpose provisioning, made under Settings, API keys",
      primary: true,
    },
  ],
};

const resourceType = (name: "User" | "Group", schema: string) => ({
  schemas: ["urn:ietf:params:scim:schemas:core:2.0:ResourceType"],
  id: name,
  name,
  endpoint: `/${name}s`,
  schema,
});
export const resourceTypes = [resourceType("User", userSchema), resourceType("Group", groupSchema)];

const attribute = (name: string, more: object = {}) => ({
  name,
  type: "string",
  multiValued: false,
  required: false,
  caseExact: false,
  mutability: "readWrite",
  returned: "default",
  uniqueness: "none",
  ...more,
});
const complex = (name: string, subAttributes: readonly object[], more: object = {}) =>
  attribute(name, { type: "complex", subAttributes, ...more });

export const schemas = [
  {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
    id: userSchema,
    name: "User",
    attributes: [
      attribute("userName", { required: true, uniqueness: "server" }),
      attribute("externalId", { caseExact: true }),
      attribute("displayName"),
      complex(
        "name",
        ["formatted", "givenName", "familyName"].map((name) => attribute(name)),
      ),
      complex("emails", [attribute("value"), attribute("type"), attribute("primary", { type: "boolean" })], {
        multiValued: true,
      }),
      attribute("active", { type: "boolean" }),
      attribute("preferredLanguage"),
      complex("groups", [attribute("value"), attribute("display")], {
        multiValued: true,
        mutability: "readOnly",
      }),
    ],
  },
  {
    schemas: ["urn:ietf:params:scim:schemas:core:2.0:Schema"],
    id: groupSchema,
    name: "Group",
    attributes: [
      attribute("displayName", { required: true, uniqueness: "server" }),
      attribute("externalId", { caseExact: true }),
      complex("members", [attribute("value"), attribute("display"), attribute("type")], {
        multiValued: true,
      }),
    ],
  },
];
