import { lazy, useEffect, useState } from "react";
import { onConfirmationNeeded } from "../api/confirmation.ts";
import { Later } from "./later.tsx";

const ConfirmationDialog = lazy(() => import("./confirmation-dialog.tsx"));

/** Asks the person before a dangerous action whether it is still them, and lets the action go on. */
export function Confirmation() {
  const [answer, setAnswer] = useState<(isConfirmed: boolean) => void>();
  useEffect(() => {
    onConfirmationNeeded(() => new Promise((resolve) => setAnswer(() => resolve)));
    return () => onConfirmationNeeded(undefined);
  }, []);
  if (!answer) return null;
  return (
    <Later>
      <ConfirmationDialog
        onEnd={(isConfirmed) => {
          answer(isConfirmed);
          setAnswer(undefined);
        }}
      />
    </Later>
  );
}
