import type { OperatedCustomer } from "../api/client.ts";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";

type Trouble = OperatedCustomer["troubles"][number];

interface Words {
  title(count: number): string;
  /** What it means for the customer. */
  meaning: string;
  /** What the operator does. */
  remedy: string;
}

const words: Record<Trouble["kind"], Words> = {
  "gateways-away": {
    title: (count) =>
      t("{count, plural, one {Its gateway is away} other {All # gateways are away}}", { count }),
    meaning: t("No sensor is heard: levels grow old, and after some hours nothing is ordered any more."),
    remedy: t(
      "Look under Network whether other customers' gateways are away, too: then it is our side. Otherwise the customer's internet or power has failed; call its admin.",
    ),
  },
  "gateway-away": {
    title: (count) => t("{count, plural, one {# gateway is away} other {# gateways are away}}", { count }),
    meaning: t("Sensors that only it hears are silent; the others are not concerned."),
    remedy: t("Tell the customer if it stays so: power, network cable, antenna."),
  },
  "nothing-heard": {
    title: (count) => t("Nothing heard for {count, plural, one {# hour} other {# hours}}", { count }),
    meaning: t("Its sensors were heard before and are not now, though nothing says that they were removed."),
    remedy: t(
      "Look at its gateways first. If they are connected, look at refused frames under Network: a changed key or another network in the neighbourhood shows there.",
    ),
  },
  "devices-silent": {
    title: (count) => t("{count, plural, one {# device is silent} other {# devices are silent}}", { count }),
    meaning: t("More than a tenth of its devices send nothing: that is not single batteries."),
    remedy: t("Look whether a gateway is away; ask for access to see which devices it is."),
  },
  "messages-waiting": {
    title: (count) => t("{count, plural, one {# message waits} other {# messages wait}}", { count }),
    meaning: t("They lie in the sensors' rings and come by themselves; each ring keeps 14 messages."),
    remedy: t("If it grows, look at the delivery under Network and at Postgres under Health."),
  },
  "orders-undispatched": {
    title: (count) =>
      t("{count, plural, one {# order has not gone out} other {# orders have not gone out}}", { count }),
    meaning: t("It was placed more than a quarter of an hour ago, and the supplier does not know of it."),
    remedy: t(
      "Look under Jobs why sending fails. A mail server that refuses is ours to mend; a supplier's wrong address is the customer's.",
    ),
  },
  "jobs-failed": {
    title: (count) => t("{count, plural, one {# job has failed} other {# jobs have failed}}", { count }),
    meaning: t("It was tried as often as allowed and is not tried again by itself."),
    remedy: t("Mend what its reason names, then try it again under Jobs."),
  },
  "storage-full": {
    title: (count) => t("The storage is full: {count} %", { count: pieces(count) }),
    meaning: t("Messages are still taken and orders placed; people and machines can't create anything."),
    remedy: t("Raise the limit, or ask the customer to keep raw measurements for fewer days."),
  },
  "storage-nearly-full": {
    title: (count) => t("{count} % of the storage is used", { count: pieces(count) }),
    meaning: t("When it is full, people and machines can't create anything."),
    remedy: t("Talk to the customer about its limit before that."),
  },
  "devices-nearly-full": {
    title: (count) => t("{count} devices: nearly as many as allowed", { count: pieces(count) }),
    meaning: t("Soon no further device can be added."),
    remedy: t("Talk to the customer about its limit before that."),
  },
  "sign-in-trouble": {
    title: (count) => t("{count} refused attempts to get in within 24 hours", { count: pieces(count) }),
    meaning: t("Somebody tries, or a machine uses a key that was revoked."),
    remedy: t("Tell the customer's admin: the audit trail there names the key or the person."),
  },
};

export function troubleWords({ kind, count }: Trouble): { title: string; meaning: string; remedy: string } {
  const { title, meaning, remedy } = words[kind];
  return { title: title(count), meaning, remedy };
}

export const customerStateWords: Record<string, string> = {
  active: t("Active"),
  suspended: t("Suspended"),
  closing: t("Is being closed"),
};
