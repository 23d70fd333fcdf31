import type { FastifyReply, FastifyRequest } from "fastify";

/**
 * `session`: of a signed-in person. `visit`: of an operator in a customer's account, beside the own session. `flow`: a
 * sign-in that is under way. `device`: by which a browser is known again.
 */
export type Cookie = "session" | "visit" | "flow" | "device";

/** `__Host-` needs HTTPS; over plain HTTP on loopback browsers refuse it. */
export function cookieName(cookie: Cookie, isSecure: boolean): string {
  if (isSecure) return cookie === "session" ? "__Host-refill" : `__Host-refill-${cookie}`;
  return `refill_${cookie}`;
}

/** A provider leads back from its own site: what was begun has to be known there, and nothing else. */
const sameSite: Record<Cookie, "Strict" | "Lax"> = {
  session: "Strict",
  visit: "Strict",
  flow: "Lax",
  device: "Lax",
};

/** `until`: ms; in the past it is removed. */
export function setCookie(
  reply: FastifyReply,
  cookie: Cookie,
  value: string,
  until: number,
  isSecure: boolean,
): void {
  const expires = new Date(until).toUTCString();
  const parts = [
    `${cookieName(cookie, isSecure)}=${value}`,
    "Path=/",
    "HttpOnly",
    `SameSite=${sameSite[cookie]}`,
    `Expires=${expires}`,
    ...(isSecure ? ["Secure"] : []),
  ];
  const present = reply.getHeader("set-cookie");
  const others = present === undefined ? [] : Array.isArray(present) ? present : [String(present)];
  reply.removeHeader("set-cookie");
  reply.header("set-cookie", [...others, parts.join("; ")]);
}

export function clearCookie(reply: FastifyReply, cookie: Cookie, isSecure: boolean): void {
  setCookie(reply, cookie, "", 0, isSecure);
}

export function readCookies({ headers }: FastifyRequest): Map<string, string> {
  const cookies = new Map<string, string>();
  for (const part of (headers.cookie ?? "").split(";")) {
    const at = part.indexOf("=");
    if (at > 0) cookies.set(part.slice(0, at).trim(), part.slice(at + 1).trim());
  }
  return cookies;
}

export function cookieOf(request: FastifyRequest, cookie: Cookie, isSecure: boolean): string | undefined {
  return readCookies(request).get(cookieName(cookie, isSecure)) || undefined;
}
