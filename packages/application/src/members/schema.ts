import { type Static, Type } from "typebox";
import { closed, EmailAddress, Id, Nullable, Text, Time, TimeZone } from "../api/schemas.ts";
import { privilegeNames } from "./policy.ts";
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
const Purpose = Type.Enum(["api", "provisioning"], {
  type: "string",
  description:
    "api: for /api/v1; provisioning: for a directory service, which manages members by SCIM at /scim/v2",
});
export const ApiKeyInput = Type.Object(
  {
    ...apiKey,
    expiresAt: Type.Optional(expiresAt),
    sourceAddresses: Type.Optional(sourceAddresses),
    purpose: Type.Optional(Purpose),
  },
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
    purpose: Purpose,
    isOperators: Type.Boolean({ description: "Made for a command of whoever runs Refill" }),
    version: Version,
    createdAt: Time,
    lastUsedAt: Nullable(Time),
    lastUsedFrom: Nullable(Type.String({ description: "Network address", examples: ["192.0.2.10"] })),
    key: Type.Optional(Type.String({ description: "The key itself: in the answer that creates it only" })),
  },
  { $id: "ApiKey" },
);

const Privileges = Type.Array(Type.Enum(privilegeNames, { type: "string" }), {
  maxItems: privilegeNames.length,
  uniqueItems: true,
  description: "What a user may do beyond reading; an admin has all",
});
const Language = Type.Enum(["en", "de"], { type: "string" });
const MemberState = Type.Enum(["active", "suspended"], { type: "string" });
export const Member = Type.Object(
  {
    id: Id,
    name: Type.String(),
    email: Type.String(),
    isEmailConfirmed: Type.Boolean(),
    role: Role,
    privileges: Privileges,
    state: MemberState,
    origin: Type.Enum(["invitation", "sign-on", "provisioning"], {
      type: "string",
      description: "How the member came: invited, by signing in with a provider, or by a directory service",
    }),
    language: Language,
    timeZone: Nullable(Type.String()),
    version: Version,
    createdAt: Time,
  },
  { $id: "Member" },
);
export const MemberChange = Type.Partial(
  Type.Object({ name: Text(), role: Role, privileges: Privileges, state: MemberState }),
  closed,
);

export const InvitationInput = Type.Object(
  {
    emails: Type.Array(EmailAddress, { minItems: 1, maxItems: 100, uniqueItems: true }),
    role: Role,
    privileges: Type.Optional(Privileges),
    language: Type.Optional(Language),
  },
  { ...closed, description: "Nobody registers with another address than the invited one" },
);
export const Invitation = Type.Object(
  {
    id: Id,
    role: Role,
    privileges: Privileges,
    email: Nullable(Type.String()),
    language: Language,
    isForMember: Type.Boolean({ description: "A member's new way to sign in" }),
    state: Type.Enum(["open", "used", "expired"], { type: "string" }),
    createdAt: Time,
    expiresAt: Time,
    usedAt: Nullable(Time),
    mailedAt: Nullable(Time),
    mailProblem: Nullable(Type.String({ description: "Why it could not be mailed" })),
    link: Type.Optional(
      Type.String({ description: "Works once; in the answer that makes the invitation only" }),
    ),
  },
  { $id: "Invitation" },
);
export const Invitations = Type.Object({ items: Type.Array(Invitation) });

const Connection = Type.Object({
  token: Type.String(),
  name: Type.String(),
  kind: Type.Enum(["oidc", "saml"], { type: "string" }),
});
/** What a browser's WebAuthn gives, as JSON (WebAuthn Level 3, §5.1): its own library reads the rest. */
export const PasskeyAnswer = Type.Object(
  { id: Type.String({ maxLength: 2000 }), type: Type.Literal("public-key") },
  { additionalProperties: true, description: "PublicKeyCredential.toJSON() of the browser" },
);
export const PasskeyOptions = Type.Object(
  { challenge: Type.String() },
  { additionalProperties: true, description: "For navigator.credentials, as JSON" },
);
const Code = Type.String({ minLength: 6, maxLength: 20, description: "Of the authenticator app" });
const RecoveryCode = Type.String({ minLength: 8, maxLength: 40 });
export const FactorAnswer = Type.Object(
  {
    code: Type.Optional(Code),
    recoveryCode: Type.Optional(RecoveryCode),
    passkey: Type.Optional(PasskeyAnswer),
  },
  { ...closed, minProperties: 1, maxProperties: 1, examples: [{ code: "123456" }] },
);

