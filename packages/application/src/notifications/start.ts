import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import type { Mailer } from "../dispatch/mail.ts";
import type { Network } from "../network.ts";
import { notify } from "./from-changes.ts";
import { startNotificationMails } from "./mails.ts";
import {
  leaveMails,
  type NotificationPlan,
  notificationMailQueue,
  notificationMailQueueOptions,
} from "./tell.ts";
import {
  beginNotificationWatch,
  notificationWatchQueue,
  notificationWatchQueueOptions,
  startNotificationWatch,
} from "./watch.ts";

export const notificationQueues = {
  [notificationMailQueue]: notificationMailQueueOptions,
  [notificationWatchQueue]: notificationWatchQueueOptions,
};

/** From here on people are told of what changes. */
export async function startNotifications(options: {
  /** One for each region. */
  bosses: ReadonlyMap<string, PgBoss>;
  store: AccountStore;
  network: Network;
  mailer: Mailer | undefined;
  baseUrl(): string;
  isDemonstration: boolean;
  plan: NotificationPlan;
  log: Logger;
}): Promise<void> {
  const { store, plan } = options;
  store.beforeCommit((change) => {
    notify(change);
    leaveMails(change, plan);
    beginNotificationWatch(change);
  });
  await startNotificationMails(options);
  await startNotificationWatch(options);
}
