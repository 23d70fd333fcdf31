import { randomBytes, randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../../../factory/src/random.ts";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";
import { quickly, rowsOf, untilQuiet, viewOf } from "./account-state.ts";
import { AccountUnderTest, bearer, type Filled, requestOf } from "./account-under-test.ts";
import { openSession, strangersOf, usersOf } from "./callers-under-test.ts";
import { isCeremony, isChosen, tellsOfEach } from "./known-records.ts";
import { NetworkServerUnderTest } from "./network-server-under-test.ts";
import { type Operation, readOperations } from "./operations-under-test.ts";
import { bytesOf, exchange, isProblem, outcomeOf, type RawAnswer } from "./raw-http.ts";
import { isId, type Place, withValue } from "./schema-values.ts";

/** At least so many are described; fewer mean that the document is broken. */
const leastOperations = 60;

let app: ApplicationUnderTest;
let networkServer: NetworkServerUnderTest;
let operations: Operation[];
let ours: AccountUnderTest;
let theirs: AccountUnderTest;
/** Everything of theirs: rows, what the network server holds, what they read. */
let before: string;
let viewBefore: Record<string, string>;
/** Ids, EUIs and tokens of theirs. */
let traces: string[];
/** Headers of who may do nothing, and of who may only read, by what they are. */
let strangers: Map<string, Headers>;
let users: Map<string, Headers>;
/** An admin's session. */
let cookie: Headers;
let checked = 0;
const dice = random("isolation");

beforeAll(async () => {
  app = await startApplicationUnderTest(quickly);
  networkServer = new NetworkServerUnderTest(app);
  operations = readOperations((await app.request("GET", "/api/v1/openapi.json")).body);
  ours = await AccountUnderTest.open(app, operations, dice, "ours");
  theirs = await AccountUnderTest.open(app, operations, dice, "theirs");
  await theirs.makeAll();
  strangers = await strangersOf(app, theirs.customer);
  users = await usersOf(app, theirs.customer);
  cookie = { cookie: await openSession(app, theirs.customer.accountId, "admin") };
  theirs.freeze();
  await untilQuiet(app);
  viewBefore = await viewOfTheirs();
  before = await stateOfTheirs();
  traces = [...new Set(JSON.stringify(viewBefore).match(/[0-9a-f-]{36}|[0-9a-f]{16}|rf[a-z]_[\w-]{43,}/g))];
  traces.push(theirs.customer.accountId, "Customer theirs");
});
afterAll(async () => {
  console.log(`isolation: ${operations?.length} operations, ${checked} combinations with callers and ids`);
  await app?.stop();
});

test("another customer's id is answered like one that nobody has, wherever a request can name one", {
  timeout: 300_000,
}, async () => {
  const defects: string[] = [];
  const refused: string[] = [];
  let places = 0;
  for (const operation of operations) {
    if (operation.isPublic || isCeremony(operation)) continue;
    for (let choice = 0; choice < ours.choicesOf(operation); choice++) {
      const filled = await ours.fill(operation, choice, true);
      const own = await send(operation, filled, bearer(ours.customer.adminKey));
      if (outcomeOf(own).status >= 300) refused.push(`${operation.name}: ${say(own)}`);
      defects.push(...tracesIn(operation, own));
      checked++;
      for (const spot of spotsOf(operation, filled)) {
        places++;
        defects.push(...(await defectsAt(spot, operation, choice, said(own, idsIn(filled)))));
      }
    }
  }
  expect.soft(defects).toEqual([]);
  expect.soft(await viewOfTheirs()).toEqual(viewBefore);
  // Nearly every request is a good one: what was refused, was refused for its ids.
  expect(refused).toEqual([]);
  expect(operations.length).toBeGreaterThanOrEqual(leastOperations);
  expect(places).toBeGreaterThanOrEqual(leastOperations * 0.75);
});

test("who has no valid key gets nothing but a 401", async () => {
  const defects: string[] = [];
  for (const operation of operations) {
    if (operation.isPublic) continue;
    const filled = await theirs.fill(operation);
    for (const [caller, headers] of strangers) {
      const answer = await send(operation, filled, headers);
      const isRefused = answer.status === 401 && isProblem(answer);
      if (!isRefused) defects.push(`${operation.name} with ${caller}: ${say(answer)}`);
      checked++;
    }
    defects.push(...(await changesOfTheirs(operation.name)));
  }
  expect.soft(defects).toEqual([]);
  expect.soft(await viewOfTheirs()).toEqual(viewBefore);
});

test("who may only read changes nothing, unless the operation says that users may", async () => {
  const defects: string[] = [];
  for (const operation of operations) {
    if (operation.isPublic || operation.isForUsers) continue;
    const filled = await theirs.fill(operation);
    for (const [caller, headers] of users) {
      const answer = await send(operation, filled, headers);
      if (answer.status !== 403 || !isProblem(answer))
        defects.push(`${operation.name} with ${caller}: ${say(answer)}`);
      checked++;
    }
    defects.push(...(await changesOfTheirs(operation.name)));
  }
  expect.soft(defects).toEqual([]);
  expect.soft(await viewOfTheirs()).toEqual(viewBefore);
  expect(operations.filter(({ isForUsers }) => !isForUsers).length).toBeGreaterThanOrEqual(
    leastOperations / 2,
  );
});

test("with a session's cookie alone, as another site's page sends it, nothing is written", async () => {
  const defects: string[] = [];
  for (const operation of operations) {
    if (operation.isPublic || !operation.isWriting) continue;
    const answer = await send(operation, await theirs.fill(operation), cookie);
    if (answer.status !== 403 || !isProblem(answer)) defects.push(`${operation.name}: ${say(answer)}`);
    defects.push(...(await changesOfTheirs(operation.name)));
    checked++;
  }
  expect(defects).toEqual([]);
});

test("who comes without a key and with a token that nobody was given learns nothing of any account", async () => {
  const defects: string[] = [];
  for (const operation of operations) {
    if (!operation.isPublic) continue;
    const { body, ...filled } = await theirs.fill(operation);
    const answers = new Set<string>();
    for (const token of wrongTokens()) {
      const path = Object.fromEntries(Object.keys(filled.path).map((name) => [name, token]));
      const answer = await send(operation, { ...filled, path, body }, {});
      const isRefused = answer.status >= 400 && answer.status < 500 && isProblem(answer);
      if (Object.keys(path).length > 0 && !isRefused)
        defects.push(`${operation.name} with the token ${token}: ${say(answer)}`);
      defects.push(...tracesIn(operation, answer, [token]));
      answers.add(said(answer, [token]));
      checked++;
    }
    const hasToken = Object.keys(filled.path).length > 0;
    if (hasToken && answers.size > 1)
      defects.push(`${operation.name} tells tokens apart: ${[...answers].join(" or ")}`);
    defects.push(...(await changesOfTheirs(operation.name)));
  }
  expect.soft(defects).toEqual([]);
});

type Headers = Record<string, string>;
/** Where a request names records: some of the path's or the query's parameters, or one place of the body. */
type Spot = { in: "path" | "query"; names: string[] } | { in: "body"; place: Place };

function spotsOf(operation: Operation, { body }: Filled): Spot[] {
  const namesIn = (where: string) =>
    operation.parameters.filter((each) => each.in === where && isId(each.schema)).map(({ name }) => name);
  const inPath = namesIn("path");
  return [
    ...inPath.map((name): Spot => ({ in: "path", names: [name] })),
    ...(inPath.length > 1 ? [{ in: "path" as const, names: inPath }] : []),
    ...namesIn("query").map((name): Spot => ({ in: "query", names: [name] })),
    ...(body?.ids ?? []).map((place): Spot => ({ in: "body", place })),
  ];
}

/** Asks for theirs, and for what nobody has, with the same request otherwise. */
async function defectsAt(spot: Spot, operation: Operation, choice: number, own: string): Promise<string[]> {
  const where = `${operation.name} with their id in the ${spot.in}'s ${spot.in === "body" ? spot.place.join(".") : spot.names}`;
  const defects: string[] = [];
  // A list of what fits an id that nobody has is empty; what a client names itself may have any name.
  const isNew = spot.in === "body" && isChosen(operation, spot.place);
  const isFree = isNew || tellsOfEach(operation) || (spot.in === "query" && !operation.isWriting);
  // Who gives what it makes the ids of others has them afterwards.
  const asker = isNew ? await AccountUnderTest.open(app, operations, dice, `copier-${checked}`) : ours;
  app.requests.length = 0;
  const ask = async (idOf: (name: string | Place) => Promise<string>) => {
    const { filled, ids } = await withIds(await asker.fill(operation, choice, true), spot, idOf);
    const answer = await send(operation, filled, bearer(asker.customer.adminKey));
    defects.push(...tracesIn(operation, answer, ids));
    return { ...outcomeOf(answer), said: said(answer, idsIn(filled)) };
  };
  const nobodys = await ask(async () => randomUUID());
  const { path, query } = await theirs.fill(operation, choice);
  const foreign = await ask(async (name) =>
    typeof name === "string" ? (path[name] ?? query[name]!) : theirs.idFor(operation, name),
  );
  checked += 2;
  // What was made anew is another record each time. A device or gateway can't have the id of somebody else's: to the
  // network server it is taken, as its EUI would be.
  const isTaken = /urn:refill:problem:(dev|gateway)-eui-taken/.test(foreign.said);
  const isSame =
    isNew && nobodys.status < 300
      ? foreign.status === nobodys.status || isTaken
      : foreign.said === nobodys.said;
  if (!isSame) defects.push(`${where}: ${foreign.said}, but with one that nobody has: ${nobodys.said}`);
  const isRefused = [404, 422].includes(nobodys.status) && nobodys.isProblem;
  if (!isRefused && !(isFree && nobodys.status < 300)) defects.push(`${where}: ${nobodys.said}`);
  if (isRefused && own === nobodys.said)
    defects.push(`${where}: refused with own ids just the same, so it is not for the id: ${own}`);
  if (app.requests.some((request) => JSON.stringify(request).includes(theirs.customer.accountId)))
    defects.push(`${where}: the network server was asked for their account`);
  return [...defects, ...(await changesOfTheirs(where))];
}

async function withIds(filled: Filled, spot: Spot, idOf: (name: string | Place) => Promise<string>) {
  const ids: string[] = [];
  const next = async (name: string | Place) => {
    const id = await idOf(name);
    ids.push(id);
    return id;
  };
  if (spot.in === "body")
    return {
      filled: {
        ...filled,
        body: { ids: [], value: withValue(filled.body?.value, spot.place, await next(spot.place)) },
      },
      ids,
    };
  const replaced: Record<string, string> = { ...filled[spot.in] };
  for (const name of spot.names) replaced[name] = await next(name);
  return { filled: { ...filled, [spot.in]: replaced }, ids };
}

async function send(operation: Operation, filled: Filled, headers: Headers): Promise<RawAnswer> {
  const port = Number(new URL(app.baseUrl).port);
  const answer = await exchange(port, bytesOf(requestOf(operation, filled, headers)));
  if (typeof answer === "string") throw new Error(`${operation.name}: ${answer}`);
  return answer;
}

/** Status and text, whatever the ids are. */
function said({ status, text }: RawAnswer, ids: readonly string[]): string {
  return `${status} ${ids.reduce((rest, id) => rest.replaceAll(id, "…"), text)}`;
}

function say(answer: RawAnswer): string {
  return said(answer, []).slice(0, 300);
}

function idsIn({ path, query, body }: Filled): string[] {
  const inBody = JSON.stringify(body?.value ?? null).match(/[0-9a-f-]{36}/g) ?? [];
  return [...Object.values(path), ...Object.values(query), ...inBody];
}

function tracesIn(operation: Operation, { text }: RawAnswer, sent: readonly string[] = []): string[] {
  const found = traces.filter((trace) => !sent.includes(trace) && text.includes(trace));
  return found.map((trace) => `${operation.name} tells of their ${trace}`);
}

function wrongTokens(): string[] {
  const fresh = () => randomBytes(32).toString("base64url");
  return [`rfr_${fresh()}`, `rfc_${fresh()}`, `rfs_${fresh()}`, fresh(), theirs.customer.adminKey];
}

async function stateOfTheirs(): Promise<string> {
  const { accountId } = theirs.customer;
  return `${await rowsOf(app, accountId)}\n${networkServer.stateOf(accountId)}`;
}

async function changesOfTheirs(where: string): Promise<string[]> {
  const now = await stateOfTheirs();
  if (now === before) return [];
  const lines = now.split("\n").filter((line) => !before.includes(line));
  before = now;
  return [`${where} changed their account: ${lines.join("; ")}`];
}

function viewOfTheirs(): Promise<Record<string, string>> {
  return viewOf(theirs, operations, async (operation, filled) => {
    const answer = await send(operation, filled, bearer(theirs.customer.adminKey));
    return said(answer, []);
  });
}
