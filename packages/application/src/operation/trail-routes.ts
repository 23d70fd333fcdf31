import { serviceSealer } from "@refill/database";
import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { decodeCursor, defaultPageSize, encodeCursor, Page, pageQuery } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import { closed, Text } from "../api/schemas.ts";
import { entryView } from "../audit/export.ts";
import { AuditEntry } from "../audit/schema.ts";
import { readTrail } from "../audit/trail.ts";
import { notFound } from "../refusal.ts";
import { time } from "./customers.ts";

/** Operators: what operators did to customers, by the console and by the command line. Each region has a trail of its own. */
export function trailRoutes(app: ApiServer, { regions, vault }: Api): void {
  app.get(
    "/operation/trail",
    {
      schema: {
        tags: ["operation"],
        summary: "Operators: the trail of what operators did, of one region, newest first",
        querystring: Type.Object(
          {
            ...pageQuery,
            region: Type.Optional(Text(20)),
            action: Type.Optional(Text(100)),
            accountId: Type.Optional(Text(40)),
            q: Type.Optional(Text(200)),
          },
          closed,
        ),
        response: { 200: Page(AuditEntry), ...refusals },
      },
    },
    async (request) => {
      const {
        region = regions.names[0]!,
        limit = defaultPageSize,
        cursor,
        action,
        accountId,
        q,
      } = request.query;
      if (!regions.names.includes(region)) throw notFound("region");
      const seal = await serviceSealer(vault);
      const source = {
        query: <Row>(text: string, values?: unknown[]) =>
          regions.of(region).inDirectory((tx) => tx.query(text, values)) as unknown as Promise<{
            rows: Row[];
          }>,
      };
      const { entries, next } = await readTrail(source, seal, {
        filter: {
          ...(action === undefined ? {} : { action }),
          ...(accountId === undefined ? {} : { targetId: accountId }),
          ...(q === undefined ? {} : { text: q }),
        },
        before: cursor === undefined ? undefined : decodeCursor(cursor, ["integer"])[0],
        limit,
      });
      return {
        items: entries.map((entry) => ({ ...entryView(entry), at: time(entry.at)! })),
        nextCursor: next === null ? null : encodeCursor([next]),
      };
    },
  );
}
