import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, createServer } from "node:tls";
import { type KeyVault, openLocalVault } from "@refill/vault";
import { expect, test } from "vitest";
import { ensureCertificates } from "./internal.ts";

const day = 24 * 60 * 60 * 1000;

test("the two programs trust each other's certificates, and nobody else's", async () => {
  const ours = await newVault();
  await ensureCertificates(ours, new Date());
  const theirs = await newVault();
  await ensureCertificates(theirs, new Date());
  expect(await handshake(ours, ours)).toBe("application");
  await expect(handshake(ours, theirs)).rejects.toThrow();
});

test("certificates stay at a second start and are renewed before they end", async () => {
  const vault = await newVault();
  const now = new Date();
  await ensureCertificates(vault, now);
  const first = await vault.getSecret("tls/application-certificate");
  await ensureCertificates(vault, now);
  expect(await vault.getSecret("tls/application-certificate")).toBe(first);
  await ensureCertificates(vault, new Date(now.getTime() + 350 * day));
  expect(await vault.getSecret("tls/application-certificate")).not.toBe(first);
});

function newVault(): Promise<KeyVault> {
  return openLocalVault(mkdtempSync(join(tmpdir(), "refill-vault-")), {});
}

/** Connects the client of one vault to the server of another; answers the client's name as the server sees it. */
async function handshake(serverVault: KeyVault, clientVault: KeyVault): Promise<string> {
  const server = createServer({
    ca: (await serverVault.getSecret("tls/ca-certificate"))!,
    cert: (await serverVault.getSecret("tls/network-server-certificate"))!,
    key: (await serverVault.getSecret("tls/network-server-key"))!,
    requestCert: true,
    rejectUnauthorized: true,
    minVersion: "TLSv1.3",
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const client = connect({
    host: "127.0.0.1",
    port: (server.address() as AddressInfo).port,
    servername: "network-server",
    ca: (await clientVault.getSecret("tls/ca-certificate"))!,
    cert: (await clientVault.getSecret("tls/application-certificate"))!,
    key: (await clientVault.getSecret("tls/application-key"))!,
  });
  try {
    const [[socket]] = await Promise.all([once(server, "secureConnection"), once(client, "secureConnect")]);
    return socket.getPeerCertificate().subject.CN;
  } finally {
    client.destroy();
    server.close();
  }
}
