import { t } from "../language/language.ts";
import { ShownOnce } from "../parts/shown-once.tsx";

export function WebhookSecret({ secret, onDone }: { secret: string | undefined; onDone(): void }) {
  return (
    <ShownOnce title={t("The webhook's secret")} label={t("Secret")} value={secret} onDone={onDone}>
      {t(
        "Your receiver checks with it that a request comes from Refill (Standard Webhooks). If it is lost, rotate it.",
      )}
    </ShownOnce>
  );
}
