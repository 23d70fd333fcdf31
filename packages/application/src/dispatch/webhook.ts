import { createHmac, randomBytes } from "node:crypto";
import { isIP } from "node:net";
import { isPublicAddress } from "./address-class.ts";
import { DeliveryFailed } from "./delivery-failure.ts";
import { checkedAddress, exchange } from "./outbound.ts";

const withinMs = 10_000;
const longestAnswer = 64 * 1024;
const longestText = 1000;

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
  const { url, secret, id, body, mayReachPrivate } = options;
  const answer = await postWebhook({
    url,
    secrets: [secret],
    id,
    body: JSON.stringify(body),
    mayReachPrivate,
    withinMs,
  });
  const problem = problemOf(url, answer.status);
  if (problem === undefined) return;
  const mayChange = answer.status >= 500 || [408, 425, 429].includes(answer.status);
  throw new DeliveryFailed(problem, !mayChange);
}

/** What is wrong with an answer, in words; undefined for 2xx. */
export function problemOf(url: string, status: number): string | undefined {
  if (status >= 200 && status < 300) return undefined;
  const isRedirect = status >= 300 && status < 400;
  return `${new URL(url).host} answered ${status}${isRedirect ? "; redirects are not followed" : ""}`;
}

export interface WebhookAnswer {
  status: number;
  /** What the receiver asks to be waited for, ms; null when it does not say. */
  retryAfterMs: number | null;
  /** The beginning of the answer. */
  text: string;
}

/**
 * Posts once, as {@link sendWebhook} does, and gives any answer; throws {@link DeliveryFailed} when there is none within
 * `withinMs`, which counts from the look-up of the name to the end of the answer.
 */
export async function postWebhook(options: {
  url: string;
  /** Each gives a signature. */
  secrets: readonly string[];
  id: string;
  body: string;
  mayReachPrivate: boolean;
  withinMs: number;
  /** Ends the attempt early. */
  signal?: AbortSignal;
}): Promise<WebhookAnswer> {
  const { secrets, id, body, mayReachPrivate } = options;
  const problem = checkWebhookUrl(options.url, mayReachPrivate);
  if (problem) throw new DeliveryFailed(`the webhook's address ${problem}`, true);
  const url = new URL(options.url);
  const timeout = AbortSignal.timeout(options.withinMs);
  const signal = options.signal ? AbortSignal.any([timeout, options.signal]) : timeout;
  const unreachable = (reason: string) =>
    new DeliveryFailed(
      `${url.host} can't be reached (${timeout.aborted ? `did not answer within ${options.withinMs / 1000} s` : reason})`,
      false,
    );
  const ended = Promise.withResolvers<never>();
  const onAbort = () => ended.reject(unreachable("was ended"));
  signal.addEventListener("abort", onAbort, { once: true });
  ended.promise.catch(() => {});
  try {
    const address = await Promise.race([checkedAddress(url, mayReachPrivate), ended.promise]);
    const timestamp = Math.floor(Date.now() / 1000);
    const headers = {
      "content-type": "application/json",
      "content-length": String(Buffer.byteLength(body)),
      "user-agent": "Refill",
      "webhook-id": id,
      "webhook-timestamp": String(timestamp),
      "webhook-signature": secrets.map((secret) => signWebhook(secret, id, timestamp, body)).join(" "),
    };
    const answer = await exchange(url, address, {
      method: "POST",
      headers,
      body,
      signal,
      longestAnswer,
    }).catch((error: NodeJS.ErrnoException) => {
      throw unreachable(error.code ?? "failed");
    });
    return {
      status: answer.status,
      retryAfterMs: retryAfterMs(answer.headers["retry-after"]),
      text: answer.body.toString("utf8").slice(0, longestText),
    };
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

/** RFC 9110 §10.2.3: seconds or a date. */
function retryAfterMs(text: string | undefined): number | null {
  if (text === undefined) return null;
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
}
