import { type Static, Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { entityTag, isTagKnown } from "../api/representation.ts";
import { IdParameter, refusals, unchanged } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { IfNoneMatch } from "../api/versions.ts";
import { Site as SiteSchema } from "../inventory/schema.ts";
import { notFound, refuseFields } from "../refusal.ts";
import { type PictureSize, pictureSize } from "./picture-size.ts";
import { siteView } from "./site-view.ts";

const mostBytes = 4 * 1024 * 1024;
/** A browser unpacks a picture to four bytes a pixel. */
const mostPixels = 40_000_000;

const FloorPlanInput = Type.Object(
  {
    data: Type.Optional(
      Type.String({
        minLength: 4,
        maxLength: Math.ceil(mostBytes / 3) * 4,
        contentEncoding: "base64",
        description:
          "PNG, JPEG or WebP of up to 4 MB and 40 million pixels, base64; left out: the picture stays",
      }),
    ),
    widthMetres: Type.Number({
      minimum: 1,
      maximum: 10_000,
      description: "How wide the whole picture is in truth, so that distances on the plan are true",
    }),
  },
  closed,
);
const files = Object.fromEntries(
  ["image/png", "image/jpeg", "image/webp"].map((type) => [
    type,
    { schema: Type.String({ description: "The picture" }) },
  ]),
);

/** The picture under a site's plan: walls, gates and machines, as the house has them drawn. */
export function floorPlanRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["floor"];
  app.put(
    "/sites/:id/floor-plan",
    {
      bodyLimit: 6 * 1024 * 1024,
      schema: {
        tags,
        summary: "Give a site the picture under its plan, or say how wide the one that it has is",
        params: IdParameter,
        body: FloorPlanInput,
        response: { 200: SiteSchema, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { data, widthMetres } = request.body;
      const picture = data === undefined ? undefined : readPicture(data);
      const site = await store.change(accountId, actor, (change) => {
        const before = change.get("site", request.params.id);
        if (!before) throw notFound("site");
        if (!picture && !before.floorPlan) throw notFound("floor plan");
        const { id } = before;
        if (picture) change.floorPlans.push({ siteId: id, picture: picture.content });
        const proportions = picture?.proportions ?? before.floorPlan!.proportions;
        const at = picture ? change.at : before.floorPlan!.at;
        return change.put("site", { ...before, floorPlan: { at, widthMetres, proportions } });
      });
      return siteView(site) as Static<typeof SiteSchema>;
    },
  );

  app.delete(
    "/sites/:id/floor-plan",
    {
      schema: {
        tags,
        summary: "Take the picture under a site's plan away",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, (change) => {
        const before = change.get("site", request.params.id);
        if (!before) throw notFound("site");
        if (!before.floorPlan) throw notFound("floor plan");
        change.floorPlans.push({ siteId: before.id, picture: null });
        change.put("site", { ...before, floorPlan: null });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/sites/:id/floor-plan",
    {
      schema: {
        tags,
        summary: "The picture under a site's plan",
        params: IdParameter,
        headers: IfNoneMatch,
        response: { 200: { description: "The picture", content: files }, ...unchanged, ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const site = set.get("site", request.params.id);
      if (!site) throw notFound("site");
      if (!site.floorPlan) throw notFound("floor plan");
      const tag = entityTag(String(site.floorPlan.at));
      if (isTagKnown(request.headers["if-none-match"], tag))
        return reply.header("etag", tag).code(304).send(null);
      const { id } = site;
      const row = await store.query(set.accountId, async (tx) => {
        const found = await tx.query<{ sealed: Buffer }>("select sealed from floor_plan where site_id = $1", [
          id,
        ]);
        return found.rows[0];
      });
      // Taken away since the site was read.
      if (!row) throw notFound("floor plan");
      const { type, data } = set.sealer.open("floor_plan", id, row.sealed) as { type: string; data: string };
      return reply
        .header("etag", tag)
        .header("content-type", type)
        .send(Buffer.from(data, "base64") as never);
    },
  );
}

function readPicture(data: string): {
  content: { type: PictureSize["type"]; data: string };
  proportions: number;
} {
  const refuse = (message: string) => refuseFields([{ field: "data", message }]) as never;
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > mostBytes) return refuse("is larger than 4 MB: save it smaller");
  const size = pictureSize(bytes);
  if (!size) return refuse("is no PNG, JPEG or WebP picture: save it as one of these");
  const { type, width, height } = size;
  if (width * height > mostPixels)
    return refuse(`has ${width} × ${height} pixels, more than 40 million: save it smaller`);
  if (width > 100 * height || height > 100 * width)
    return refuse("is more than a hundred times as long as wide: cut it to the hall");
  return { content: { type, data: bytes.toString("base64") }, proportions: height / width };
}
