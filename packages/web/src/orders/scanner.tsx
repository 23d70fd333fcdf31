import { Button } from "@mantine/core";
import jsQR from "jsqr";
import { useEffect, useRef, useState } from "react";
import { t } from "../language/language.ts";

/** Milliseconds between two looks at the camera's picture. */
const lookEveryMs = 150;
/** Pixels; more makes a look slow, and a code no better readable. */
const mostWidth = 640;

/** The phone's camera until a QR code is in its sight. */
export function Scanner({ onCode, onClose }: { onCode(code: string): void; onClose(): void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useRef(onCode);
  tell.current = onCode;
  useEffect(() => {
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;
    const canvas = document.createElement("canvas");
    const look = () => {
      if (isOver || !video.current) return;
      const code = codeIn(video.current, canvas);
      if (code) tell.current(code);
      else timer = setTimeout(look, lookEveryMs);
    };
    const begin = async () => {
      stream = await navigator.mediaDevices.getUserMedia({
        video: { facingMode: "environment" },
        audio: false,
      });
      if (isOver || !video.current) return stop();
      video.current.srcObject = stream;
      await video.current.play();
      look();
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    begin().catch(() =>
      setProblem(
        t("The camera can't be used. Allow it for this page in the browser, or type the number instead."),
      ),
    );
    return () => {
      isOver = true;
      clearTimeout(timer);
      stop();
    };
  }, []);
  return (
    <div className="scanner">
      {problem ? (
        <p role="alert">{problem}</p>
      ) : (
        <video ref={video} muted playsInline aria-label={t("The camera's picture")} />
      )}
      <Button variant="default" size="md" fullWidth onClick={onClose}>
        {t("Close the camera")}
      </Button>
    </div>
  );
}

function codeIn(video: HTMLVideoElement, canvas: HTMLCanvasElement): string | undefined {
  if (video.videoWidth === 0) return undefined;
  const scale = Math.min(1, mostWidth / video.videoWidth);
  canvas.width = Math.round(video.videoWidth * scale);
  canvas.height = Math.round(video.videoHeight * scale);
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (!context) return undefined;
  context.drawImage(video, 0, 0, canvas.width, canvas.height);
  const { data, width, height } = context.getImageData(0, 0, canvas.width, canvas.height);
  return jsQR(data, width, height, { inversionAttempts: "dontInvert" })?.data || undefined;
}
