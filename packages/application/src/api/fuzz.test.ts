import pino from "pino";
import { afterAll, beforeAll, expect, test } from "vitest";
import { random } from "../../../factory/src/random.ts";
import { type ApplicationUnderTest, startApplicationUnderTest } from "../application-under-test.ts";
import { quickly, rowsOf, untilQuiet } from "./account-state.ts";
import { AccountUnderTest, bearer } from "./account-under-test.ts";
import { defectsOf, reproduction } from "./answer-defects.ts";
import { attacksOn } from "./attacks.ts";
import { fromPage, openSession } from "./callers-under-test.ts";
import { noRequests } from "./hostile-requests.ts";
import { NetworkServerUnderTest } from "./network-server-under-test.ts";
import { type Operation, readOperations } from "./operations-under-test.ts";
import { bytesOf, exchange, type RawAnswer, type RawRequest, type Silence } from "./raw-http.ts";

/** Another one sends other requests; every failure names it. */
const seed = process.env.REFILL_TEST_SEED ?? "fuzz";
/** How many times as long as usual. */
const factor = Number(process.env.REFILL_TEST_FUZZ ?? 1);
const mostRequests = 3_000 * factor;

const lines: string[] = [];
let app: ApplicationUnderTest;
let networkServer: NetworkServerUnderTest;
let operations: Operation[];
let ours: AccountUnderTest;
let theirs: AccountUnderTest;
/** What proves who asks: admins mostly, by their key or from the page, and users. */
let callers: Record<string, string>[];

beforeAll(async () => {
  const toMemory = { write: (line: string) => void lines.push(line) };
  const log = pino({ level: "trace" }, toMemory);
  app = await startApplicationUnderTest({ ...quickly, application: { ...quickly.application, log } });
  networkServer = new NetworkServerUnderTest(app);
  operations = readOperations((await app.request("GET", "/api/v1/openapi.json")).body);
  ours = await AccountUnderTest.open(app, operations, random(seed), "ours");
  theirs = await AccountUnderTest.open(app, operations, random(seed), "theirs");
  for (const account of [ours, theirs]) await account.makeAll();
  const { accountId, adminKey, userKey } = ours.customer;
  const [admin, user] = [bearer(adminKey), bearer(userKey)];
  const session = { cookie: await openSession(app, accountId, "admin"), ...fromPage };
  callers = [...Array(8).fill(admin), session, user];
  await untilQuiet(app);
});
afterAll(() => app?.stop());

test("whatever is sent to an operation is done or refused in words; nothing of the inside is told, and nobody else is touched", {
  timeout: 60_000 + 180_000 * factor,
}, async () => {
  const before = await stateOfTheirs();
  const findings = new Map<string, Map<string, string>>();
  const statuses = new Map<number, number>();
  const secrets = new Set([...secretsOf(ours), ...secretsOf(theirs)]);
  const read = new Set<string>();
  const most = mostRequests / operations.length;
  for (const operation of operations) {
    const dice = random(`${seed}/${operation.name}`);
    const attacks = attacksOn(operation, { account: ours, callers, dice, most, send });
    for await (const { what, request, answer, expected, reads } of attacks) {
      for (const each of reads) read.add(each);
      const { status, text } = typeof answer === "string" ? { status: 0, text: answer } : answer;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      for (const each of secretsIn(`${request.body?.toString("utf8", 0, 10_000)} ${text}`)) secrets.add(each);
      for (const defect of defectsOf(request, answer, expected)) {
        const examples = findings.get(defect) ?? new Map<string, string>();
        if (!examples.has(operation.name))
          examples.set(operation.name, reproduction(what, request, answer, lines.at(-1)));
        findings.set(defect, examples);
      }
    }
  }
  for (const each of networkServer.secrets) secrets.add(each);
  const counts = [...statuses].sort(([a], [b]) => a - b).map(([status, count]) => `${status} ${count} times`);
  console.log(`fuzz: answers ${counts.join(", ")}; ${lines.length} lines of log`);
  expect.soft(inWords(findings), `REFILL_TEST_SEED=${seed}`).toBe("");
  expect(lines.length).toBeGreaterThan(0);
  expect.soft(linesWith(secrets), "lines of the log with secrets").toEqual([]);
  expect.soft(await stateOfTheirs()).toBe(before);
  expect.soft(await unreadable(read), "can't be read any more").toEqual([]);
  await expectNormalLife();
  expect(statuses.get(200)).toBeGreaterThan(mostRequests / 10);
});

test("what is no request at all changes nothing either", async () => {
  const defects: string[] = [];
  for (const text of noRequests) {
    const answer = await exchange(port(), Buffer.from(text, "latin1"), true);
    const request = { method: "GET", target: text, headers: [], body: undefined };
    if (typeof answer !== "string")
      defects.push(...defectsOf(request, answer).map((defect) => `${JSON.stringify(text)}: ${defect}`));
  }
  expect(defects).toEqual([]);
  await expectNormalLife();
});

/** Each defect with the operations that have it, and some requests that show it. */
function inWords(findings: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const parts = [...findings].map(([defect, examples]) =>
    [`${defect}, by ${examples.size} operations`, ...[...examples.values()].slice(0, 10)].join("\n"),
  );
  return parts.join("\n");
}

function secretsIn(text: string): string[] {
  return text.match(/\b(?:[0-9a-fA-F]{32}|rf[a-z]_[\w-]{40,}|whsec_[\w+/]{20,})/g) ?? [];
}

function secretsOf({ customer, tokens }: AccountUnderTest): string[] {
  const sessions = callers.flatMap(({ cookie }) => cookie?.split("=")[1] ?? []);
  return [customer.adminKey, customer.userKey, ...tokens, ...sessions];
}

/** As text, and as the bytes that a logged buffer shows. Some of the lines, without what stands in them. */
function linesWith(secrets: ReadonlySet<string>): string[] {
  const looks = [...secrets].flatMap((secret) => [secret, [...Buffer.from(secret)].join(",")]);
  const found = lines.filter((line) => looks.some((look) => line.includes(look)));
  return found.slice(0, 5).map((line) => `one of ${found.length}: ${line.slice(0, 300)}`);
}

async function expectNormalLife(): Promise<void> {
  const name = `Hall ${crypto.randomUUID()}`;
  const made = await ours.answer("POST", "/api/v1/sites", { name });
  expect(await ours.answer("GET", `/api/v1/sites/${made.id}`)).toMatchObject({ name });
}

/** Whatever was written can be read afterwards. */
async function unreadable(targets: ReadonlySet<string>): Promise<string[]> {
  const broken: string[] = [];
  for (const target of targets) {
    const headers = Object.entries(callers[0]!);
    const answer = await send({ method: "GET", target, headers, body: undefined });
    if (typeof answer === "string" || answer.status >= 500) broken.push(target);
  }
  return broken;
}

function send(request: RawRequest): Promise<RawAnswer | Silence> {
  return exchange(port(), bytesOf(request));
}

async function stateOfTheirs(): Promise<string> {
  const { accountId } = theirs.customer;
  return `${await rowsOf(app, accountId)}\n${networkServer.stateOf(accountId)}`;
}

function port(): number {
  return Number(new URL(app.baseUrl).port);
}
