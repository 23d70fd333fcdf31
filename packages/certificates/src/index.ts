export { type Authority, ensureCertificate, type IssuedCertificate, isEnding } from "./authority.ts";
export { ensureCertificates, openGatewayAuthority } from "./internal.ts";
