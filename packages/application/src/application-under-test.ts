import { randomUUID } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureCertificates } from "@refill/certificates";
import { migrate, openOwner, provisionAccount, startEmbeddedPostgres } from "@refill/database";
import {
  type Request,
  RequestRefused,
  type Subscriber,
  serveDelivery,
  type UplinkMessage,
} from "@refill/protocol";
import { encode } from "@refill/sensors";
import { openKeyVault } from "@refill/vault";
import pino from "pino";
import { systemActor } from "./accounts/actor.ts";
import { openAccounts } from "./accounts/open-accounts.ts";
import { createApiKey } from "./members/api-key.ts";
import { createRegistrationLink } from "./members/invitation.ts";
import { type Application, startApplication } from "./server.ts";
import { BrowserUnderTest } from "./sign-in/browser-under-test.ts";
import type { DeliveryPlan } from "./webhooks/retry-plan.ts";

/** An answer of the REST API. */
export interface Answer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  body: any;
  headers: Headers;
}

/**
 * For tests: the application with a real Postgres, and the network server's side of the contract in the test's hand,
 * so that it decides which messages come, and when.
 */
export async function startApplicationUnderTest(
  settings: {
    isDemonstration?: boolean;
    smtp?: { url: string; from: string };
    publicUrl?: string;
    /** More of what the application is started with. */
    application?: Partial<Parameters<typeof startApplication>[0]>;
    webhookPlan?: Partial<DeliveryPlan>;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), "refill-application-"));
  chmodSync(folder, 0o755);
  const holdMs = settings.application?.holdMs;
  const vault = await openKeyVault({
    keysFolder: join(folder, "keys"),
    environment: {},
    ...(holdMs === undefined ? {} : { holdMs }),
  });
  const log = pino({ level: process.env.REFILL_TEST_LOG ?? "silent" });
  const postgres = await startEmbeddedPostgres({ dataFolder: join(folder, "postgres"), vault, log });
  await migrate(postgres, vault);
  await ensureCertificates(vault, new Date());
  const owner = openOwner(postgres, vault);
  const accounts = openAccounts([postgres], vault);
  const isDemonstration = settings.isDemonstration ?? true;

  const requests: Request[] = [];
  const takenEuis = new Set<string>();
  /** What the network server answers, by the request's name. */
  const answers = new Map<Request["name"], (request: Request) => unknown>();
  let subscriber: Subscriber | undefined;
  const tls = {
    ca: (await vault.getSecret("tls/ca-certificate"))!,
    cert: (await vault.getSecret("tls/network-server-certificate"))!,
    key: (await vault.getSecret("tls/network-server-key"))!,
  };
  const onRequest = async (request: Request): Promise<unknown> => {
    requests.push(request);
    if (request.name === "register-devices") {
      const taken = request.devices.map(({ devEui }) => devEui).filter((eui) => takenEuis.has(eui));
      if (taken.length > 0) throw new RequestRefused("dev-eui-taken", taken.join(", "));
    }
    if (answers.has(request.name)) return answers.get(request.name)!(request);
    return request.name === "gateway-status" ? [] : null;
  };
  const delivery = serveDelivery({
    tls,
    onSubscriber: (next) => {
      subscriber = next;
    },
    onRequest,
  });
  const port = await delivery.listen(0, "127.0.0.1");
  const start = (port: number) =>
    startApplication({
      regions: [{ ...postgres, networkServer: [{ host: "127.0.0.1", port }] }],
      vault,
      vaultStatus: () => vault.status(),
      http: { host: "127.0.0.1", port: 0 },
      smtp: settings.smtp,
      baseUrl: settings.publicUrl,
      isDemonstration,
      ...(settings.webhookPlan ? { webhookPlan: settings.webhookPlan } : {}),
      log,
      // Tests ask faster than people; those of the limits set their own.
      limits: { perAccount: 1e6, perKey: 1e6, publicPerAddress: 1e6, failuresPerAddress: 1e6 },
      ...settings.application,
    });
  let application: Application = await start(port);
  await until(() => subscriber && !subscriber.closed);

  const self = {
    folder,
    vault,
    postgres,
    owner,
    accounts,
    requests,
    takenEuis,
    answers,
    get baseUrl() {
      return `http://127.0.0.1:${application.httpPort}`;
    },
    /** As people reach the page: passkeys are bound to its name. */
    get pageUrl() {
      return settings.publicUrl ?? `http://localhost:${application.httpPort}`;
    },
    browser(userAgent?: string) {
      return new BrowserUnderTest(() => `http://localhost:${application.httpPort}`, userAgent);
    },
    /** A browser of a new member, signed in. */
    async member(accountId: string, role: "admin" | "user", name = `Person ${randomUUID().slice(0, 8)}`) {
      const { store, credentials } = accounts;
      const token = await createRegistrationLink(store, credentials, accountId, systemActor, role);
      const email = `${randomUUID().slice(0, 8)}@people.example`;
      const browser = self.browser();
      const { status, body } = await browser.register(token, name, email);
      if (status !== 201) throw new Error(`registration was answered ${status}: ${JSON.stringify(body)}`);
      return { browser, id: body.id as string, name, email };
    },
    async createCustomer(slug: string) {
      const { accountId } = await provisionAccount(owner, vault, "EU", {
        slug,
        name: `Customer ${slug}`,
        isDemonstration,
      });
      const { store, credentials } = accounts;
      const make = (role: "admin" | "user") =>
        createApiKey(store, credentials, accountId, systemActor, { name: role, role });
      const [admin, user] = [await make("admin"), await make("user")];
      return {
        accountId,
        adminKey: admin.key,
        userKey: user.key,
        registrationToken: () => createRegistrationLink(store, credentials, accountId, systemActor, "admin"),
      };
    },
    async request(
      method: string,
      path: string,
      options: { key?: string; body?: unknown; headers?: Record<string, string>; baseUrl?: string } = {},
    ): Promise<Answer> {
      const response = await fetch(`${options.baseUrl ?? self.baseUrl}${path}`, {
        method,
        headers: {
          ...(options.key ? { authorization: `Bearer ${options.key}` } : {}),
          ...(options.body === undefined ? {} : { "content-type": "application/json" }),
          ...options.headers,
        },
        ...(options.body === undefined
          ? {}
          : { body: typeof options.body === "string" ? options.body : JSON.stringify(options.body) }),
      });
      const text = await response.text();
      const isJson = /[/+]json/.test(response.headers.get("content-type") ?? "");
      return {
        status: response.status,
        body: isJson && text ? JSON.parse(text) : text,
        headers: response.headers,
      };
    },
    /** Resolves when the application has acknowledged. */
    async deliver(messages: UplinkMessage[]) {
      await until(() => subscriber && !subscriber.closed);
      await subscriber!.deliver(messages);
    },
    /** A second process on the same database, with a connection of its own to the network server. */
    async startAnother() {
      let isConnected = false;
      const ownDelivery = serveDelivery({
        tls,
        onSubscriber: () => {
          isConnected = true;
        },
        onRequest,
      });
      const other = await start(await ownDelivery.listen(0, "127.0.0.1"));
      await until(() => isConnected);
      return {
        baseUrl: `http://127.0.0.1:${other.httpPort}`,
        loseNetworkServer: () => ownDelivery.close(),
        async stop() {
          await other.stop();
          await ownDelivery.close();
        },
      };
    },
    async restart() {
      await application.stop();
      application = await start(port);
      await until(() => subscriber && !subscriber.closed);
    },
    async stop() {
      await application.stop();
      await delivery.close();
      await accounts.close();
      await owner.end();
      await postgres.stop();
      await vault.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return self;
}
export type ApplicationUnderTest = Awaited<ReturnType<typeof startApplicationUnderTest>>;

/** Waits until `check` gives something true; the test's own time limit ends it otherwise. */
export async function until<T>(check: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const value = await check();
    if (value) return value as NonNullable<T>;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A lane of ten containers of ten pieces: 100 mm each, 1,200 mm when empty; reorders at 30 up to 90 pieces. */
export function lane(more: { devEui?: string; dispatch?: object; name?: string } = {}) {
  const ids = {
    site: randomUUID(),
    supplier: randomUUID(),
    part: randomUUID(),
    device: randomUUID(),
    location: randomUUID(),
    gateway: randomUUID(),
  };
  const eui = () => randomUUID().replaceAll("-", "").slice(0, 16);
  const body = {
    sites: [{ id: ids.site, name: "Hall 1" }],
    suppliers: [
      {
        id: ids.supplier,
        name: "Bolt Brothers",
        leadTimeDays: 3,
        dispatch: more.dispatch ?? { kind: "email", address: "orders@bolts.example" },
      },
    ],
    parts: [
      {
        id: ids.part,
        number: "M6-20",
        name: "Hexagon screw M6x20",
        unit: "pcs",
        supplies: [{ supplierId: ids.supplier, packSize: 10, minimumOrderQuantity: 20 }],
      },
    ],
    gateways: [{ id: ids.gateway, gatewayEui: eui(), name: "Roof" }],
    devices: [
      {
        id: ids.device,
        devEui: more.devEui ?? eui(),
        joinEui: "24e124c0002a0001",
        appKey: "5572404c696e6b4c6f52613230313823",
        name: "Sensor 1",
        profile: "milesight-em310-udl",
      },
    ],
    locations: [
      {
        id: ids.location,
        siteId: ids.site,
        name: more.name ?? "A-01-1",
        partId: ids.part,
        deviceIds: [ids.device],
        geometry: {
          kind: "containers",
          emptyDistanceMm: 1200,
          containerDepthMm: 100,
          capacityContainers: 10,
          piecesPerContainer: 10,
        },
        policy: { kind: "min-max", minimum: 30, maximum: 90 },
      },
    ],
  };
  return { ids, body };
}

/** The message of an EM310-UDL that sees so many pieces in a {@link lane}. */
export function reading(
  accountId: string,
  deviceId: string,
  sequence: number,
  pieces: number,
  at = Date.now() - 100_000 + sequence * 1000,
): UplinkMessage {
  const { fPort, bytes } = encode("milesight-em310-udl", {
    batteryPercent: 97,
    distanceMm: 1200 - pieces * 10,
    tilted: false,
  });
  return {
    accountId,
    deviceId,
    sequence,
    receivedAt: at,
    frameCounter: sequence,
    fPort,
    payload: Buffer.from(bytes).toString("base64"),
    dataRate: "SF7BW125",
    spreadingFactor: 7,
    frequencyHz: 868_100_000,
    receptions: [{ gatewayEui: "a84041ffff1ee2b4", rssiDbm: -71, snrDb: 9.5 }],
    framesHeard: 1,
    framesLost: 0,
  };
}
