import { existsSync } from "node:fs";
import fastifyStatic from "@fastify/static";
import swagger from "@fastify/swagger";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import Fastify, {
  type FastifyBaseLogger,
  type FastifyReply,
  LogController,
  type RouteOptions,
} from "fastify";
import type { Logger } from "pino";
import { accountRoutes } from "../accounts/account-routes.ts";
import { keyRotationRoutes } from "../accounts/key-rotation-routes.ts";
import { accountSchemas } from "../accounts/schema.ts";
import { auditRoutes } from "../audit/routes.ts";
import { auditSchemas } from "../audit/schema.ts";
import { deviceSchemas } from "../devices/device-schema.ts";
import { gatewaySchemas } from "../devices/gateway-schema.ts";
import { deviceRoutes } from "../devices/routes.ts";
import { documentRoutes } from "../documents/routes.ts";
import { documentSchemas } from "../documents/schema.ts";
import { exportRoutes } from "../exports/routes.ts";
import { exportSchemas } from "../exports/schema.ts";
import { floorSchemas } from "../floor/layout-schema.ts";
import { floorRoutes } from "../floor/routes.ts";
import { CalendarDays, holidayRoutes, PublicHolidays } from "../holidays/routes.ts";
import { importRoutes } from "../imports/routes.ts";
import { importRunSchemas } from "../imports/schema.ts";
import { importSchemas } from "../inventory/import-schema.ts";
import { locationSchemas } from "../inventory/location-schema.ts";
import { inventoryRoutes } from "../inventory/routes.ts";
import { inventorySchemas } from "../inventory/schema.ts";
import { eventRoutes } from "../live/routes.ts";
import { measurementRoutes } from "../measurements/routes.ts";
import { measurementSchemas } from "../measurements/schema.ts";
import { type Rule, rolesOf, ruleOf } from "../members/policy.ts";
import { accessRoutes } from "../members/routes.ts";
import { memberSchemas } from "../members/schema.ts";
import { notificationRoutes } from "../notifications/routes.ts";
import { notificationSchemas } from "../notifications/schema.ts";
import { operatorAccessRoutes } from "../operation/access-routes.ts";
import { operationRoutes } from "../operation/operation-routes.ts";
import { operationSchemas } from "../operation/schema.ts";
import { decisionRoutes } from "../orders/decision-routes.ts";
import { mailboxRoutes } from "../orders/mailbox.ts";
import { MessagePreview, messagePreviewRoutes } from "../orders/message-preview.ts";
import { purchaseOrderRoutes } from "../orders/purchase-order-routes.ts";
import { receivingRoutes } from "../orders/receiving-routes.ts";
import { orderRoutes } from "../orders/routes.ts";
import { orderSchemas } from "../orders/schema.ts";
import { supplierConfirmationRoutes } from "../orders/supplier-confirmation.ts";
import { overviewRoutes } from "../overview/routes.ts";
import { overviewSchemas } from "../overview/schema.ts";
import { planningRoutes } from "../planning/routes.ts";
import { planningSchemas } from "../planning/schema.ts";
import { answerScimError, provisioningRoutes } from "../provisioning/routes.ts";
import { notFound } from "../refusal.ts";
import { browserRoutes } from "../sign-in/connections/browser-routes.ts";
import { connectionRoutes } from "../sign-in/connections/connection-routes.ts";
import { domainRoutes } from "../sign-in/connections/domain-routes.ts";
import { connectionSchemas } from "../sign-in/connections/schema.ts";
import { stockRoutes } from "../stock/routes.ts";
import { stockSchemas } from "../stock/schema.ts";
import { webhookRoutes } from "../webhooks/routes.ts";
import { webhookSchemas } from "../webhooks/schema.ts";
import { addressOf } from "./address.ts";
import { admit } from "./admission.ts";
import type { Api, ApiServer } from "./api.ts";
import { answerMalformed, refuseExpectations, requireHost } from "./client-errors.ts";
import { serveDocsPage } from "./docs-page.ts";
import { keepAnswers } from "./idempotency.ts";
import { completeDocument } from "./openapi-document.ts";
import { answerError, problem, problemRoutes } from "./problems.ts";
import { namedSchemas } from "./schemas.ts";
import { schemaController } from "./validation.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Who may do it; set for every route of the API by members/policy.ts. */
    rule?: Rule;
    /**
     * A POST whose effect lies outside of the account too, e.g. at the network server: its Idempotency-Key is reserved
     * before anything is done.
     */
    actsOutside?: boolean;
    /** A POST that only makes a document of what it is asked for: nothing could be done twice. */
    changesNothing?: boolean;
  }
}

