import { createHash, randomBytes, randomInt } from "node:crypto";
import type { Regions } from "@refill/database";
import { type KeyVault, type Sealer, sealer } from "@refill/vault";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Session } from "../accounts/records.ts";
import { clearCookie, cookieOf, setCookie } from "../api/cookies.ts";
import { Refusal } from "../refusal.ts";

/** How somebody was recognised. */
export interface Evidence {
  way: Session["way"];
  connectionId: string | null;
  /** A passkey that asked its owner, or a provider that says so. */
  hasSecondFactor: boolean;
  provider: Session["provider"];
}

/** What a sign-in by a provider is for. */
export type Purpose =
  | { kind: "sign-in" }
  | { kind: "registration"; linkHash: string }
  | { kind: "test"; memberId: string }
  | { kind: "confirmation"; memberId: string; sessionId: string };

/** What was begun in this browser, and waits for an answer. */
export type FlowContent =
  | { kind: "passkey-sign-in"; challenge: string }
  | {
      kind: "registration";
      linkHash: string;
      challenge: string;
      memberId: string;
      email: string;
    }
  | { kind: "address"; linkHash: string; email: string; codeHash: string }
  | {
      kind: "sign-on";
      accountId: string;
      connectionId: string;
      /** State and nonce of OpenID Connect, or the id of a SAML request. */
      state: string;
      nonce: string;
      verifier: string;
      purpose: Purpose;
      returnTo: string;
    }
  | {
      kind: "second-factor";
      accountId: string;
      memberId: string;
      evidence: Evidence;
      /** The member has none yet and has to set one up. */
      isToEnrol: boolean;
      challenge: string | null;
      secret: string | null;
      returnTo: string;
    }
  | { kind: "new-passkey"; accountId: string; memberId: string; challenge: string }
  | { kind: "new-authenticator"; accountId: string; memberId: string; secret: string }
  | { kind: "confirmation"; accountId: string; memberId: string; challenge: string };
export type Flow = FlowContent & { id: string; startedAt: number };
type FlowOf<K extends Flow["kind"]> = Extract<Flow, { kind: K }>;

const flowForMs = 15 * 60_000;

/**
 * What a browser has begun lies sealed in a cookie of its own, so that the answer counts in that browser only, any process
 * takes it, and nothing is kept of what nobody finishes. Each is finished once.
 */
export interface Flows {
  begin(reply: FastifyReply, content: FlowContent): void;
  /** Throws a 410 refusal when there is none of this kind. */
  expect<K extends Flow["kind"]>(request: FastifyRequest, kind: K): FlowOf<K>;
  find(request: FastifyRequest): Flow | undefined;
  /** Throws a 410 refusal when it was finished before. */
  finish(reply: FastifyReply, flow: Flow, region: string): Promise<void>;
  drop(reply: FastifyReply): void;
  /** Whether this is the first time that `text` comes; it is remembered until then (ms). */
  useOnce(region: string, text: string, until: number): Promise<boolean>;
}

export async function openFlows(options: {
  vault: KeyVault;
  regions: Regions;
  isSecure: boolean;
}): Promise<Flows> {
  const { regions, isSecure } = options;
  const seal: Sealer = sealer(await options.vault.getOrCreateKey("service/sign-in-key", 32), "sign-in");

  function find(request: FastifyRequest): Flow | undefined {
    const text = cookieOf(request, "flow", isSecure);
    if (!text) return undefined;
    try {
      const flow = seal.open("flow", "cookie", Buffer.from(text, "base64url")) as Flow;
      return flow.startedAt > Date.now() - flowForMs ? flow : undefined;
    } catch {
      return undefined;
    }
  }

  async function useOnce(region: string, text: string, until: number): Promise<boolean> {
    const hash = createHash("sha256").update(text).digest();
    const { rowCount } = await regions.of(region).inDirectory(async (tx) => {
      const inserted = await tx.query(
        "insert into used_once (hash, expires_at) values ($1, $2) on conflict do nothing",
        [hash, new Date(until).toISOString()],
      );
      // Those that are over go now and then, so that they never become many.
      if (randomInt(50) === 0) await tx.query("delete from used_once where expires_at < now()");
      return inserted;
    });
    return rowCount === 1;
  }

  return {
    find,
    useOnce,
    begin(reply, content) {
      const flow = { ...content, id: randomBytes(16).toString("hex"), startedAt: Date.now() };
      const text = seal.seal("flow", "cookie", flow).toString("base64url");
      setCookie(reply, "flow", text, Date.now() + flowForMs, isSecure);
    },
    expect(request, kind) {
      const flow = find(request);
      if (flow?.kind !== kind) throw over();
      return flow as FlowOf<typeof kind>;
    },
    async finish(reply, flow, region) {
      clearCookie(reply, "flow", isSecure);
      if (!(await useOnce(region, `flow ${flow.id}`, flow.startedAt + flowForMs))) throw over();
    },
    drop: (reply) => clearCookie(reply, "flow", isSecure),
  };
}

function over(): Refusal {
  return new Refusal(
    410,
    "sign-in-over",
    "This took too long, or was finished already, or was begun in another browser. Begin anew.",
  );
}

/** Only an address of this page: whoever made the link can't lead elsewhere by it. */
export function safeReturnTo(text: string | undefined): string {
  if (text === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.length > 500) return "/";
  if (text.includes("\\") || text.startsWith("/api/") || text.startsWith("/sign-in")) return "/";
  const { host, pathname, search, hash } = new URL(text, "https://refill.invalid");
  // Dots in a path may leave two slashes at its beginning, which a browser takes for a host.
  return host === "refill.invalid" && !pathname.startsWith("//") ? `${pathname}${search}${hash}` : "/";
}
