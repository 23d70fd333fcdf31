import { createHmac, randomBytes } from "node:crypto";
import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./address-class.ts";
import { DeliveryFailed } from "./delivery-failure.ts";

const withinMs = 10_000;
const longestAnswer = 64 * 1024;

export function newWebhookSecret(): string {
  return `whsec_${randomBytes(32).toString("base64")}`;
}

/**
 * The header `webhook-signature`: HMAC-SHA-256 over id, time and body.
 * Source: Standard Webhooks specification, signature scheme v1 (https://www.standardwebhooks.com).
 */
export function signWebhook(secret: string, id: string, timestampSeconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  return `v1,${createHmac("sha256", key).update(`${id}.${timestampSeconds}.${body}`).digest("base64")}`;
}

/** What is wrong with a webhook's address, as far as it can be told without asking the name service. */
export function checkWebhookUrl(text: string, mayReachPrivate: boolean): string | undefined {
  if (!URL.canParse(text)) return "must be an address such as https://supplier.example/orders";
  const url = new URL(text);
  if (url.username || url.password) return "must not hold a user name or password";
  if (url.protocol !== "https:" && !(mayReachPrivate && url.protocol === "http:"))
    return "must start with https://";
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (!mayReachPrivate && ((isIP(host) && !isPublicAddress(host)) || /(^|\.)localhost$/.test(host)))
    return "must be reachable from the internet, not in a private network";
  return undefined;
}

/**
 * Posts a signed webhook; resolves on 2xx, throws {@link DeliveryFailed} otherwise. The name is resolved once and
 * exactly the checked address is connected to; redirects are not followed.
 */
export async function sendWebhook(options: {
  url: string;
  secret: string;
  /** `webhook-id`: the same for each attempt, so that the receiver can tell a repetition. */
  id: string;
  body: unknown;
  mayReachPrivate: boolean;
}): Promise<void> {
  const { url: text, secret, id, mayReachPrivate } = options;
  const problem = checkWebhookUrl(text, mayReachPrivate);
  if (problem) throw new DeliveryFailed(`the webhook's address ${problem}`, true);
  const url = new URL(text);
  const address = await resolve(url.hostname.replace(/^\[|\]$/g, ""), mayReachPrivate);
  const body = JSON.stringify(options.body);
  const timestamp = Math.floor(Date.now() / 1000);
  const status = await post(url, address, body, {
    "content-type": "application/json",
    "content-length": String(Buffer.byteLength(body)),
    "user-agent": "Refill",
    "webhook-id": id,
    "webhook-timestamp": String(timestamp),
    "webhook-signature": signWebhook(secret, id, timestamp, body),
  });
  if (status >= 200 && status < 300) return;
  const mayChange = status >= 500 || [408, 425, 429].includes(status);
  const isRedirect = status >= 300 && status < 400;
  throw new DeliveryFailed(
    `${url.host} answered ${status}${isRedirect ? "; redirects are not followed" : ""}`,
    !mayChange,
  );
}

async function resolve(host: string, mayReachPrivate: boolean): Promise<string> {
  let addresses: string[];
  try {
    addresses = isIP(host) ? [host] : (await lookup(host, { all: true })).map(({ address }) => address);
  } catch {
    throw new DeliveryFailed(`the name ${host} can't be resolved`, false);
  }
  const allowed = mayReachPrivate ? addresses[0] : addresses.find(isPublicAddress);
  if (allowed === undefined) throw new DeliveryFailed(`${host} lies in a private network`, true);
  return allowed;
}

function post(url: URL, address: string, body: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(withinMs);
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(
      url,
      {
        method: "POST",
        headers,
        signal,
        agent: false,
        // Whatever the name says now, this is the address that was checked.
        lookup: (_host, lookupOptions, callback) => {
          const family = address.includes(":") ? 6 : 4;
          if (lookupOptions.all) (callback as (...args: unknown[]) => void)(null, [{ address, family }]);
          else callback(null, address, family);
        },
      },
      (response: IncomingMessage) => {
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length > longestAnswer) response.destroy();
        });
        response.on("close", () => resolve(response.statusCode ?? 0));
        response.on("error", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", (error: NodeJS.ErrnoException) => {
      const reason = signal.aborted ? `did not answer within ${withinMs / 1000} s` : (error.code ?? "failed");
      reject(new DeliveryFailed(`${url.host} can't be reached (${reason})`, false));
    });
    request.end(body);
  });
}
