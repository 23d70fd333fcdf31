import type { FastifyReply } from "fastify";
import { type Static, Type } from "typebox";
import type { Picture } from "../accounts/records.ts";
import { closed } from "../api/schemas.ts";
import { Refusal, refuseFields } from "../refusal.ts";

const mostBytes = 500_000;

/** What a picture begins with, by its type: https://www.rfc-editor.org/rfc/rfc2083, ITU-T T.81, and RFC 9649. */
const beginnings = {
  "image/png": (bytes: Buffer) => bytes.subarray(0, 8).toString("latin1") === "\x89PNG\r\n\x1a\n",
  "image/jpeg": (bytes: Buffer) => bytes.subarray(0, 3).toString("latin1") === "\xff\xd8\xff",
  "image/webp": (bytes: Buffer) =>
    bytes.subarray(0, 4).toString("latin1") === "RIFF" && bytes.subarray(8, 12).toString("latin1") === "WEBP",
};

export const PictureInput = Type.Object(
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
/** For a route's `response`. */
export const pictureAnswer = {
  description: "The picture",
  content: Object.fromEntries(
    Object.keys(beginnings).map((type) => [type, { schema: Type.String({ description: "The picture" }) }]),
  ),
};

/** Refuses what is no picture, by how it begins, or too large. */
export function pictureOf({ data }: Static<typeof PictureInput>): Picture {
  const bytes = Buffer.from(data, "base64");
  if (bytes.length > mostBytes) refuseFields([{ field: "data", message: "is larger than 500 kB" }]);
  for (const [type, isBegun] of Object.entries(beginnings))
    if (isBegun(bytes)) return { type: type as Picture["type"], data: bytes.toString("base64") };
  const message = "is no PNG, JPEG or WebP picture";
  throw new Refusal(422, "invalid", `data: ${message}`, [{ field: "data", message }]);
}

/** `opened`: as it was sealed. */
export function sendPicture(reply: FastifyReply, opened: unknown): FastifyReply {
  const { type, data } = opened as Picture;
  return reply
    .header("content-type", type)
    .header("cache-control", "private, no-cache")
    .send(Buffer.from(data, "base64") as never);
}
