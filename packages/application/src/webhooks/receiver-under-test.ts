import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

export interface Received {
  id: string;
  headers: Record<string, string>;
  body: string;
  type: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every type
  data: any;
}

/** For tests: a customer's own server that takes webhooks. */
export async function startReceiver(
  answer: (received: Received, response: ServerResponse) => number | undefined = () => 204,
) {
  const received: Received[] = [];
  const server = createServer((request: IncomingMessage, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const { type, data } = JSON.parse(body);
      const headers = request.headers as Record<string, string>;
      const each = { id: headers["webhook-id"]!, headers, body, type, data };
      received.push(each);
      const status = answer(each, response);
      if (status !== undefined) response.writeHead(status).end(`answer ${status}`);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/refill`,
    received,
    of: (type: string) => received.filter((each) => each.type === type),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Throws unless the specification's own library takes the signature. */
export function verify(secret: string, { headers, body }: Received): void {
  new Webhook(secret).verify(body, headers);
}
