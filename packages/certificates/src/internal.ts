import type { KeyVault } from "@refill/vault";
import { type Authority, ensureCertificate, openAuthority } from "./authority.ts";

const programs = ["network-server", "application"] as const;

/**
 * Makes the internal certificate authority at the first start, and a certificate each for the network server
 * and the application; renews one that has less than 60 days left. All of it lies in the key vault only.
 */
export async function ensureCertificates(vault: KeyVault, now: Date): Promise<void> {
  const authority = await openAuthority(vault, "tls/ca", "Refill internal certificate authority", now);
  for (const name of programs)
    await ensureCertificate(
      vault,
      authority,
      `tls/${name}`,
      { name, hosts: [name, "localhost", "127.0.0.1"] },
      now,
    );
}

/** Signs gateways' certificates, and that of the server they connect to: apart from the internal one, which it can't stand in for. */
export function openGatewayAuthority(vault: KeyVault, now: Date): Promise<Authority> {
  return openAuthority(vault, "tls/gateway-ca", "Refill gateway certificate authority", now);
}
