export { accountRole, dataKeyName } from "./account-role.ts";
export { closeAccount, openCustomer, openOwner, provisionAccount } from "./accounts.ts";
export { type AccountTransaction, type ApplicationDatabase, connectApplication } from "./connections.ts";
export { type EmbeddedPostgres, PostgresRefused, startEmbeddedPostgres } from "./embedded-postgres.ts";
export { jobsConfig, type Login, loginConfig, urlWithLogin } from "./logins.ts";
export { migrate } from "./migrate.ts";
