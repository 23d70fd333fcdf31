import { t } from "../language/language.ts";

/** Larger pictures show no more of a code and take long. */
const mostPixels = 1600;

/** What stands in the QR code of a picture. */
export async function textOfQrCode(file: File): Promise<string> {
  const bitmap = await createImageBitmap(file).catch(() => {
    throw new Error(t("This file is no picture."));
  });
  const scale = Math.min(1, mostPixels / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(bitmap.width * scale);
  canvas.height = Math.round(bitmap.height * scale);
  const context = canvas.getContext("2d")!;
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  // Few pictures are read; the first page need not wait for what reads them.
  const { default: jsQR } = await import("jsqr");
  const code = jsQR(data, width, height);
  if (!code)
    throw new Error(t("There is no QR code to be seen in this picture. Go nearer, and keep it sharp."));
  return code.data;
}
