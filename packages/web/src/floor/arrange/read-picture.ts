import { t } from "../../language/language.ts";

export interface ReadPicture {
  /** As it is sent: base64. */
  data: string;
  /** To be shown; a `blob:` address. */
  source: string;
  /** Height by width. */
  proportions: number;
}

const types = ["image/png", "image/jpeg", "image/webp"];
const mostBytes = 4 * 1024 * 1024;
/** Enough for a hall of 200 m at 3 cm a pixel. */
const longestSide = 6000;

/** A floor plan from a file: sent as it is while it is small enough, else drawn smaller first. Throws Error with what to do. */
export async function readPicture(file: File): Promise<ReadPicture> {
  if (!types.includes(file.type))
    throw new Error(t("This is no PNG, JPEG or WebP. Save a PDF or drawing as a picture first."));
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error(t("This picture can't be opened. Save it anew as PNG or JPEG."));
  });
  const { width, height } = bitmap;
  const isSmall = file.size <= mostBytes && Math.max(width, height) <= longestSide;
  const blob = isSmall ? file : await smaller(bitmap);
  bitmap.close();
  return { data: await base64Of(blob), source: URL.createObjectURL(blob), proportions: height / width };
}

async function smaller(bitmap: ImageBitmap): Promise<Blob> {
  for (let side = longestSide; side >= 1000; side *= 0.75) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
    canvas.getContext("2d")?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.85 });
    if (blob.size <= mostBytes) return blob;
  }
  throw new Error(t("This picture can't be made small enough. Save it smaller than 4 MB."));
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Error(t("This file can't be read.")));
    reader.readAsDataURL(blob);
  });
}
