import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { t } from "../language/language.ts";

/** Says what was done, with the way back for some seconds where there is one. */
export function tell(message: string, undo?: () => Promise<unknown>): void {
  const id = crypto.randomUUID();
  notifications.show({
    id,
    autoClose: undo ? 12_000 : 5_000,
    withBorder: true,
    closeButtonProps: { "aria-label": t("Close") },
    message: (
      <div className="told">
        <span>{message}</span>
        {undo && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              undo().then(
                () => tell(t("Undone.")),
                (error: Error) => tellProblem(error.message),
              );
            }}
          >
            {t("Undo")}
          </Button>
        )}
      </div>
    ),
  });
}

export function tellProblem(message: string): void {
  notifications.show({
    color: "red",
    autoClose: 15_000,
    withBorder: true,
    closeButtonProps: { "aria-label": t("Close") },
    message,
  });
}
