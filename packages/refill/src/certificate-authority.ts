import "reflect-metadata";
import { createPrivateKey, webcrypto, X509Certificate } from "node:crypto";
import * as x509 from "@peculiar/x509";
import type { KeyVault } from "@refill/vault";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const day = 24 * 60 * 60 * 1000;
const programs = ["network-server", "application"] as const;

/**
 * Makes the internal certificate authority at the first start, and a certificate each for the network server
 * and the application; renews one that has less than 60 days left. All of it lies in the key vault only.
 */
export async function ensureCertificates(vault: KeyVault, now: Date): Promise<void> {
  x509.cryptoProvider.set(webcrypto as unknown as Crypto);
  const authority = await ensureAuthority(vault, now);
  for (const program of programs) {
    const present = await vault.getSecret(`tls/${program}-certificate`);
    const presentKey = await vault.getSecret(`tls/${program}-key`);
    if (present && presentKey && !authority.isNew && !isEnding(present, now) && belongs(presentKey, present))
      continue;
    const keys = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.create({
      serialNumber: randomSerial(),
      subject: `CN=${program}`,
      issuer: authority.certificate.subject,
      notBefore: new Date(now.getTime() - day),
      notAfter: new Date(now.getTime() + 397 * day),
      signingKey: authority.privateKey,
      publicKey: keys.publicKey,
      signingAlgorithm: algorithm,
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([
          x509.ExtendedKeyUsage.serverAuth,
          x509.ExtendedKeyUsage.clientAuth,
        ]),
        new x509.SubjectAlternativeNameExtension([
          { type: "dns", value: program },
          { type: "dns", value: "localhost" },
          { type: "ip", value: "127.0.0.1" },
        ]),
      ],
    });
    await vault.setSecret(`tls/${program}-key`, await privateKeyPem(keys.privateKey));
    await vault.setSecret(`tls/${program}-certificate`, certificate.toString("pem"));
  }
}

async function ensureAuthority(vault: KeyVault, now: Date) {
  const present = await vault.getSecret("tls/ca-certificate");
  const presentKey = await vault.getSecret("tls/ca-key");
  if (present && presentKey && !isEnding(present, now)) {
    const der = x509.PemConverter.decodeFirst(presentKey);
    const privateKey = await webcrypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
    return { certificate: new x509.X509Certificate(present), privateKey, isNew: false };
  }
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: "CN=Refill internal certificate authority",
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + 3650 * day),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  await vault.setSecret("tls/ca-key", await privateKeyPem(keys.privateKey));
  await vault.setSecret("tls/ca-certificate", certificate.toString("pem"));
  return { certificate, privateKey: keys.privateKey, isNew: true };
}

/** False after a start that was cut off between writing the key and writing its certificate. */
function belongs(keyPem: string, certificatePem: string): boolean {
  return new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(keyPem));
}

function isEnding(pem: string, now: Date): boolean {
  return new x509.X509Certificate(pem).notAfter.getTime() - now.getTime() < 60 * day;
}

function generateKeys() {
  return webcrypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function privateKeyPem(key: webcrypto.CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await webcrypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets. */
function randomSerial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0]! & 0x7f) | 0x01;
  return Buffer.from(bytes).toString("hex");
}
