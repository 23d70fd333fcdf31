import "reflect-metadata";
import { createPrivateKey, webcrypto, X509Certificate } from "node:crypto";
import { isIP } from "node:net";
import * as x509 from "@peculiar/x509";
import type { KeyVault } from "@refill/vault";

const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;
const day = 24 * 60 * 60 * 1000;
/** A certificate is renewed when it has less than this left. */
const renewBefore = 60 * day;

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

/** PEM texts. */
export interface IssuedCertificate {
  certificate: string;
  key: string;
}

/** A certificate authority that lies in the key vault only. */
export interface Authority {
  /** Made just now: certificates of an earlier one are worth nothing. */
  readonly isNew: boolean;
  readonly certificate: string;
  issue(options: {
    name: string;
    hosts: readonly string[];
    days: number;
    now: Date;
  }): Promise<IssuedCertificate>;
}

/** The authority of that name in the vault (`<path>-certificate`, `<path>-key`), made or renewed as needed. */
export async function openAuthority(
  vault: KeyVault,
  path: string,
  name: string,
  now: Date,
): Promise<Authority> {
  const { certificate, privateKey, isNew } = await ensureAuthority(vault, path, name, now);
  return {
    isNew,
    certificate: certificate.toString("pem"),
    async issue({ name: subject, hosts, days, now: at }) {
      const keys = await generateKeys();
      const issued = await x509.X509CertificateGenerator.create({
        serialNumber: randomSerial(),
        subject: `CN=${subject}`,
        issuer: certificate.subject,
        notBefore: new Date(at.getTime() - day),
        notAfter: new Date(at.getTime() + days * day),
        signingKey: privateKey,
        publicKey: keys.publicKey,
        signingAlgorithm: algorithm,
        extensions: [
          new x509.BasicConstraintsExtension(false, undefined, true),
          new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
          new x509.ExtendedKeyUsageExtension([
            x509.ExtendedKeyUsage.serverAuth,
            x509.ExtendedKeyUsage.clientAuth,
          ]),
          new x509.SubjectAlternativeNameExtension(
            hosts.map((value) => ({ type: isIP(value) ? ("ip" as const) : ("dns" as const), value })),
          ),
        ],
      });
      return { certificate: issued.toString("pem"), key: await privateKeyPem(keys.privateKey) };
    },
  };
}

/**
 * A program's certificate in the vault, issued anew when it is missing, about to end, of another authority, or not for
 * these hosts.
 */
export async function ensureCertificate(
  vault: KeyVault,
  authority: Authority,
  path: string,
  subject: { name: string; hosts: readonly string[] },
  now: Date,
): Promise<void> {
  const present = await vault.getSecret(`${path}-certificate`);
  const presentKey = await vault.getSecret(`${path}-key`);
  const isGood =
    present &&
    presentKey &&
    !authority.isNew &&
    !isEnding(present, now) &&
    belongs(presentKey, present) &&
    subject.hosts.every((host) => isFor(present, host));
  if (isGood) return;
  const { certificate, key } = await authority.issue({ ...subject, days: 397, now });
  await vault.setSecret(`${path}-key`, key);
  await vault.setSecret(`${path}-certificate`, certificate);
}

function isFor(pem: string, host: string): boolean {
  const certificate = new X509Certificate(pem);
  return (isIP(host) ? certificate.checkIP(host) : certificate.checkHost(host)) !== undefined;
}

async function ensureAuthority(vault: KeyVault, path: string, name: string, now: Date) {
  const present = await vault.getSecret(`${path}-certificate`);
  const presentKey = await vault.getSecret(`${path}-key`);
  if (present && presentKey && !isEnding(present, now)) {
    const der = x509.PemConverter.decodeFirst(presentKey);
    const privateKey = await crypto.subtle.importKey("pkcs8", der, algorithm, false, ["sign"]);
    return { certificate: new x509.X509Certificate(present), privateKey, isNew: false };
  }
  const keys = await generateKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: randomSerial(),
    name: `CN=${name}`,
    notBefore: new Date(now.getTime() - day),
    notAfter: new Date(now.getTime() + 3650 * day),
    keys,
    signingAlgorithm: algorithm,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  await vault.setSecret(`${path}-key`, await privateKeyPem(keys.privateKey));
  await vault.setSecret(`${path}-certificate`, certificate.toString("pem"));
  return { certificate, privateKey: keys.privateKey, isNew: true };
}

/** False after a start that was cut off between writing the key and writing its certificate. */
function belongs(keyPem: string, certificatePem: string): boolean {
  return new X509Certificate(certificatePem).checkPrivateKey(createPrivateKey(keyPem));
}

/** Whether a certificate is to be renewed. */
export function isEnding(pem: string, now: Date): boolean {
  return new X509Certificate(pem).validToDate.getTime() - now.getTime() < renewBefore;
}

function generateKeys() {
  return crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

async function privateKeyPem(key: CryptoKey): Promise<string> {
  return x509.PemConverter.encode(await crypto.subtle.exportKey("pkcs8", key), "PRIVATE KEY");
}

/** RFC 5280 §4.1.2.2: positive, at most 20 octets. */
function randomSerial(): string {
  const bytes = webcrypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0]! & 0x7f) | 0x01;
  return Buffer.from(bytes).toString("hex");
}
