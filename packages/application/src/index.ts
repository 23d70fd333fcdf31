export { AccountStore } from "./accounts/account-store.ts";
export { type Actor, operatorActor, systemActor } from "./accounts/actor.ts";
export { type Credentials, openCredentials } from "./accounts/credentials.ts";
export { openAccounts } from "./accounts/open-accounts.ts";
export { openApiDocument } from "./api/openapi.ts";
export { readNamedAnchor } from "./audit/anchor.ts";
export { type ExportFormat, entryView, exportFormats } from "./audit/export.ts";
export {
  readEntry,
  readTrail,
  type TrailEntry,
  type TrailFilter,
  type TrailSource,
  trailEntries,
} from "./audit/trail.ts";
export { readHead, type Verification, verifyTrail } from "./audit/verification.ts";
export { type ExportResource, exportResources } from "./exports/resources.ts";
export { inSnapshot } from "./exports/snapshot.ts";
export {
  type ExportRange,
  type ExportSink,
  type ExportSource,
  writeExport,
} from "./exports/write-export.ts";
export { sealDay } from "./measurements/day-row.ts";
export { createApiKey, removeApiKey } from "./members/api-key.ts";
export { createRegistrationLink } from "./members/invitation.ts";
export { type Application, startApplication, version } from "./server.ts";
export {
  type DemonstrationProvider,
  demonstrationAddresses,
  putDemonstrationConnection,
} from "./sign-in/connections/demonstration.ts";
