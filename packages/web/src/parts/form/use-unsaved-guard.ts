import { useBlocker } from "@tanstack/react-router";
import { t } from "../../language/language.ts";
import type { FormState } from "./use-form.ts";

/** Asks before a page is left on which something was typed and not saved. */
export function useUnsavedGuard({
  isChanged,
  isSaving,
  isSaved,
}: Pick<FormState<object>, "isChanged" | "isSaving" | "isSaved">): void {
  const wouldLose = isChanged && !isSaving && !isSaved;
  useBlocker({
    shouldBlockFn: () => wouldLose && !confirm(t("Leave this page? What you changed is not saved.")),
    enableBeforeUnload: wouldLose,
  });
}
