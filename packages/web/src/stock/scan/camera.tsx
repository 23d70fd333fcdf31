import { Alert, Button } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { t } from "../../language/language.ts";
import { openReader } from "./code-reader.ts";

/** Why there is no picture, by the browser's name of it (W3C Media Capture and Streams). */
const refusals: Readonly<Record<string, string>> = {
  NotAllowedError: t(
    "The browser was not allowed to use the camera. Allow it beside the address, or in the phone's settings of the browser, and try again.",
  ),
  NotFoundError: t("This device has no camera. Type what stands below the code."),
  NotReadableError: t("Another program uses the camera. Close it, and try again."),
  OverconstrainedError: t("The camera can't be used. Type what stands below the code."),
};

/** The camera's picture; tells each code that it sees, the same one once in a while. */
export function Camera({ onCode }: { onCode(text: string): void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const latest = useRef(onCode);
  latest.current = onCode;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt begins anew
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    let stop: (() => void) | undefined;
    void begin().catch((error: Error) => {
      if (!isOver)
        setProblem(
          refusals[error.name] ?? t("The camera can't be used: {problem}", { problem: error.message }),
        );
    });
    return () => {
      isOver = true;
      stop?.();
      for (const track of stream?.getTracks() ?? []) track.stop();
    };

    async function begin(): Promise<void> {
      if (!navigator.mediaDevices)
        throw new Error(
          t("the page has to be opened by https:// for that. Type what stands below the code."),
        );
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      const element = video.current;
      if (isOver || !element) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      element.srcObject = stream;
      await element.play();
      stop = await openReader(element, (text) => latest.current(text));
      if (isOver) stop();
    }
  }, [attempt]);
  if (problem)
    return (
      <Alert color="orange" title={t("No picture from the camera")} role="alert">
        <p style={{ marginTop: 0 }}>{problem}</p>
        <Button
          size="xs"
          variant="default"
          onClick={() => {
            setProblem(null);
            setAttempt((before) => before + 1);
          }}
        >
          {t("Try again")}
        </Button>
      </Alert>
    );
  return (
    <div className="camera">
      <video ref={video} muted playsInline aria-label={t("What the camera sees")} />
      <div className="camera-frame" aria-hidden />
    </div>
  );
}
