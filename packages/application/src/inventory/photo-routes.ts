import { randomUUID } from "node:crypto";
import { Type } from "typebox";
import type { AccountChange } from "../accounts/account-change.ts";
import type { StorageLocation } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { notFound, Refusal } from "../refusal.ts";
import { Photo } from "./location-schema.ts";
import { PictureInput, pictureAnswer, pictureOf, sendPicture } from "./picture.ts";
import { photoView } from "./stock.ts";

/** Of one location. */
export const mostPhotos = 5;
const PhotoParameters = Type.Object({ id: Id, photoId: Id });

/** What a storage location looks like: for who looks for it, and for what is special about it. */
export function photoRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["locations"];
  app.get(
    "/locations/:id/photos",
    {
      schema: {
        tags,
        summary: "The photos of a storage location, oldest first",
        params: IdParameter,
        response: { 200: Type.Object({ items: Type.Array(Photo) }), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const location = set.get("location", request.params.id);
      if (!location) throw notFound("storage location");
      return { items: location.photos.map(photoView) };
    },
  );

  app.post(
    "/locations/:id/photos",
    {
      schema: {
        tags,
        summary: "Add a photo of a storage location",
        params: IdParameter,
        body: PictureInput,
        response: { 201: Photo, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor, name } = request.principal;
      const picture = pictureOf(request.body);
      const photo = await store.change(accountId, actor, (change) => {
        const location = locationOf(change, request.params.id);
        if (location.photos.length >= mostPhotos)
          throw new Refusal(
            409,
            "in-use",
            `${location.name} has ${mostPhotos} photos, which is the most: remove one first.`,
          );
        const photo = { id: randomUUID(), at: change.at, by: name };
        change.photos.push({ id: photo.id, locationId: location.id, at: change.at, picture });
        change.put("location", { ...location, photos: [...location.photos, photo] });
        return photo;
      });
      reply.code(201).header("location", `/api/v1/locations/${request.params.id}/photos/${photo.id}`);
      return photoView(photo);
    },
  );

  app.get(
    "/locations/:id/photos/:photoId",
    {
      schema: {
        tags,
        summary: "A photo of a storage location",
        params: PhotoParameters,
        response: { 200: pictureAnswer, ...refusals },
      },
    },
    async (request, reply) => {
      const set = await store.read(request.principal.accountId);
      const { id, photoId } = request.params;
      const location = set.get("location", id);
      if (!location) throw notFound("storage location");
      const found = await store.query(set.accountId, (tx) =>
        tx.query<{ sealed: Buffer }>("select sealed from location_photo where id = $1 and location_id = $2", [
          photoId,
          id,
        ]),
      );
      const [row] = found.rows;
      if (!row) throw notFound("photo");
      return sendPicture(reply, set.sealer.open("location_photo", photoId, row.sealed));
    },
  );

  app.delete(
    "/locations/:id/photos/:photoId",
    {
      schema: {
        tags,
        summary: "Remove a photo of a storage location",
        params: PhotoParameters,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id, photoId } = request.params;
      await store.change(accountId, actor, (change) => {
        const location = locationOf(change, id);
        const photos = location.photos.filter((photo) => photo.id !== photoId);
        if (photos.length === location.photos.length) throw notFound("photo");
        change.photos.push({ id: photoId, locationId: id, at: change.at, picture: null });
        change.put("location", { ...location, photos });
      });
      return reply.code(204).send(null);
    },
  );
}

function locationOf(change: AccountChange, id: string): StorageLocation {
  const location = change.get("location", id);
  if (!location) throw notFound("storage location");
  return location;
}
