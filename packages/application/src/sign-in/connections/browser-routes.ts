import type { FastifyReply, FastifyRequest } from "fastify";
import type { Connection } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import { addressOf, placeOf } from "../../api/address.ts";
import type { Api, ApiServer } from "../../api/api.ts";
import { escapeHtml } from "../../dispatch/order-message.ts";
import { readSignOut, signOutResponseUrl, writeMetadata } from "../saml/index.ts";
import { connectionToken, findAnyConnection } from "./connection.ts";
import { readLogoutToken } from "./oidc.ts";
import type { ProviderPerson } from "./person.ts";
import {
  finishSignOn,
  noteTest,
  ownSide,
  personOfCallback,
  personOfResponse,
  problemOf,
  providerSide,
  reachOf,
  type SignOnFlow,
} from "./sign-on.ts";
import { endProviderSessions } from "./sign-out.ts";

const longestForm = 512 * 1024;

/** Where providers lead browsers back to, and where they tell of log-outs: no part of the REST API. */
export function browserRoutes(app: ApiServer, api: Api): void {
  const { store, flows, access } = api;
  app.register(async (scope) => {
    scope.addContentTypeParser(
      "application/x-www-form-urlencoded",
      { parseAs: "string", bodyLimit: longestForm },
      (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    scope.addHook("onRequest", async (request, reply) => {
      reply.header("cache-control", "no-store");
      const key = placeOf(addressOf(request.ip));
      const [state] = access.rates.take([
        { name: "address", key, perMinute: access.limits.publicPerAddress },
      ]);
      if (state!.isExceeded) {
        reply.header("retry-after", String(state!.waitSeconds));
        return problemPage(reply, "too-many-requests");
      }
    });

    scope.get("/sign-in/oidc/:token/callback", { schema: { hide: true } }, (request, reply) =>
      comeBack(request, reply, ({ set, connection, flow }) => {
        const at = request.raw.url!.indexOf("?");
        return personOfCallback(api, set, connection, flow, at < 0 ? "" : request.raw.url!.slice(at));
      }),
    );
    scope.post("/sign-in/oidc/:token/back-channel", { schema: { hide: true } }, async (request, reply) => {
      try {
        const { set, connection } = await findAnyConnection(api, tokenOf(request));
        if (connection.settings.kind !== "oidc") throw new Error("the connection is none of OpenID Connect");
        const token = formOf(request).logout_token ?? "";
        const named = await readLogoutToken(connection.settings, reachOf(api, set), token, (id, until) =>
          flows.useOnce(set.region, `log-out ${connection.id} ${id}`, until),
        );
        await endProviderSessions(api, set, connection, {
          subject: named.subject,
          sessionIds: named.sessionId === null ? [] : [named.sessionId],
        });
        return await reply.code(200).send();
      } catch (error) {
        api.log.warn({ reason: problemOf(error).words }, "a provider's log-out was refused");
        return reply.code(400).send({ error: "invalid_request" });
      }
    });

    scope.get("/sign-in/saml/:token/metadata", { schema: { hide: true } }, async (request, reply) => {
      try {
        const { set, connection } = await findAnyConnection(api, tokenOf(request));
        if (connection.settings.kind !== "saml") return await problemPage(reply, "not-found");
        const own = ownSide(api, connectionToken(set, connection.id), connection.settings);
        return await reply.type("application/samlmetadata+xml").send(writeMetadata(own));
      } catch {
        return problemPage(reply, "not-found");
      }
    });
    scope.post("/sign-in/saml/:token/consume", { schema: { hide: true } }, (request, reply) => {
      const { SAMLResponse = "", RelayState, again } = formOf(request);
      // The provider's page sent it, so the browser kept its cookies back. Sent once more by a page of ours, they come along.
      if (again === undefined && flows.find(request) === undefined)
        return relayPage(reply, request, { SAMLResponse, RelayState: RelayState ?? "", again: "1" });
      return comeBack(request, reply, ({ set, connection, flow }) =>
        personOfResponse(api, set, connection, flow, { SAMLResponse, RelayState }),
      );
    });
    const signOut = async (request: FastifyRequest, reply: FastifyReply) => {
      try {
        const { set, connection } = await findAnyConnection(api, tokenOf(request));
        if (connection.settings.kind !== "saml") throw new Error("the connection is none of SAML");
        const { settings } = connection;
        const own = ownSide(api, connectionToken(set, connection.id), settings);
        const query = request.raw.url!.split("?")[1] ?? "";
        const message = await readSignOut(
          own,
          providerSide(settings),
          request.method === "GET"
            ? { binding: "redirect", query }
            : { binding: "post", fields: formOf(request) },
        );
        if (message.kind === "response" || settings.signOutUrl === null)
          return await reply.redirect("/sign-in");
        const { nameId, sessionIndexes, requestId } = message;
        await endProviderSessions(api, set, connection, { subject: nameId, sessionIds: sessionIndexes });
        const relayState =
          (request.method === "GET"
            ? new URLSearchParams(query).get("RelayState")
            : formOf(request).RelayState) ?? "";
        return await reply.redirect(
          await signOutResponseUrl(own, providerSide(settings), { inResponseTo: requestId, relayState }),
        );
      } catch (error) {
        api.log.warn({ reason: problemOf(error).words }, "a provider's sign-out was refused");
        return problemPage(reply, "sign-in-refused");
      }
    };
    scope.get("/sign-in/saml/:token/sign-out", { schema: { hide: true } }, signOut);
    scope.post("/sign-in/saml/:token/sign-out", { schema: { hide: true } }, signOut);
    scope.get("/sign-in/relay.js", { schema: { hide: true } }, async (_request, reply) =>
      reply
        .type("text/javascript; charset=utf-8")
        .header("cache-control", "public, max-age=3600")
        .send("document.forms[0].submit();\n"),
    );
  });

  /** What was begun in this browser goes on with whom the provider sent; anything else is refused, without a reason. */
  async function comeBack(
    request: FastifyRequest,
    reply: FastifyReply,
    read: (found: { set: WorkingSet; connection: Connection; flow: SignOnFlow }) => Promise<ProviderPerson>,
  ): Promise<FastifyReply> {
    let flow: SignOnFlow | undefined;
    try {
      flow = flows.expect(request, "sign-on");
      const set = await store.readNow(flow.accountId);
      const { connection } = await findAnyConnection(api, tokenOf(request));
      // A provider that is made to answer in another one's place leads to its own address (mix-up, RFC 9207).
      if (connection.id !== flow.connectionId)
        throw new Error("the answer came to another connection's address");
      if (!connection.isEnabled && flow.purpose.kind !== "test") throw new Error("the connection is off");
      await flows.finish(reply, flow, set.region);
      const person = await read({ set, connection, flow });
      return await reply.redirect(await finishSignOn(api, request, reply, { set, connection, flow, person }));
    } catch (error) {
      const { code, words } = problemOf(error);
      api.log.warn(
        { accountId: flow?.accountId, connectionId: flow?.connectionId, reason: words },
        "a sign-in was refused",
      );
      const set = flow && (await store.read(flow.accountId).catch(() => undefined));
      const connection = flow && set?.get("connection", flow.connectionId);
      if (!flow || !set || !connection) return problemPage(reply, code);
      if (flow.purpose.kind === "test")
        return reply.redirect(await noteTest(api, set, connection, flow.purpose.memberId, words, undefined));
      await noteRefusal(set, connection, request, words);
      return problemPage(reply, code);
    }
  }

  /** A few a minute, so that nobody fills a trail. */
  async function noteRefusal(
    set: WorkingSet,
    connection: Connection,
    request: FastifyRequest,
    reason: string,
  ) {
    const limit = { name: "failures" as const, key: `sign-on ${connection.id}`, perMinute: 5 };
    if (access.rates.take([limit])[0]!.isExceeded) return;
    const actor = { kind: "system" as const, id: null, name: "somebody", address: addressOf(request.ip) };
    await store
      .change(set.accountId, actor, (change) =>
        change.note({
          action: "sign-in.refused",
          target: { kind: "connection", id: connection.id, name: connection.name },
          detail: { reason },
        }),
      )
      .catch(() => {});
  }
}

function tokenOf({ params }: FastifyRequest): string {
  return (params as { token: string }).token;
}

function formOf({ body }: FastifyRequest): Record<string, string | undefined> {
  return (body ?? {}) as Record<string, string | undefined>;
}

function problemPage(reply: FastifyReply, code: string): FastifyReply {
  return reply.redirect(`/sign-in?problem=${encodeURIComponent(code)}`, 303);
}

function relayPage(
  reply: FastifyReply,
  request: FastifyRequest,
  fields: Record<string, string>,
): FastifyReply {
  const inputs = Object.entries(fields).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  );
  const path = request.raw.url!.split("?")[0]!;
  return reply
    .type("text/html; charset=utf-8")
    .send(
      `<!doctype html><html lang="en"><meta charset="utf-8"><title>Refill</title><form method="post" action="${escapeHtml(path)}">${inputs.join("")}<noscript><button>Go on to Refill</button></noscript></form><script src="/sign-in/relay.js"></script></html>`,
    );
}
