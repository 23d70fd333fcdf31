export {
  auditAnchorName,
  createAccountKeys,
  customerKeyName,
  nextDataKey,
  openAccountKeys,
  rotateCustomerKey,
  type WrappedKey,
} from "./account-keys.ts";
export { accountRole } from "./account-role.ts";
export {
  type CustomerState,
  type NewCustomer,
  noQuota,
  openCustomer,
  openOwner,
  provisionAccount,
  type Quota,
  sealCustomer,
  setCustomerState,
  setQuota,
} from "./accounts.ts";
export {
  type AuditFault,
  type AuditHead,
  type AuditRow,
  auditVerifier,
  emptyTrail,
  nextEntry,
  openEntry,
} from "./audit-chain.ts";
export { type ClosingRecord, closeAccount, isGenuineClosing, type SignedClosing } from "./closing.ts";
export { type AccountTransaction, type ApplicationDatabase, connectApplication } from "./connections.ts";
export { type EmbeddedPostgres, PostgresRefused, startEmbeddedPostgres } from "./embedded-postgres.ts";
export {
  jobsConfig,
  type Login,
  type LoginConfig,
  loginConfig,
  passwordSince,
  rotatePassword,
} from "./logins.ts";
export { migrate, newestAccountStep } from "./migrate.ts";
export { announceProcess, type KnownProcess, knownProcesses, type ProcessFacts } from "./process-registry.ts";
export { isRegion, type RegionDatabase } from "./region.ts";
export { connectRegions, type Regions } from "./regions.ts";
export { appendService, recordService, type ServiceEntry, serviceSealer } from "./service-trail.ts";
