import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { isPublicAddress } from "./address-class.ts";
import { DeliveryFailed } from "./delivery-failure.ts";

/** The address that a URL's name has now; throws {@link DeliveryFailed} when it has none that may be reached. */
export async function checkedAddress(url: URL, mayReachPrivate: boolean): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
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

export interface OutboundAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  /** Its beginning, where it is longer than allowed. */
  body: Buffer;
}

/** One request to exactly this address, whatever the URL's name says now; redirects are not followed. */
export function exchange(
  url: URL,
  address: string,
  options: {
    method: string;
    headers: Record<string, string>;
    body?: string | undefined;
    signal: AbortSignal;
    /** Bytes. */
    longestAnswer: number;
  },
): Promise<OutboundAnswer> {
  const { method, headers, body, signal, longestAnswer } = options;
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? httpsRequest : httpRequest)(
      url,
      {
        method,
        headers,
        signal,
        agent: false,
        lookup: (_host, lookupOptions, callback) => {
          const family = address.includes(":") ? 6 : 4;
          if (lookupOptions.all) (callback as (...args: unknown[]) => void)(null, [{ address, family }]);
          else callback(null, address, family);
        },
      },
      (response: IncomingMessage) => {
        const chunks: Buffer[] = [];
        let length = 0;
        response.on("data", (chunk: Buffer) => {
          length += chunk.length;
          if (length <= longestAnswer) chunks.push(chunk);
          else response.destroy();
        });
        const done = () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          });
        response.on("close", done);
        response.on("error", done);
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}
