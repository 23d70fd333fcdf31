import type { Part } from "../api/client.ts";

/** What a part looks like, where somebody photographed it. */
export function PartPicture({ part, size }: { part: Part; size: number }) {
  if (!part.pictureAt) return null;
  return (
    <img
      className="part-picture"
      // Another picture, another address: the browser shows no older one.
      src={`/api/v1/parts/${part.id}/picture?at=${encodeURIComponent(part.pictureAt)}`}
      alt={part.name}
      width={size}
      height={size}
      loading="lazy"
    />
  );
}