export const AddressInput = Type.Object({ email: EmailAddress }, closed);
export const RegistrationBegin = Type.Object(
  { name: Text(), email: EmailAddress, addressCode: Type.Optional(Type.String({ maxLength: 20 })) },
  closed,
);
export const RegistrationInput = Type.Object(
  {
    name: Text(),
    passkey: PasskeyAnswer,
    passkeyName: Type.Optional(Text()),
    code: Type.Optional(Code),
    recoveryCode: Type.Optional(RecoveryCode),
  },
  closed,
);
export const Registration = Type.Object(
  {
    customerName: Type.String(),
    role: Role,
    email: Nullable(Type.String({ description: "Whom the link is for; null: whoever has it" })),
    memberName: Nullable(Type.String({ description: "The member whose new way in it is" })),
    needsAddressCode: Type.Boolean({ description: "The address has to be proved by a mailed code" }),
    needsCode: Type.Boolean({
      description: "A recovery code or the authenticator app's code is asked for, too",
    }),
    hasPasskeys: Type.Boolean({ description: "False: the company requires a connection" }),
    connections: Type.Array(Connection),
  },
  { $id: "Registration" },
);
const Permission = Type.Enum(["read", "own", "admin", "operate", ...privilegeNames], { type: "string" });
export const Session = Type.Object(
  {
    member: Nullable(Member),
    role: Role,
    permissions: Type.Array(Permission, { description: "What you may do; see GET /api/v1/roles" }),
    kind: Type.Enum(["member", "api-key", "operator", "visitor"], {
      type: "string",
      description: "visitor: an operator whom the customer let in",
    }),
    visitUntil: Nullable(Time),
    confirmedUntil: Nullable(Time),
    customer: Type.Object({ name: Type.String(), region: Type.String() }),
    demonstration: Type.Boolean(),
  },
  { $id: "Session" },
);
export const Roles = Type.Object(
  {
    roles: Type.Array(
      Type.Object({ name: Role, description: Type.String(), operations: Type.Array(Type.String()) }),
    ),
    privileges: Type.Array(
      Type.Object({
        name: Type.String(),
        title: Type.String(),
        description: Type.String(),
        operations: Type.Array(Type.String()),
      }),
    ),
  },
  { $id: "Roles" },
);
export const SignInState = Type.Object(
  {
    state: Type.Enum(["nobody", "second-factor", "enrolment", "signed-in"], {
      type: "string",
      description: "What this browser's sign-in waits for",
    }),
    memberName: Nullable(Type.String()),
    customerName: Nullable(Type.String()),
    hasAuthenticator: Type.Boolean(),
    hasPasskeys: Type.Boolean(),
    hasRecoveryCodes: Type.Boolean(),
    returnTo: Type.String(),
    canMail: Type.Boolean({ description: "Whether this Refill sends e-mails" }),
    demonstration: Type.Array(
      Type.Object({ token: Type.String(), hint: Type.String(), name: Type.String() }),
      { description: "The demonstration's one-click identities" },
    ),
  },
  { $id: "SignInState" },
);
export const SignInOutcome = Type.Object(
  { state: Type.Enum(["signed-in", "second-factor"], { type: "string" }), returnTo: Type.String() },
  { $id: "SignInOutcome" },
);
export const Connections = Type.Object({ items: Type.Array(Connection) });
export const ConnectionName = Connection;
export const SignOnInput = Type.Object(
  {
    returnTo: Type.Optional(Type.String({ maxLength: 500 })),
    registration: Type.Optional(Type.String({ maxLength: 100, description: "Of a registration link" })),
    hint: Type.Optional(Type.String({ maxLength: 254, description: "Whom the provider should expect" })),
  },
  closed,
);
export const Redirection = Type.Object({ url: Type.String({ description: "Where the browser goes next" }) });
export const NewSecret = Type.Object({
  secret: Type.String({ description: "base32" }),
  uri: Type.String({ description: "For the QR code that the authenticator app scans" }),
});
export const EnrolmentInput = Type.Object(
  { code: Type.Optional(Code), passkey: Type.Optional(PasskeyAnswer), passkeyName: Type.Optional(Text()) },
  { ...closed, minProperties: 1, examples: [{ code: "123456" }] },
);
export const SignedOut = Type.Object({
  url: Nullable(Type.String({ description: "Where the browser goes to end the provider's session, too" })),
});
export const OwnSession = Type.Object(
  {
    id: Id,
    isThis: Type.Boolean(),
    device: Type.String(),
    address: Type.String(),
    way: Type.Enum(["passkey", "connection", "visit"], { type: "string" }),
    connection: Nullable(Type.String()),
    createdAt: Time,
    lastUsedAt: Time,
    lastUsedFrom: Type.String(),
    expiresAt: Time,
  },
  { $id: "OwnSession" },
);
export const Passkey = Type.Object(
  {
    id: Id,
    name: Type.String(),
    isBackedUp: Type.Boolean({ description: "Kept in the provider's cloud" }),
    createdAt: Time,
    lastUsedAt: Nullable(Time),
  },
  { $id: "Passkey" },
);
export const NewPasskey = Type.Object({ name: Text(), passkey: PasskeyAnswer }, closed);
export const PasskeyChange = Type.Object({ name: Text() }, closed);
export const Profile = Type.Object(
  {
    id: Id,
    name: Type.String(),
    email: Type.String(),
    language: Language,
    timeZone: Nullable(Type.String({ description: "IANA; null: that of the browser" })),
    mailsSignIns: Type.Boolean(),
    hasAuthenticator: Type.Boolean(),
    recoveryCodesLeft: Type.Integer(),
    passkeys: Type.Integer(),
    connections: Type.Array(Type.String()),
    requiresSecondFactor: Type.Boolean({ description: "Of the account" }),
    version: Version,
  },
  { $id: "Profile" },
);
export const ProfileChange = Type.Partial(
  Type.Object({
    name: Text(),
    language: Language,
    timeZone: Nullable(TimeZone),
    mailsSignIns: Type.Boolean(),
  }),
  closed,
);
export const Preferences = Type.Object(
  { values: Type.Record(Type.String(), Type.Unknown()) },
  {
    $id: "Preferences",
    description: "How the web page looks for a person, e.g. the columns of lists, by name",
  },
);
export const PreferenceName = Type.String({ pattern: "^[a-z][a-z0-9-]{0,40}$" });
export const PreferenceInput = Type.Object(
  { value: Type.Unknown({ description: "At most 16,000 characters as JSON; null: forgotten" }) },
  { ...closed, examples: [{ value: { columns: ["name", "state"] } }] },
);
export const AuthenticatorInput = Type.Object({ code: Code }, closed);
export const RecoveryCodes = Type.Object({
  codes: Type.Array(Type.String(), { description: "Shown this once; the ones before are worth nothing now" }),
});

export const memberSchemas = [
  Preferences,
  ApiKey,
  Member,
  Invitation,
  Registration,
  Session,
  Roles,
  SignInState,
  SignInOutcome,
  OwnSession,
  Passkey,
  Profile,
];

export type ApiKeyInput = Static<typeof ApiKeyInput>;
export type ApiKeyChange = Static<typeof ApiKeyChange>;