const contentSecurityPolicy =
  "default-src 'self'; script-src 'self'; worker-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/** The application's HTTP side: REST API, live events, OpenAPI, health, metrics and the web page. */
export async function makeHttpServer(
  api: Api,
  options: {
    log: Logger;
    /** Folder of the built web page; undefined: API only. */
    webFolder: string | undefined;
    version: string;
    trustedProxies?: string | undefined;
  },
): Promise<ApiServer> {
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: 1024 * 1024,
    requestTimeout: 60_000,
    trustProxy: options.trustedProxies ?? false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    http: { requireHostHeader: false },
    clientErrorHandler: answerMalformed(options.log),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    schemaController,
  }).withTypeProvider<TypeBoxTypeProvider>();

  refuseExpectations(app.server);
  app.setErrorHandler(answerError);
  app.addHook("onRequest", async (request) => requireHost(request.raw));
  app.addHook("onSend", async (_request, reply, payload) => {
    setSecurityHeaders(reply);
    return payload;
  });
  app.decorateRequest("principal");
  app.addHook("onResponse", async (request, reply) => {
    // Live events last as long as somebody looks.
    const isApi = request.url.startsWith("/api/") && !request.routeOptions.url?.endsWith("/events");
    if (isApi) api.service.requests.answered(reply.statusCode, reply.elapsedTime);
  });

  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Refill",
        version: options.version,
        description: "Smart reordering: stock from LoRaWAN sensors, orders that place themselves.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      components: {
        securitySchemes: {
          apiKey: { type: "http", scheme: "bearer", description: "API key: rfk_…" },
        },
      },
      security: [{ apiKey: [] }],
    },
    transform: ({ schema, url, route }) => ({
      schema: { ...schema, ...accessOf(route) } as typeof schema,
      url,
    }),
    transformObject: (made) => ("openapiObject" in made ? completeDocument(made.openapiObject) : {}),
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => String(json.$id ?? `def-${i}`) },
  });
  const schemas = [
    ...namedSchemas,
    ...inventorySchemas,
    ...floorSchemas,
    ...locationSchemas,
    ...importSchemas,
    ...importRunSchemas,
    MessagePreview,
    PublicHolidays,
    CalendarDays,
    ...orderSchemas,
    ...memberSchemas,
    ...connectionSchemas,
    ...operationSchemas,
    ...accountSchemas,
    ...auditSchemas,
    ...webhookSchemas,
    ...notificationSchemas,
    ...measurementSchemas,
    ...deviceSchemas,
    ...gatewaySchemas,
    ...stockSchemas,
    ...overviewSchemas,
    ...planningSchemas,
    ...exportSchemas,
    ...documentSchemas,
  ];
  for (const schema of schemas) app.addSchema(schema);

  await serveDocsPage(app);
  let events: { close(): void } | undefined;
  let exports: { close(): void } | undefined;
  await app.register(
    async (scope) => {
      const routes = scope.withTypeProvider<TypeBoxTypeProvider>();
      routes.addHook("onRoute", (route) => {
        const { method, url } = route;
        route.config = { ...route.config, rule: ruleOf(String(method), url) };
      });
      routes.addHook("onRequest", async (request, reply) => {
        if (!request.is404) await admit(request, reply, api);
      });
      routes.addHook("onSend", async (_request, reply, payload) => {
        reply.header("cache-control", "no-store");
        return payload;
      });
      keepAnswers(routes, api);
      problemRoutes(routes);
      routes.get("/openapi.json", { schema: { hide: true } }, () => app.swagger());
      inventoryRoutes(routes, api);
      floorRoutes(routes, api);
      importRoutes(routes, api);
      holidayRoutes(routes);
      messagePreviewRoutes(routes, api);
      measurementRoutes(routes, api);
      stockRoutes(routes, api);
      overviewRoutes(routes, api);
      planningRoutes(routes, api);
      deviceRoutes(routes, api);
      orderRoutes(routes, api);
      documentRoutes(routes, api);
      decisionRoutes(routes, api);
      purchaseOrderRoutes(routes, api);
      receivingRoutes(routes, api);
      supplierConfirmationRoutes(routes, api);
      accessRoutes(routes, api);
      connectionRoutes(routes, api);
      domainRoutes(routes, api);
      operatorAccessRoutes(routes, api);
      operationRoutes(routes, api);
      accountRoutes(routes, api);
      keyRotationRoutes(routes, api);
      auditRoutes(routes, api);
      mailboxRoutes(routes, api);
      webhookRoutes(routes, api);
      notificationRoutes(routes, api);
      exports = exportRoutes(routes, api);
      events = eventRoutes(routes, api);
      routes.setNotFoundHandler((_request, reply) => problem(reply, notFound("address in the API")));
    },
    { prefix: "/api/v1" },
  );
  await app.register(
    async (scope) => {
      const routes = scope.withTypeProvider<TypeBoxTypeProvider>();
      const parse = routes.getDefaultJsonParser("error", "error");
      // Some directory services name a type also where there is no body.
      routes.addContentTypeParser(
        ["application/scim+json", "application/json"],
        { parseAs: "string" },
        (request, body, done) => (body === "" ? done(null, undefined) : parse(request, String(body), done)),
      );
      routes.setErrorHandler(answerScimError);
      routes.addHook("onRoute", (route) => {
        route.config = { ...route.config, rule: ruleOf(String(route.method), route.url) };
        route.schema = { ...route.schema, hide: true };
      });
      routes.addHook("onRequest", async (request, reply) => {
        if (!request.is404) await admit(request, reply, api);
      });
      provisioningRoutes(routes, api);
      routes.setNotFoundHandler((request, reply) => answerScimError(notFound("resource"), request, reply));
    },
    { prefix: "/scim/v2" },
  );
  app.addHook("preClose", async () => {
    events?.close();
    exports?.close();
  });

  browserRoutes(app, api);
  app.get("/health", { schema: { hide: true } }, async (_request, reply) => {
    const health = await api.health();
    return reply.code(health.status === "ok" ? 200 : 503).send(health);
  });
  app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    // What a proxy on this machine passes on comes from elsewhere.
    const isPassedOn = request.headers["x-forwarded-for"] ?? request.headers.forwarded;
    if (isPassedOn || !["127.0.0.1", "::1"].includes(addressOf(request.ip)))
      return problem(reply, notFound("page"));
    return reply.type(api.metrics.registry.contentType).send(await api.metrics.registry.metrics());
  });
  await servePage(app, options.webFolder);
  return app;
}

