/** What of the audit trail is shown, as it stands in the page's address. */
export interface TrailSearch {
  q?: string;
  action?: string;
  actorKind?: "member" | "api-key" | "supplier" | "operator" | "system";
  actorId?: string;
  targetKind?: string;
  targetId?: string;
  /** Whose `actorId` or `targetId` this is, for people. */
  name?: string;
  /** Days of this browser's time zone, e.g. 2027-01-31; both belong to what is shown. */
  from?: string;
  to?: string;
}

const actorKinds = ["member", "api-key", "supplier", "operator", "system"];

/** Takes what it knows from an address and passes over the rest. */
export function trailSearchOf(search: Record<string, unknown>): TrailSearch {
  const text = (name: string, most: number) => {
    const value = search[name];
    return (typeof value === "string" || typeof value === "number") && value !== ""
      ? { [name]: String(value).slice(0, most) }
      : {};
  };
  const day = (name: string) => (/^\d{4}-\d\d-\d\d$/.test(String(search[name])) ? text(name, 10) : {});
  return {
    ...text("q", 200),
    ...text("action", 100),
    ...(actorKinds.includes(String(search.actorKind)) ? text("actorKind", 20) : {}),
    ...text("actorId", 100),
    ...text("targetKind", 100),
    ...text("targetId", 100),
    ...text("name", 200),
    ...day("from"),
    ...day("to"),
  };
}

/** The same as the API's filter: days become moments. */
export function trailFilter({ name: _, from, to, ...filter }: TrailSearch) {
  return {
    ...filter,
    ...(from ? { from: new Date(`${from}T00:00:00`).toISOString() } : {}),
    ...(to ? { to: new Date(`${to}T23:59:59.999`).toISOString() } : {}),
  };
}
