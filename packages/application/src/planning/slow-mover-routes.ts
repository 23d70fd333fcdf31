import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { sendCsv, wantsCsv } from "../api/csv.ts";
import { pageOf, pageQuery } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import { closed, Id, Nullable } from "../api/schemas.ts";
import { openRates } from "./rates.ts";
import { slowMovers } from "./slow-movers.ts";

const defaultDays = 90;
const Query = Type.Object(
  {
    days: Type.Optional(
      Type.Integer({
        minimum: 7,
        maximum: 728,
        default: defaultDays,
        description: "Nothing was used for so many days",
      }),
    ),
    siteId: Type.Optional(Id),
    ...pageQuery,
  },
  closed,
);
const SlowMover = Type.Object({
  locationId: Id,
  locationName: Type.String(),
  siteId: Id,
  siteName: Type.String(),
  partId: Id,
  partNumber: Type.String(),
  partName: Type.String(),
  unit: Type.String(),
  onHand: Type.Integer({ description: "Pieces" }),
  unitPrice: Nullable(Type.Number({ description: "Of a piece, in the account's currency; null: not known" })),
  value: Nullable(Type.Number({ description: "On hand × price" })),
  daysWithoutUse: Type.Integer({
    description: "Since the last use; where none is known, since when something is known of the location",
  }),
  isUseKnown: Type.Boolean({ description: "False: no use is known of the 104 weeks before" }),
  usePerYear: Type.Number({ description: "Pieces that are expected to be used" }),
  monthsOfCover: Nullable(Type.Number({ description: "On hand ÷ expected use; null: none is expected" })),
});

/** What lies there and is not used. */
export function slowMoverRoutes(app: ApiServer, { store }: Api): void {
  const rates = openRates(store);
  app.get(
    "/planning/slow-movers",
    {
      schema: {
        tags: ["planning"],
        summary: "Storage locations of which nothing has been used for long, by the value that lies there",
        description:
          "By what planning knew of their use when it planned them last; locations that were never planned are missing. With `Accept: text/csv` all of it as one CSV file: `limit` and `cursor` do not count then.",
        querystring: Query,
        response: {
          200: Type.Object({
            items: Type.Array(SlowMover),
            nextCursor: Nullable(Type.String()),
            total: Type.Object({
              locations: Type.Integer(),
              value: Type.Number({ description: "Of those with a price, in the account's currency" }),
              withoutPrice: Type.Integer(),
            }),
          }),
          ...refusals,
        },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const now = Date.now();
      const { days = defaultDays, siteId, ...page } = request.query;
      const all = slowMovers(set, await rates.of(set, now), { days, siteId, now });
      reply.header("vary", "accept");
      if (wantsCsv(request)) {
        const fields = Object.keys(SlowMover.properties) as (keyof (typeof all)[number])[];
        return sendCsv(reply, "slow-movers", fields, all) as never;
      }
      return {
        ...pageOf(all, page, ({ locationId }) => locationId),
        total: {
          locations: all.length,
          value: Math.round(all.reduce((sum, { value }) => sum + (value ?? 0), 0) * 100) / 100,
          withoutPrice: all.filter(({ value }) => value === null).length,
        },
      };
    },
  );
}
