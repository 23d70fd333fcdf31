import { Button } from "@mantine/core";
import { type ErrorComponentProps, Link } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { isCodeMissing } from "./missing-code.ts";

/** In the place of a page that failed: what happened, and the ways on. The frame around it stays. */
export function PageFailed({ error: thrown }: ErrorComponentProps) {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const isMissing = isCodeMissing(error);
  return (
    <div className="card page-failed" role="alert">
      <h1>{isMissing ? t("This page could not be loaded") : t("This page failed")}</h1>
      <p>
        {isMissing
          ? t("Its code did not come: the connection is lost, or Refill was updated. Try again.")
          : t(
              "That is a mistake of ours; nothing that you entered before is lost. Open it again, or go elsewhere.",
            )}
      </p>
      {!isMissing && <p className="soft small-text breakable">{error.message}</p>}
      <div className="dialog-buttons">
        <Button onClick={() => location.reload()}>{t("Try again")}</Button>
        <Link to="/">{t("To the overview")}</Link>
      </div>
    </div>
  );
}
