import swaggerUi from "@fastify/swagger-ui";
import type { ApiServer } from "./api.ts";

/** The OpenAPI document as a page to read and try, at `/api/docs`; it calls this server only. */
export async function serveDocsPage(app: ApiServer): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: "/api/docs",
    uiConfig: {
      docExpansion: "list",
      deepLinking: true,
      filter: true,
      defaultModelsExpandDepth: 0,
      tagsSorter: "alpha",
      tryItOutEnabled: false,
      validatorUrl: null,
    },
    theme: {
      title: "Refill API",
      css: [{ filename: "refill.css", content: ".swagger-ui .topbar { display: none }" }],
    },
  });
}
