import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import type { KeptAnswer } from "../accounts/account-change.ts";
import type { AccountStore } from "../accounts/account-store.ts";
import {
  AlreadyAnswered,
  type FoundKey,
  findKey,
  markUnknown,
  releaseKey,
  reserveKey,
} from "../accounts/kept-answers.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { Refusal } from "../refusal.ts";
import type { Api, ApiServer } from "./api.ts";
import { refusalOf } from "./problems.ts";

/** draft-ietf-httpapi-idempotency-key-header: a structured string, or the same without quotes. */
const IdempotencyKey = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      pattern: "^[\\x20-\\x7e]{1,255}$",
      description:
        "Yours, new for each new request, e.g. a UUID: the same request sent again with it within 24 hours is answered as the first time, and nothing is done twice",
    }),
  ),
});

/** An answer as it is kept. */
interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}
const keptHeaders = ["location", "etag", "content-type"];

/**
 * Lets every POST below take an Idempotency-Key. What its handler changes of the account is committed in one transaction
 * with its answer; a route that acts elsewhere too says so (`config.actsOutside`), and its key is reserved first.
 */
export function keepAnswers(app: ApiServer, { store }: Api): void {
  /** Keys whose first request this process is at work with. */
  const atWork = new Set<string>();

  app.addHook("onRoute", (route) => {
    // What a person does in steps is bound to the browser anyway; and a wrong code counts, whatever is sent with it.
    if (route.method !== "POST" || route.config?.changesNothing) return;
    if (["public", "own"].includes(route.config?.rule?.permission ?? "")) return;
    const headers = route.schema?.headers as { properties?: object } | undefined;
    route.schema = {
      ...route.schema,
      headers: { ...IdempotencyKey, properties: { ...headers?.properties, ...IdempotencyKey.properties } },
    };
    const handle = route.handler;
    const actsOutside = route.config?.actsOutside ?? false;
    route.handler = async function (request, reply) {
      const sent = request.headers["idempotency-key"];
      if (sent === undefined) return handle.call(this, request, reply);
      const set = await store.read(request.principal.accountId);
      const key = keyOf(set, request, String(sent));
      const place = `${set.accountId} ${key.keyHash.toString("hex")}`;
      if (atWork.has(place)) throw stillRunning();
      atWork.add(place);
      try {
        const known = await find(store, set, key);
        if (known) return replay(reply, known);
        const answer = await answerOnce(store, set, key, actsOutside, () =>
          record(handle.bind(this), request, reply),
        );
        return send(reply, answer);
      } catch (error) {
        if (!(error instanceof AlreadyAnswered)) throw error;
        const first = await find(store, set, key);
        if (!first) throw stillRunning();
        return replay(reply, first);
      } finally {
        atWork.delete(place);
      }
    };
  });
}

type Key = Pick<KeptAnswer, "keyHash" | "requestHash">;

/** A key is known by who sent it; whether the request is the same one, by its method, address and body. */
function keyOf({ sealer }: WorkingSet, request: FastifyRequest, sent: string): Key {
  const { actor, memberId } = request.principal;
  const who = memberId ?? actor.id ?? actor.name;
  const key = /^"(.*)"$/.exec(sent)?.[1] ?? sent;
  const body = request.body === undefined ? "" : JSON.stringify(request.body);
  return {
    keyHash: sealer.lookupHash("idempotency-key", `${who} ${key}`),
    requestHash: sealer.lookupHash("idempotent-request", `${request.method} ${request.url}\n${body}`),
  };
}

/** Throws a refusal for a key that was used for another request, or whose request has no answer (yet). */
async function find(store: AccountStore, set: WorkingSet, key: Key): Promise<Answer | undefined> {
  const found = await store.query(set.accountId, (tx) => findKey(tx, set.sealer, key.keyHash));
  if (!found) return undefined;
  if (!found.requestHash.equals(key.requestHash))
    throw new Refusal(
      422,
      "idempotency-key-reused",
      "This Idempotency-Key was used for another request. Use a new key for each new request.",
    );
  return answerIn(found);
}

function answerIn(found: FoundKey): Answer {
  if (found.state === "done") return found.answer as Answer;
  if (found.state === "running") throw stillRunning();
  throw new Refusal(
    409,
    "idempotency-outcome-unknown",
    "The first request with this Idempotency-Key was cut off, so whether it took effect is not known. Read what it would have made (the device's downlinks, the list of devices or gateways), and use a new key if it has to be done again.",
  );
}

async function answerOnce(
  store: AccountStore,
  set: WorkingSet,
  key: Key,
  actsOutside: boolean,
  work: () => Promise<Answer>,
): Promise<Answer> {
  const { accountId, sealer } = set;
  if (actsOutside && !(await store.query(accountId, (tx) => reserveKey(tx, sealer, key))))
    throw new AlreadyAnswered();
  try {
    return await store.changeWithAnswer(accountId, work, (answer) => ({ ...key, answer }));
  } catch (error) {
    if (actsOutside && !(error instanceof AlreadyAnswered)) {
      const isUndone = refusalOf(error as FastifyError)?.isCertain ?? false;
      await store
        .query(accountId, (tx) =>
          isUndone ? releaseKey(tx, key.keyHash) : markUnknown(tx, sealer, key.keyHash),
        )
        // It counts as running for two minutes, and as unknown from then on.
        .catch(() => {});
    }
    throw error;
  }
}

/** Runs the handler and takes down what it answers, instead of sending it. */
async function record(
  handle: (request: FastifyRequest, reply: FastifyReply) => unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Answer> {
  let payload: unknown;
  const recorder: FastifyReply = Object.create(reply, {
    // A reply is awaited until it was sent; this one never is.
    // biome-ignore lint/suspicious/noThenProperty: it takes the reply's own away
    then: { value: undefined },
    send: {
      value: (sent: unknown) => {
        payload = sent;
        return recorder;
      },
    },
  });
  const returned = await handle(request, recorder);
  if (returned !== recorder && returned !== undefined) payload = returned;
  const headers: Record<string, string> = {};
  for (const name of keptHeaders) {
    const value = reply.getHeader(name);
    if (value !== undefined) headers[name] = String(value);
  }
  const isText = payload == null || typeof payload === "string";
  const body = isText ? ((payload as string | null) ?? "") : (reply.serialize(payload) as string);
  if (body !== "") headers["content-type"] ??= "application/json; charset=utf-8";
  return { status: reply.raw.statusCode, headers, body };
}

function send(reply: FastifyReply, { status, headers, body }: Answer): FastifyReply {
  return reply
    .code(status)
    .headers(headers)
    .send(body === "" ? undefined : body);
}

function replay(reply: FastifyReply, answer: Answer): FastifyReply {
  return send(reply.header("idempotent-replayed", "true"), answer);
}

function stillRunning(): Refusal {
  return new Refusal(
    409,
    "idempotency-key-running",
    "The first request with this Idempotency-Key is still running. Send the same request again in a second.",
    [],
    { retryAfter: 1 },
  );
}
