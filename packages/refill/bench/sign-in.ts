/** Signing in with an OpenID provider beside it, and what a session costs a request. */
import { chmodSync, mkdtempSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openCredentials } from "@refill/application";
import { type Person, startIdentityProvider } from "@refill/identity-provider";
import pino from "pino";
import { identify } from "../../application/src/api/authentication.ts";
import { openUses } from "../../application/src/members/uses.ts";
import { type Deployment, startDeployment } from "../src/deployment.ts";
import { openLog } from "../src/log.ts";
import { cpuSeconds } from "./process-cost.ts";

const accounts = 8;
const peopleAnAccount = 50;
const concurrency = 24;
const secret = "bench-secret";
const say = (text: string) => console.error(text);

export async function measureSignIn(options: { seconds: number }): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), "refill-bench-"));
  chmodSync(folder, 0o755);
  const logPath = join(folder, "refill.log");
  const deployment = await startDeployment({
    dataFolder: join(folder, "data"),
    keysFolder: join(folder, "keys"),
    httpPort: 0,
    smtpUrl: undefined,
    // Only the demonstration takes a provider without TLS.
    demonstration: true,
    // Each sign-in comes from an address of its own, as people do.
    trustedProxies: "127.0.0.1",
    log: openLog(logPath),
    logFile: openSync(logPath, "a"),
    environment: { REFILL_UDP_HOST: "127.0.0.1" },
  });
  try {
    return await measure(deployment, options.seconds);
  } finally {
    await deployment.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(deployment: Deployment, seconds: number): Promise<object> {
  const { controlPlane, baseUrl } = deployment;
  const people: Person[] = Array.from({ length: peopleAnAccount }, (_, n) => ({
    id: `p${n}`,
    name: `Person ${n}`,
    email: `p${n}@bench.example`,
    emailVerified: true,
    groups: ["stores"],
    amr: ["pwd", "mfa"],
  }));
  const callbacks: string[] = [];
  const plants: { accountId: string; id: string; token: string; key: string }[] = [];
  for (let n = 0; n < accounts; n++) {
    const accountId = await controlPlane.createCustomer({
      slug: `bench-${n}`,
      name: `Bench ${n}`,
      region: "EU",
      demonstration: true,
      quota: { requestsPerMinute: 10_000_000 },
    });
    const { id, oidcCallback, signIn } = await controlPlane.demonstrationAddresses(accountId, baseUrl);
    callbacks.push(oidcCallback);
    const key = await controlPlane.createApiKey(accountId, { name: "bench", role: "user" });
    plants.push({ accountId, id, token: signIn.split("#")[1]!, key });
  }
  const client = { clientId: "refill", clientSecret: secret, redirectUris: callbacks };
  const provider = await startIdentityProvider({ port: 0, title: "Bench", people, clients: [client] });
  try {
    for (const { accountId, id } of plants)
      await controlPlane.putDemonstrationConnection(accountId, id, {
        issuer: provider.issuer,
        clientId: "refill",
        clientSecret: secret,
        people: [{ id: "p0", name: "Person 0" }],
      });
    // Everybody once, so that members are there.
    let session = "";
    for (const plant of plants)
      for (const { id } of people.slice(0, 5)) session = await signIn(baseUrl, plant.token, id);
    say(`signing in for ${seconds} s, ${concurrency} at once …`);
    const signIns = await load(deployment, seconds, (n) =>
      signIn(baseUrl, plants[n % accounts]!.token, `p${(n * 7) % peopleAnAccount}`),
    );
    say("requests by session and by key …");
    return { ...signIns, hotPath: await hotPath(deployment, session, plants.at(-1)!.key) };
  } finally {
    await provider.stop();
  }
}

let visitor = 0;
const devices = new Map<string, string>();
/** From the sign-in page through the provider to the session's cookie, as a browser goes; gives the cookie. */
async function signIn(baseUrl: string, token: string, hint: string): Promise<string> {
  const number = ++visitor;
  const address = `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
  // By which the browser is known again, as most people's is.
  const device = devices.get(hint);
  const ours = new Map<string, string>(device ? [["refill_device", device]] : []);
  const theirs = new Map<string, string>();
  const begun = await step(`${baseUrl}/api/v1/sign-in/connections/${token}`, ours, {
    method: "POST",
    headers: { "content-type": "application/json", "x-forwarded-for": address },
    body: JSON.stringify({ hint }),
  });
  let next = ((await begun.json()) as { url: string }).url;
  for (let hop = 0; hop < 10; hop++) {
    const isOurs = next.startsWith(baseUrl);
    const answer = await step(next, isOurs ? ours : theirs, { headers: { "x-forwarded-for": address } });
    await answer.arrayBuffer();
    if (isOurs) {
      const cookie = ours.get("refill_session");
      const known = ours.get("refill_device");
      if (known) devices.set(hint, known);
      if (!cookie) throw new Error(`nobody was signed in: ${answer.headers.get("location")}`);
      return `refill_session=${cookie}`;
    }
    next = new URL(answer.headers.get("location")!, next).href;
  }
  throw new Error("the provider leads in circles");
}

async function step(
  url: string,
  cookies: Map<string, string>,
  init: { method?: string; headers: Record<string, string>; body?: string },
): Promise<Response> {
  const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(url, { ...init, redirect: "manual", headers: { ...init.headers, cookie } });
  for (const line of response.headers.getSetCookie()) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
    cookies.set(name!, value!);
  }
  return response;
}

async function load(deployment: Deployment, seconds: number, run: (n: number) => Promise<unknown>) {
  const latencies: number[] = [];
  const pid = deployment.application.pid()!;
  const cpuBefore = cpuSeconds(pid);
  const startedAt = performance.now();
  let n = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - startedAt < seconds * 1000) {
        const began = performance.now();
        await run(n++);
        latencies.push(performance.now() - began);
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    signInsPerSecond: Math.round(latencies.length / took),
    p50Ms: round(at(latencies, 0.5)),
    p99Ms: round(at(latencies, 0.99)),
    applicationCpuMsASignIn: round(((cpuSeconds(pid) - cpuBefore) * 1000) / latencies.length),
  };
}

/** What admission does to know whom a session belongs to: the look-up alone, and whole requests by session and by key. */
async function hotPath(deployment: Deployment, session: string, key: string) {
  const { store } = deployment.controlPlane;
  const credentials = openCredentials(store.regions);
  const uses = openUses({ store, log: pino({ level: "silent" }) });
  const token = { kind: "session" as const, text: session.split("=")[1]! };
  const lookUps: number[] = [];
  for (let n = 0; n < 60_000; n++) {
    const began = performance.now();
    const identity = await identify(token, "10.0.0.1", { store, credentials, uses });
    if (n >= 10_000) lookUps.push(performance.now() - began);
    if (!("principal" in identity)) throw new Error("the session is not known");
  }
  const callers = { session: { cookie: session }, key: { authorization: `Bearer ${key}` } };
  const times: Record<keyof typeof callers, number[]> = { session: [], key: [] };
  for (let n = 0; n < 5_000; n++)
    for (const [caller, headers] of Object.entries(callers)) {
      const began = performance.now();
      const answer = await fetch(`${deployment.baseUrl}/api/v1/sites`, { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${caller}: ${answer.status}`);
      if (n >= 500) times[caller as keyof typeof callers].push(performance.now() - began);
    }
  const median = (all: number[]) =>
    round(
      at(
        all.sort((a, b) => a - b),
        0.5,
      ),
    );
  return {
    lookUpOfSessionMedianMs: median(lookUps),
    requestBySessionMedianMs: median(times.session),
    requestByKeyMedianMs: median(times.key),
  };
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
