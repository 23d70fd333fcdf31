import type { Quota } from "@refill/database";

/** Requests a minute. Each process of the application counts for itself. */
export interface RequestLimits {
  /** Of a customer without a quota of its own. */
  perAccount: number;
  /** Of one API key or session. */
  perKey: number;
  /** From one address without a key: registration links, suppliers' confirmations, the API's description. */
  publicPerAddress: number;
  /** Keys and sessions from one address that are not known (any more). */
  failuresPerAddress: number;
}

export const defaultLimits: RequestLimits = {
  perAccount: 6_000,
  perKey: 3_000,
  publicPerAddress: 300,
  failuresPerAddress: 60,
};

/** A customer's quota stands instead of the account's limit; a higher one raises the keys' limit, too. */
export function limitsOf(
  { perAccount, perKey }: RequestLimits,
  { requestsPerMinute }: Quota,
): { account: number; key: number } {
  if (requestsPerMinute === null) return { account: perAccount, key: perKey };
  const key = requestsPerMinute > perAccount ? requestsPerMinute : Math.min(perKey, requestsPerMinute);
  return { account: requestsPerMinute, key };
}
