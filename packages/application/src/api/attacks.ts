import type { Random } from "../../../factory/src/random.ts";
import { type AccountUnderTest, type Filled, requestOf } from "./account-under-test.ts";
import { type HostileRequest, hostileBody, hostileRequest } from "./hostile-requests.ts";
import { hostileChanges, isClosed, madeHostile, toJson, troubling } from "./hostile-values.ts";
import { isCeremony } from "./known-records.ts";
import { isJson, type Operation } from "./operations-under-test.ts";
import type { RawAnswer, RawRequest, Silence } from "./raw-http.ts";

export interface Attack extends HostileRequest {
  answer: RawAnswer | Silence;
  /** What it wrote, if anything, is to be read there. */
  reads: string[];
}

export interface Attacker {
  account: AccountUnderTest;
  /** Headers that prove who asks; the first is an admin's. */
  callers: readonly Record<string, string>[];
  dice: Random;
  /** At most so many requests, beside the few that are always sent. */
  most: number;
  send(request: RawRequest): Promise<RawAnswer | Silence>;
}

/** New records for an operation that used the last ones up, where others must be made for them. */
const mostRenewals = 5;

/** For tests: hostile requests to the operation, one after the other, and what is answered. */
export async function* attacksOn(operation: Operation, attacker: Attacker): AsyncGenerator<Attack> {
  const { account, dice, send } = attacker;
  let filled = await account.fill(operation, 0, true);
  let renewals = 0;
  const byPerson = operation.permission === "own" ? attacker.callers.find(({ cookie }) => cookie) : undefined;
  const admin = operation.isPublic ? {} : (byPerson ?? attacker.callers[0]!);
  const swept = sweep(operation, filled, dice).slice(0, attacker.most / 2);
  const drawn = Array<Plan>(Math.ceil(attacker.most - swept.length)).fill(drawnPlan);
  for (const plan of [...alwaysSent(operation, dice), ...swept, ...drawn]) {
    const caller = plan === drawnPlan && !operation.isPublic ? dice.pick(attacker.callers) : admin;
    const hostile = await plan(requestOf(operation, filled, caller), filled);
    const answer = await send(hostile.request);
    const isRead = ["GET", "HEAD"].includes(hostile.request.method);
    const isDone = typeof answer !== "string" && answer.status < 300 && !isRead;
    yield { ...hostile, answer, reads: isDone ? account.readsOf(operation, filled) : [] };
    // What it did, it can't do again: the next request is for another record.
    const isFree = Object.keys(filled.path).length + (filled.body?.ids.length ?? 0) === 0;
    if (isDone && (isFree || renewals++ < mostRenewals))
      filled = await account.fill(operation, dice.integer(0, account.choicesOf(operation) - 1), true);
  }

  async function drawnPlan(good: RawRequest, { body }: Filled): Promise<HostileRequest> {
    if (!operation.body || dice.chance(0.3)) return hostileRequest(operation, good, dice);
    if (!isJson(operation.body.type) || dice.chance(0.2)) return hostileBody(good, dice);
    const chosen = dice.chance(0.4) ? (await account.fill(operation, 0, false, true)).body : body;
    if (dice.chance(0.1))
      return { what: "all that the schema allows", request: withBody(good, chosen?.value) };
    const { value, ...hostile } = madeHostile(operation.body.schema, chosen?.value, dice);
    return { ...hostile, request: withBody(good, value) };
  }
}

/** Makes a good request hostile. */
type Plan = (good: RawRequest, filled: Filled) => HostileRequest | Promise<HostileRequest>;

function alwaysSent(operation: Operation, dice: Random): Plan[] {
  const { isWriting, body: described } = operation;
  const expected = isCeremony(operation) ? {} : { expected: "done" as const };
  const plans: Plan[] = [(request) => ({ what: "as it should be", request, ...expected })];
  if (!isWriting) plans.push((good) => ({ what: "without a body", request: { ...good, method: "HEAD" } }));
  if (described && isJson(described.type) && isClosed(described.schema))
    plans.push((good, { body }) => ({
      what: "with an id of one's own",
      request: withBody(good, { ...(body?.value as object), id: dice.uuid() }),
      expected: "refused",
    }));
  return plans;
}

/** Every field and every parameter of the query with whatever troubles its kind, in any order, days first. */
function sweep({ parameters, body }: Operation, filled: Filled, dice: Random): Plan[] {
  const plans: { plan: Plan; at: number }[] = [];
  const add = (isOfFormat: boolean, plan: Plan) =>
    plans.push({ plan, at: dice.next() - (isOfFormat ? 1 : 0) });
  for (const { name, schema } of parameters.filter((each) => each.in === "query"))
    for (const [what, make] of troubling(schema, ""))
      add(schema.format !== undefined, (good) => ({
        what: `${name}: ${what}`,
        request: withQuery(good, name, String(make())),
      }));
  if (body && isJson(body.type))
    for (const { what, change, isOfFormat } of hostileChanges(body.schema, filled.body?.value, dice))
      add(isOfFormat, (good, now) => ({ what, request: withBody(good, change(now.body?.value)) }));
  return plans.sort((a, b) => a.at - b.at).map(({ plan }) => plan);
}

function withBody(good: RawRequest, value: unknown): RawRequest {
  return { ...good, body: Buffer.from(toJson(value)) };
}

function withQuery(good: RawRequest, name: string, text: string): RawRequest {
  const joint = good.target.includes("?") ? "&" : "?";
  const value = encodeURIComponent(text.toWellFormed()).slice(0, 4_000);
  return { ...good, target: `${good.target}${joint}${name}=${value}` };
}
