/** Of the Shape Detection API, which some browsers have: https://wicg.github.io/shape-detection-api/ */
interface BarcodeDetector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>;
}
declare global {
  interface Window {
    BarcodeDetector?: {
      new (options: { formats: string[] }): BarcodeDetector;
      getSupportedFormats(): Promise<string[]>;
    };
  }
}

/** A look at the picture every so often, ms: enough for a hand that is held still, and little for the battery. */
const everyMs = 180;
/** The same code is told again after this time, ms. */
const againMs = 3_000;
/** Pixels of the longer side that are looked at: more shows no more of a code and takes long. */
const longestSide = 900;

/** Looks for codes in a running video until what it gives is called. */
export async function openReader(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<() => void> {
  const read = (await ownDetector()) ?? (await javascriptReader());
  let isOver = false;
  let last = { text: "", at: 0 };
  const look = async () => {
    if (isOver) return;
    // Between two pages there is no picture.
    const text = video.readyState >= video.HAVE_CURRENT_DATA ? await read(video).catch(() => null) : null;
    if (isOver) return;
    const now = Date.now();
    if (text && (text !== last.text || now - last.at > againMs)) {
      last = { text, at: now };
      onCode(text);
    }
    timer = setTimeout(look, everyMs);
  };
  let timer = setTimeout(look, everyMs);
  return () => {
    isOver = true;
    clearTimeout(timer);
  };
}

type Read = (video: HTMLVideoElement) => Promise<string | null>;

/** The browser's own, where there is one: faster, and it sees more. */
async function ownDetector(): Promise<Read | null> {
  const Detector = window.BarcodeDetector;
  if (!Detector || !(await Detector.getSupportedFormats().catch(() => [] as string[])).includes("qr_code"))
    return null;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
}

async function javascriptReader(): Promise<Read> {
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true })!;
  return async (video) => {
    const { videoWidth, videoHeight } = video;
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    if (canvas.width === 0) return null;
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
  };
}