/** Who may call it, for the OpenAPI document. */
function accessOf({ config }: RouteOptions): Record<string, unknown> {
  const rule = config?.rule;
  if (!rule || rule.permission === "public") return rule ? { "x-refill-permission": "public" } : {};
  return {
    "x-refill-permission": rule.permission,
    "x-refill-roles": rolesOf(rule.permission),
    ...(rule.isDangerous ? { "x-refill-confirmation": true } : {}),
  };
}

/** The web page finds its own ways, so every other address gets its start page. */
async function servePage(app: ApiServer, folder: string | undefined): Promise<void> {
  const hasPage = folder !== undefined && existsSync(folder);
  if (hasPage)
    await app.register(fastifyStatic, {
      root: folder,
      cacheControl: false,
      // The build leaves a .br and a .gz beside each file.
      preCompressed: true,
      setHeaders: (reply, path) => {
        const isHashed = path.includes("/assets/");
        reply.header("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === "GET" && (request.headers.accept ?? "").includes("text/html");
    if (!hasPage || !wantsPage) return problem(reply, notFound("page"));
    return reply.header("cache-control", "no-cache").sendFile("index.html", { cacheControl: false });
  });
}

function setSecurityHeaders(reply: FastifyReply): void {
  reply.headers({
    "content-security-policy": contentSecurityPolicy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(self), microphone=(), geolocation=()",
  });
}
