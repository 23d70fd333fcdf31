import { mkdtempSync, rmSync } from "node:fs";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeyVault, openLocalVault } from "@refill/vault";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { connectApplication } from "./connections.ts";
import { ensurePassword, jobsConfig, ownerConfig } from "./logins.ts";

/** A message of the protocol: its type, its length with the length's own four bytes, its body (PostgreSQL 18, §54.7). */
function message(type: string, body: Buffer): Buffer {
  const head = Buffer.from(`${type}    `);
  head.writeUInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}
/** AuthenticationOk, ReadyForQuery and at once the end, as one packet: no real server can be made to die just there. */
const lettingInAndDying = Buffer.concat([
  message("R", Buffer.alloc(4)),
  message("Z", Buffer.from("I")),
  message("E", Buffer.from("SFATAL\0C57P01\0Mterminating connection due to unexpected postmaster exit\0\0")),
]);

const sockets = new Set<Socket>();
const server = createServer((socket) => {
  sockets.add(socket);
  socket.on("error", () => {}).once("data", () => socket.end(lettingInAndDying));
});
let folder: string;
let vault: KeyVault;
let port: number;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "refill-dying-"));
  vault = await openLocalVault(join(folder, "keys"));
  for (const login of ["refill_application", "refill_owner"] as const)
    await ensurePassword(vault, "EU", login);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

/** What nobody caught while `work` ran: it would have ended the program. */
async function uncaughtIn(work: () => Promise<void>): Promise<unknown[]> {
  const uncaught: unknown[] = [];
  const others = process.listeners("uncaughtException");
  process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => uncaught.push(error));
  try {
    await work();
    await new Promise((resolve) => setTimeout(resolve, 50));
  } finally {
    process.removeAllListeners("uncaughtException");
    for (const other of others) process.on("uncaughtException", other);
  }
  return uncaught;
}

test("a Postgres that dies while it lets a connection in refuses the work and ends no program", async () => {
  const database = { region: "EU", url: `postgres://127.0.0.1:${port}/refill` };
  const uncaught = await uncaughtIn(async () => {
    const application = connectApplication(database, vault);
    await expect(application.inDirectory((transaction) => transaction.query("select 1"))).rejects.toThrow();
    await application.close();
    const withPassword = { ...database, url: `postgres://owner:secret@127.0.0.1:${port}/refill` };
    for (const config of [
      jobsConfig(database, vault),
      ownerConfig(database, vault),
      ownerConfig(withPassword, vault),
    ]) {
      const pool = new pg.Pool(config);
      pool.on("error", () => {});
      await expect(pool.query("select 1")).rejects.toThrow();
      await pool.end();
    }
  });
  expect(uncaught).toEqual([]);
});
