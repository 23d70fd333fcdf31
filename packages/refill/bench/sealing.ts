import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { ringSealer } from "@refill/vault";

export interface SealingResult {
  recordBytes: number;
  /** Records per second, with JSON; XAES-256-GCM with 192-bit random nonces. */
  sealPerSecond: number;
  openPerSecond: number;
  /** The same bytes by node:crypto's AES-256-GCM alone: no JSON, no random nonce, no key of its own for each. */
  plainSealPerSecond: number;
  plainOpenPerSecond: number;
  /** Opening a list of 10,000 records, ms. */
  openList10000Ms: number;
}

const rounds = 9;
const perRound = 10_000;

/** Sealing and opening of a record of about 200 bytes: medians of several rounds, all kinds in turn. */
export function measureSealing(): SealingResult {
  const record = {
    name: "Hexagon head screw M6 × 20, 8.8, zinc plated",
    number: "DIN933-M6X20-ZN",
    unit: "piece",
    packSize: 200,
    minimumOrder: 400,
    price: { amount: "0.0412", currency: "EUR" },
    note: "on Mondays only",
  };
  const seal = ringSealer({
    scope: "0b7e6f0c-8a58-4b7f-9d3e-6a1f2c3d4e5f",
    generation: 3,
    keys: new Map([1, 2, 3].map((generation) => [generation, randomBytes(32)])),
    lookupKey: randomBytes(32),
  });
  const rowIds = Array.from(
    { length: perRound },
    (_, i) => `7c0f1d52-93c1-4b7e-a9d0-${String(i).padStart(12, "0")}`,
  );
  const sealed = rowIds.map((rowId) => seal.seal("part", rowId, record));
  const plain = plainGcm(Buffer.from(JSON.stringify(record)));

  const times = { seal: [], open: [], plainSeal: [], plainOpen: [] } as Record<string, number[]>;
  // The first round is for the compiler.
  for (let round = -1; round < rounds; round++) {
    const taken = {
      seal: time((i) => seal.seal("part", rowIds[i]!, record)),
      open: time((i) => seal.open("part", rowIds[i]!, sealed[i]!)),
      plainSeal: time(plain.seal),
      plainOpen: time(plain.open),
    };
    if (round >= 0) for (const [name, ms] of Object.entries(taken)) times[name]!.push(ms);
  }
  const perSecond = (name: string) => Math.round((perRound / median(times[name]!)) * 1000);
  return {
    recordBytes: Buffer.byteLength(JSON.stringify(record)),
    sealPerSecond: perSecond("seal"),
    openPerSecond: perSecond("open"),
    plainSealPerSecond: perSecond("plainSeal"),
    plainOpenPerSecond: perSecond("plainOpen"),
    openList10000Ms: Number(median(times.open!).toFixed(1)),
  };
}

function plainGcm(text: Buffer): { seal(): Buffer; open(): Buffer } {
  const [key, nonce, additional] = [randomBytes(32), randomBytes(12), randomBytes(80)];
  const seal = () => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce);
    cipher.setAAD(additional);
    const body = cipher.update(text);
    cipher.final();
    return Buffer.concat([body, cipher.getAuthTag()]);
  };
  const sealed = seal();
  return {
    seal,
    open() {
      const decipher = createDecipheriv("aes-256-gcm", key, nonce);
      decipher.setAAD(additional);
      decipher.setAuthTag(sealed.subarray(-16));
      const body = decipher.update(sealed.subarray(0, -16));
      decipher.final();
      return body;
    },
  };
}

function time(work: (i: number) => unknown): number {
  const startedAt = performance.now();
  for (let i = 0; i < perRound; i++) work(i);
  return performance.now() - startedAt;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
