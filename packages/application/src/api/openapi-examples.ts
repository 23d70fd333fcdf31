export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  examples?: unknown[];
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  allOf?: Schema[];
  oneOf?: Schema[];
  [more: string]: unknown;
}

/** What stands in examples for fields of these names, so that they read as one story. */
const told: Readonly<Record<string, unknown>> = {
  name: "Hall 1",
  number: "M6-20",
  unit: "pcs",
  email: "maria.berger@acme.example",
  address: "orders@bolts.example",
  url: "https://erp.acme.example/refill",
  description: "Orders to our ERP",
  subject: "Order 17 from Acme: 200 pcs M6-20",
  customerName: "Acme",
  supplierName: "Bolt Brothers",
  partNumber: "M6-20",
  partName: "Hexagon screw M6x20",
  siteName: "Hall 1",
  reason: "model change",
  cause: "12 pieces, at or below minimum 20",
  devEui: "24e124713d123456",
  joinEui: "24e124c0002a0001",
  gatewayEui: "a84041ffff1ee2b4",
  devAddr: "26011bda",
  mcAddr: "01ffffff",
  dataRate: "SF7BW125",
  payload: "0164037d2003",
  key: "rfk_eu_5v7Zr2N9S0mJc1kqT8xWbE3uYpL4hGdA6fVnQiXzRsM",
  webhookSecret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
  secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
  type: "urn:refill:problem:invalid",
  title: "Unprocessable Entity",
  status: 422,
  detail: "policy.minimum: must be below maximum",
  field: "policy.minimum",
  message: "must be below maximum",
  csv: "DevEUI,JoinEUI,AppKey,Name\n24E124713D123456,24E124C0002A0001,5572404C696E6B4C6F52613230313823,Shelf A-01-1\n",
  text: "LW:D0:24E124C0002A0001:24E124713D123456:00000000",
  cursor: "WyJIYWxsIDEiXQ",
  nextCursor: "WyJIYWxsIDEiXQ",
  leadTimeDays: 3,
  currency: "EUR",
  timeZone: "Europe/Berlin",
  packSize: 100,
  minimumOrderQuantity: 200,
  minimum: 400,
  maximum: 2000,
  quantity: 200,
  onHand: 380,
  confidence: 0.98,
  capacityPieces: 2000,
  emptyDistanceMm: 800,
  fullDistanceMm: 150,
  batteryPercent: 97,
  rssiDbm: -71,
  snrDb: 9.5,
  spreadingFactor: 7,
  latitude: 48.137,
  longitude: 11.575,
  altitudeMetres: 520,
  frequencyHz: 868_100_000,
  region: "EU",
  vendorId: "00D0",
  actorKind: "member",
  action: "part.changed",
  fields: "id,name",
  "if-match": '"3.5f2a9c"',
  "if-none-match": '"3.5f2a9c"',
  "idempotency-key": "8e03978e-40d5-43dd-bc93-6894a57f9324",
  ip: "192.0.2.10",
};
const byFormat: Readonly<Record<string, string>> = {
  uuid: "6f1c2a52-6b0e-4b52-9d0e-3f1d5c0f7a11",
  "date-time": "2027-01-15T08:30:00.000Z",
  date: "2027-01-31",
  uri: "https://erp.acme.example/refill",
  email: "maria.berger@acme.example",
};
const deepest = 12;

interface Context {
  named: Readonly<Record<string, Schema>>;
  /** Of the field, or of the named schema. */
  name: string;
  depth?: number;
}

/** A value that the schema allows, as it could stand in a plant's data. */
export function exampleOf(schema: Schema, context: Context): unknown {
  const { named, name, depth = 0 } = context;
  if (depth > deepest) return null;
  if (schema.$ref) {
    const referred = schema.$ref.split("/").at(-1)!;
    return exampleOf(named[referred] ?? {}, { named, name: referred, depth: depth + 1 });
  }
  if (schema.examples?.length) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum?.length)
    return told[name] && schema.enum.includes(told[name]) ? told[name] : schema.enum[0];
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices?.length) return exampleOf(choices[0]!, { ...context, depth: depth + 1 });
  const type = Array.isArray(schema.type) ? schema.type.find((each) => each !== "null") : schema.type;
  if (type === "object" || schema.properties) return exampleObject(schema, context);
  if (type === "array")
    return schema.items ? [exampleOf(schema.items, { ...context, depth: depth + 1 })] : [];
  if (type === "string") return exampleText(schema, name);
  if (type === "integer" || type === "number") return exampleNumber(schema, name, type);
  if (type === "boolean") return schema.default ?? false;
  return null;
}

function exampleObject(schema: Schema, { named, depth = 0 }: Context): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, each]) => [
      name,
      exampleOf(each, { named, name, depth: depth + 1 }),
    ]),
  );
}

function exampleText(schema: Schema, name: string): string {
  if (schema.format && byFormat[schema.format]) return byFormat[schema.format]!;
  const fits = (text: unknown): text is string =>
    typeof text === "string" &&
    text.length >= (schema.minLength ?? 0) &&
    text.length <= (schema.maxLength ?? Number.POSITIVE_INFINITY) &&
    (!schema.pattern || new RegExp(schema.pattern, "u").test(text));
  const digits = /\{(\d+)\}/.exec(schema.pattern ?? "")?.[1];
  const hex = "5572404c696e6b4c6f52613230313823";
  const candidates = [
    told[name],
    schema.default,
    name.replace(/([A-Z])/g, " $1").toLowerCase(),
    digits ? hex.slice(0, Number(digits)) : undefined,
    byFormat["date-time"],
    byFormat.date,
    byFormat.uuid,
    "1",
    "EU868",
    "192.0.2.0/24",
  ];
  return candidates.find(fits) ?? "…";
}

function exampleNumber(schema: Schema, name: string, type: string): number {
  const least = schema.minimum ?? 0;
  const most = schema.maximum ?? Number.POSITIVE_INFINITY;
  const wanted = [told[name], schema.default, 1].find(
    (value): value is number =>
      typeof value === "number" &&
      value >= least &&
      value <= most &&
      (type === "number" || Number.isInteger(value)),
  );
  return wanted ?? least;
}
