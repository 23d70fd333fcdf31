import {
  IconAntennaBarsOff,
  IconBattery1,
  IconBoxOff,
  IconBulb,
  IconCircleCheck,
  IconClockExclamation,
  IconEyeQuestion,
  IconFileExport,
  IconFileImport,
  IconHelpCircle,
  IconHourglassLow,
  IconMailX,
  IconRouterOff,
  IconUserCheck,
  IconUserPlus,
  IconWebhookOff,
} from "@tabler/icons-react";
import type { Notification } from "../api/client.ts";
import { t } from "../language/language.ts";

const looks: Record<Notification["kind"], { Icon: typeof IconBoxOff; role: string }> = {
  "location-empty": { Icon: IconBoxOff, role: "empty" },
  "runs-out": { Icon: IconHourglassLow, role: "low" },
  "level-unknown": { Icon: IconHelpCircle, role: "unknown" },
  "order-waits": { Icon: IconUserCheck, role: "signal" },
  "order-late": { Icon: IconClockExclamation, role: "low" },
  "order-not-sent": { Icon: IconMailX, role: "empty" },
  "proposals-wait": { Icon: IconBulb, role: "coming" },
  "device-silent": { Icon: IconAntennaBarsOff, role: "unknown" },
  "battery-low": { Icon: IconBattery1, role: "low" },
  "gateway-away": { Icon: IconRouterOff, role: "empty" },
  "webhook-fails": { Icon: IconWebhookOff, role: "empty" },
  "operator-asks": { Icon: IconEyeQuestion, role: "signal" },
  "export-ready": { Icon: IconFileExport, role: "coming" },
  "import-finished": { Icon: IconFileImport, role: "coming" },
  "member-joined": { Icon: IconUserPlus, role: "coming" },
};

const moments: readonly Notification["kind"][] = ["export-ready", "import-finished", "member-joined"];

/** Its reason is gone; what only happens is never called so. */
export function isOver({ kind, isOpen }: Notification): boolean {
  return !isOpen && !moments.includes(kind);
}

/** What it is about, by a shape of its own; what is over has a tick. */
export function KindMark({ notification }: { notification: Notification }) {
  const { Icon, role } = looks[notification.kind];
  const hasEnded = isOver(notification);
  return (
    <span className="notice-mark" style={{ color: `var(--${hasEnded ? "ok" : role})` }} aria-hidden>
      {hasEnded ? <IconCircleCheck size={20} stroke={1.7} /> : <Icon size={20} stroke={1.7} />}
    </span>
  );
}

export const groupWords: Record<Notification["group"], string> = {
  stock: t("Stock"),
  orders: t("Orders and planning"),
  devices: t("Devices and gateways"),
  account: t("Account"),
};
