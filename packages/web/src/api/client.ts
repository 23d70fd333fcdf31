import { createRefillClient, type Paths, Problem, type Schemas, unwrap as unwrapped } from "@refill/client";
import { said } from "../language/language.ts";
import { confirming } from "./confirmation.ts";

export { Problem as ApiProblem } from "@refill/client";

/** What is posted to make a record. */
type Body<P extends keyof Paths> = Paths[P] extends {
  post: { requestBody: { content: { "application/json": infer B } } };
}
  ? B
  : never;

export type Location = Schemas["Location"];
export type Measurement = Schemas["Measurement"];
export type MeasurementPeriod = Schemas["MeasurementPeriod"];
export type Order = Schemas["Order"];
export type Device = Schemas["Device"];
export type Downlink = Schemas["Downlink"];
export type Frame = Schemas["Frame"];
export type Gateway = Schemas["Gateway"];
export type StationCredentials = Schemas["StationCredentials"];
export type Part = Schemas["Part"];
export type Policy = NonNullable<Part["policy"]>;
export type Supply = Part["supplies"][number];
export type PurchaseOrder = Schemas["PurchaseOrder"];
export type SupplierOrder = Schemas["SupplierOrder"];
export type Delivery = Order["deliveries"][number];
export type Area = Schemas["Area"];
export type Rack = Schemas["Rack"];
export type Reservation = Schemas["Reservation"];
export type StockTake = Schemas["StockTake"];
export type Site = Schemas["Site"];
export type Supplier = Schemas["Supplier"];
export type Session = Schemas["Session"];
export type ApiKey = Schemas["ApiKey"];
export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type Webhook = Schemas["Webhook"];
export type SiteInput = Body<"/api/v1/sites">;
export type SupplierInput = Body<"/api/v1/suppliers">;
export type PartInput = Body<"/api/v1/parts">;
export type LocationInput = Body<"/api/v1/locations">;
export type ReservationInput = Body<"/api/v1/reservations">;
export type WebhookInput = Paths["/api/v1/webhooks"]["post"]["requestBody"]["content"]["application/json"];
export type WebhookDelivery = Schemas["WebhookDelivery"];
export type WebhookTest = Schemas["WebhookTest"];
export type EventType = Schemas["EventType"];
export type AuditEntry = Schemas["AuditEntry"];
export type AuditVerification = Schemas["AuditVerification"];
export type Account = Schemas["Account"];
export type KeyRotation = Schemas["KeyRotation"];
export type DataExport = Schemas["DataExport"];

export type Notification = Schemas["Notification"];
export type NotificationSettings = Schemas["NotificationSettings"];
export type NotificationDefaults = Schemas["NotificationDefaults"];

export type Connection = Schemas["Connection"];
export type Domain = Schemas["Domain"];
export type OperatorAccess = Schemas["OperatorAccess"];
export type OperatedCustomer = Schemas["OperatedCustomer"];
export type OperatedCustomerDetails = Schemas["OperatedCustomerDetails"];
export type OperatedNetwork = Schemas["OperatedNetwork"];
export type OperatedGateway = Schemas["OperatedGateway"];
export type OperatedJob = Schemas["OperatedJob"];
export type ServiceHealth = Schemas["ServiceHealth"];
export type OwnSession = Schemas["OwnSession"];
export type Passkey = Schemas["Passkey"];
export type Profile = Schemas["Profile"];
export type Registration = Schemas["Registration"];
export type SignInState = Schemas["SignInState"];
export type Roles = Schemas["Roles"];
export type Permission = Session["permissions"][number];

export const client = createRefillClient();
client.use(confirming());

/** The data of an answer; what the API refused is thrown in the person's language. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  try {
    return await unwrapped(call);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const errors = Object.entries(error.fields).map(([field, message]) => ({
      field,
      message: said(message),
    }));
    throw new Problem(error.status, said(error.message), { type: error.type, errors });
  }
}
