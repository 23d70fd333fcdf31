import { CatchBoundary } from "@tanstack/react-router";
import { Suspense } from "react";
import { t } from "../language/language.ts";

/** What is drawn by code that comes later. Where it does not come, that is said, and the rest of the page stays. */
export function Later({
  fallback = null,
  children,
}: {
  fallback?: React.ReactNode;
  children: React.ReactNode;
}) {
  return (
    <CatchBoundary getResetKey={() => 0} errorComponent={Missing}>
      <Suspense fallback={fallback}>{children}</Suspense>
    </CatchBoundary>
  );
}

function Missing() {
  return (
    <p className="notice" role="alert">
      {t("A part of the page could not be loaded.")}{" "}
      <button type="button" className="text-button" onClick={() => location.reload()}>
        {t("Try again")}
      </button>
    </p>
  );
}
