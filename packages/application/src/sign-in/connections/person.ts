import type { Member, RoleRule, Session } from "../../accounts/records.ts";

/** Somebody as a provider describes them. */
export interface ProviderPerson {
  /** By which the provider always knows them. */
  subject: string;
  email: string | null;
  /** The provider vouches for the address. */
  isEmailVerified: boolean;
  name: string | null;
  attributes: Readonly<Record<string, readonly string[]>>;
  hasSecondFactor: boolean;
  /** ms; null: it does not say. */
  authenticatedAt: number | null;
  provider: NonNullable<Session["provider"]>;
}

/** The role and privileges that the first fitting rule gives; undefined: none fits. */
export function roleByRules(
  rules: readonly RoleRule[],
  attributes: ProviderPerson["attributes"],
): Pick<Member, "role" | "privileges"> | undefined {
  const rule = rules.find(({ attribute, value }) => attributes[attribute]?.includes(value));
  return rule && { role: rule.role, privileges: rule.privileges };
}

/** Kinds of factors by their names in `amr` (RFC 8176 §2). */
const knowledge = ["pwd", "pin", "kba"];
const possession = ["otp", "hwk", "swk", "sms", "tel", "sc", "pop", "fido"];
const inherence = ["face", "fpt", "iris", "retina", "vbm"];

/** Contexts that stand for several factors, beside those that a connection names. */
const strongContexts: ReadonlySet<string> = new Set([
  "http://schemas.openid.net/pape/policies/2007/06/multi-factor",
  "http://schemas.microsoft.com/claims/multipleauthn",
  "https://refeds.org/profile/mfa",
  "phr",
  "phrh",
  "urn:oasis:names:tc:SAML:2.0:ac:classes:MobileTwoFactorContract",
  "urn:oasis:names:tc:SAML:2.0:ac:classes:TimeSyncToken",
  "urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI",
]);

/** Whether what the provider says of how somebody signed in is more than one factor. */
export function isStrong(
  methods: readonly string[],
  contexts: readonly (string | null | undefined)[],
  own: readonly string[],
): boolean {
  if (methods.includes("mfa")) return true;
  if (contexts.some((context) => context != null && (strongContexts.has(context) || own.includes(context))))
    return true;
  const kinds = [knowledge, possession, inherence].filter((kind) =>
    methods.some((each) => kind.includes(each)),
  );
  return kinds.length > 1;
}

/** Claims as texts: a claim of another shape is left out. */
export function attributesOf(claims: Readonly<Record<string, unknown>>): Record<string, string[]> {
  const attributes: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(claims).slice(0, 200)) {
    const values = (Array.isArray(value) ? value : [value]).filter((each) =>
      ["string", "number", "boolean"].includes(typeof each),
    );
    if (values.length > 0) attributes[name] = values.slice(0, 500).map((each) => String(each).slice(0, 500));
  }
  return attributes;
}

export function isEmail(text: unknown): text is string {
  return typeof text === "string" && text.length <= 254 && /^[^\s@<>,;:"]+@[^\s@<>,;:"]+$/.test(text);
}
