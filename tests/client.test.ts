import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { allPages, createRefillClient, unwrap } from "@refill/client";
import { expect, test } from "vitest";
import { startApplicationUnderTest } from "../packages/application/src/application-under-test.ts";

test("the client is generated from the API as it is", () => {
  const client = join(import.meta.dirname, "..", "packages", "client");
  const done = spawnSync(process.execPath, ["generate.ts", "--check"], { cwd: client, encoding: "utf8" });
  expect([done.status, done.stderr]).toEqual([0, ""]);
});

test("the client reads all pages, and tells a refusal by its fields", async () => {
  const app = await startApplicationUnderTest();
  try {
    const { adminKey } = await app.createCustomer("client");
    const client = createRefillClient({ baseUrl: app.baseUrl, apiKey: adminKey });
    const names = Array.from({ length: 7 }, (_, n) => `Hall ${n}`);
    for (const name of names) await unwrap(client.POST("/api/v1/sites", { body: { name } }));
    const sites = await allPages((query) =>
      client.GET("/api/v1/sites", { params: { query: { ...query, limit: 3 } } }),
    );
    expect(sites.map(({ name }) => name).sort()).toEqual(names);
    await expect(unwrap(client.POST("/api/v1/sites", { body: { name: " " } }))).rejects.toMatchObject({
      status: 400,
      type: "urn:refill:problem:invalid",
      fields: { name: expect.any(String) },
    });
  } finally {
    await app.stop();
  }
});

test("what is refused for the moment is sent again, with the same Idempotency-Key", async () => {
  const keys: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    keys.push(request.headers["idempotency-key"] as string | undefined);
    if (keys.length === 1) return response.socket!.destroy();
    const status = keys.length === 2 ? 503 : 201;
    response.writeHead(status, { "content-type": "application/json", "retry-after": "1" });
    response.end("{}");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = createRefillClient({ baseUrl, apiKey: "rfk_eu_test" });
    const { response } = await client.POST("/api/v1/sites", { body: { name: "Hall" } });
    expect(response.status).toBe(201);
    expect(keys).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), keys[0], keys[0]]);
  } finally {
    server.close();
  }
});
