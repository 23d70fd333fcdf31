import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Metrics } from "./metrics.ts";

export interface Health {
  status: "ok" | "degraded";
  role: "owner" | "standby";
  checks: Record<string, string>;
  version: string;
}

/** `/health` and `/metrics`, for this machine only. */
export async function serveStatusPages(options: {
  port: number;
  metrics: Metrics;
  health(): Promise<Health>;
}): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    try {
      if (request.method === "GET" && request.url === "/health") {
        const health = await options.health();
        response.writeHead(health.status === "ok" ? 200 : 503, { "content-type": "application/json" });
        response.end(JSON.stringify(health));
      } else if (request.method === "GET" && request.url === "/metrics") {
        const text = await options.metrics.registry.metrics();
        response.writeHead(200, { "content-type": options.metrics.registry.contentType }).end(text);
      } else response.writeHead(404).end();
    } catch {
      response.writeHead(500).end();
    }
  });
  server.listen(options.port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
