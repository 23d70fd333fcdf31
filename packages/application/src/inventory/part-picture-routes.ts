import { type Static, Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { closed } from "../api/schemas.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { partView } from "./catalogue.ts";
import { Part } from "./schema.ts";

const mostBytes = 500_000;

/** What a picture begins with, by its type: https://www.rfc-editor.org/rfc/rfc2083, ITU-T T.81, and RFC 9649. */
const beginnings = {
  "image/png": (bytes: Buffer) => bytes.subarray(0, 8).toString("latin1") === "\x89PNG\r\n\x1a\n",
  "image/jpeg": (bytes: Buffer) => bytes.subarray(0, 3).toString("latin1") === "\xff\xd8\xff",
  "image/webp": (bytes: Buffer) =>
    bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WEBP",
};
type PictureType = keyof typeof beginnings;

const PictureInput = Type.Object(
  {
    data: Type.String({
      minLength: 4,
      maxLength: Math.ceil(mostBytes / 3) * 4,
      contentEncoding: "base64",
      description: "PNG, JPEG or WebP of up to 500 kB, base64",
    }),
  },
  closed,
);
const files = Object.fromEntries(
  Object.keys(beginnings).map((type) => [type, { schema: Type.String({ description: "The picture" }) }]),
);

/** What a part looks like, for storekeepers. */
export function partPictureRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["parts"];
  app.put(
    "/parts/:id/picture",
    {
      schema: {
        tags,
        summary: "Give a part its picture, in place of the one that it has",
        params: IdParameter,
        body: PictureInput,
        response: { 200: Part, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const picture = pictureOf(request.body);
      const part = await store.change(accountId, actor, (change) => {
        const before = change.get("part", request.params.id);
        if (!before) throw notFound("part");
        change.pictures.push({ partId: before.id, picture });
        return change.put("part", { ...before, pictureAt: change.at });
      });
      return partView(part) as never;
    },
  );

  app.delete(
    "/parts/:id/picture",
    {
      schema: {
        tags,
        summary: "Take a part's picture away",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, (change) => {
        const before = change.get("part", request.params.id);
        if (!before) throw notFound("part");
        if (before.pictureAt === null) throw notFound("picture");
        change.pictures.push({ partId: before.id, picture: null });
        change.put("part", { ...before, pictureAt: null });
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    "/parts/:id/picture",
    {
      schema: {
        tags,
        summary: "A part's picture",
        params: IdParameter,
        response: { 200: { description: "The picture", content: files }, ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const { id } = request.params;
      if (!set.get("part", id)) throw notFound("part");
      const row = await store.query(set.accountId, async (tx) => {
        const found = await tx.query<{ sealed: Buffer }>(
          "select sealed from part_picture where part_id = $1",
          [id],
        );
        return found.rows[0];
      });
      if (!row) throw notFound("picture");
      const { type, data } = set.sealer.open("part_picture", id, row.sealed) as {
        type: string;
        data: string;
      };
      return reply
        .header("content-type", type)
        .header("cache-control", "private, no-cache")
        .send(Buffer.from(data, "base64") as never);
    },
  );
}

function pictureOf({ data }: Static<typeof PictureInput>): { type: PictureType; data: string } {
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > mostBytes) refuseFields([{ field: "data", message: "is larger than 500 kB" }]);
  for (const [type, isBegun] of Object.entries(beginnings))
    if (isBegun(bytes)) return { type: type as PictureType, data: bytes.toString("base64") };
  const message = "is no PNG, JPEG or WebP picture";
  throw new Refusal(422, "invalid", `data: ${message}`, [{ field: "data", message }]);
}
