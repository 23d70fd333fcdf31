import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { notFound } from "../refusal.ts";
import { partView } from "./catalogue.ts";
import { PictureInput, pictureAnswer, pictureOf, sendPicture } from "./picture.ts";
import { Part } from "./schema.ts";

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
        response: { 200: pictureAnswer, ...refusals },
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
      return sendPicture(reply, set.sealer.open("part_picture", id, row.sealed));
    },
  );
}
