import { createRefillClient, type Schemas } from "@refill/client";

export { Problem as ApiProblem, unwrap } from "@refill/client";

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
export type Site = Schemas["Site"];
export type Supplier = Schemas["Supplier"];
export type Session = Schemas["Session"];

export const client = createRefillClient();
