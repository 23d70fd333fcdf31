import type { PurchaseOrder } from "../api/client.ts";
import { t } from "../language/language.ts";

export const purchaseOrderWords: Record<PurchaseOrder["state"], string> = {
  placed: t("Not sent yet"),
  dispatched: t("Sent, not answered yet"),
  confirmed: t("Confirmed"),
  "in-transit": t("On its way"),
  "partly-received": t("Partly received"),
  received: t("Received"),
  cancelled: t("Cancelled"),
};
