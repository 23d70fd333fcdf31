export { readMetadata, type SamlProvider, writeMetadata } from "./metadata.ts";
export { type SamlReason, SamlRefused } from "./refused.ts";
export { readResponse, type SamlPerson } from "./response.ts";
export { authnRequestUrl, createKeyPair, type SamlServiceProvider } from "./service-provider.ts";
export { readSignOut, type SignOutMessage, signOutRequestUrl, signOutResponseUrl } from "./sign-out.ts";
