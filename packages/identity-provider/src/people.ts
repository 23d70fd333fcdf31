import type { Person } from "./index.ts";

/** Which claims of a person each scope gives, besides those that only one person has. */
const claimsByScope = {
  profile: ["name", "preferred_username"],
  email: ["email", "email_verified"],
  groups: ["groups"],
};
const scoped = new Set(Object.values(claimsByScope).flat());

/** Of a person: the claims which no scope gives. */
export const moreClaims = Symbol("more claims");

/** The caller's list, as it is just now. */
export class People {
  readonly all: readonly Person[];

  constructor(people: readonly Person[]) {
    this.all = people;
  }

  get(id: string): Person | undefined {
    return this.all.find((person) => person.id === id);
  }

  /** By a `login_hint`, which is an id or an e-mail address. */
  hinted(hint: unknown): Person | undefined {
    if (typeof hint !== "string") return undefined;
    const email = hint.toLowerCase();
    return this.get(hint) ?? this.all.find((person) => person.email.toLowerCase() === email);
  }

  /** In the shape of oidc-provider's `claims`. */
  claimsByScope(): Record<string, string[]> {
    return { openid: ["sub", "amr", "acr", "auth_time"], ...claimsByScope };
  }

  acrValues(): string[] {
    return [...new Set(this.all.flatMap(({ acr }) => acr ?? []))];
  }
}

export function claimsOf(person: Person) {
  const more = Object.entries(person.claims ?? {}).filter(([claim]) => !scoped.has(claim));
  return {
    name: person.name,
    preferred_username: person.email,
    email: person.email,
    email_verified: person.emailVerified,
    groups: person.groups,
    ...person.claims,
    sub: person.id,
    [moreClaims]: Object.fromEntries(more),
  };
}
