import type { PgBoss } from "pg-boss";
import type { Logger } from "pino";
import type { AccountStore } from "../accounts/account-store.ts";
import { systemActor } from "../accounts/actor.ts";
import type { Credentials } from "../accounts/credentials.ts";
import { hashOf } from "../accounts/credentials.ts";
import type { Order } from "../accounts/records.ts";
import type { WorkingSet } from "../accounts/working-set.ts";
import { DeliveryFailed } from "../dispatch/delivery-failure.ts";
import type { Mailer } from "../dispatch/mail.ts";
import { type OrderFacts, writeOrderEmail, writeOrderWebhook } from "../dispatch/order-message.ts";
import { sendWebhook } from "../dispatch/webhook.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { Refusal } from "../refusal.ts";
import { applyEvent, type DispatchJob, dispatchQueue } from "./order-service.ts";
import { confirmationToken } from "./supplier-confirmation.ts";

const confirmationForMs = 180 * 24 * 60 * 60 * 1000;
const atOnce = 5;

/** Sends placed orders to their suppliers. An order that was sent, cancelled or received meanwhile is left alone. */
export async function startDispatcher(options: {
  /** One for each region. */
  bosses: Iterable<PgBoss>;
  store: AccountStore;
  credentials: Credentials;
  metrics: Metrics;
  log: Logger;
  /** Undefined: no mail server is configured. */
  mailer: Mailer | undefined;
  baseUrl(): string;
  isDemonstration: boolean;
}): Promise<void> {
  const { store, credentials, metrics, log } = options;
  for (const boss of options.bosses)
    await boss.work<DispatchJob>(
      dispatchQueue,
      { pollingIntervalSeconds: 0.5, batchSize: 1, localConcurrency: atOnce },
      async ([job]) => {
        if (job) await dispatch(job.data);
      },
    );

  async function dispatch({ accountId, orderId }: DispatchJob): Promise<void> {
    const set = await find(accountId);
    const order = set?.get("order", orderId);
    if (!set || order?.state !== "placed") return;
    try {
      await send(set, order);
    } catch (error) {
      metrics.dispatchFailures.inc();
      const reason =
        error instanceof DeliveryFailed
          ? error.message
          : "an internal error; the operator sees it in the log";
      log.warn({ accountId, orderId, reason: (error as Error).message }, "an order could not be sent");
      await recordProblem(set, order, reason);
      // A job that ends well is not tried again.
      if (error instanceof DeliveryFailed && error.isPermanent) return;
      throw new Error("not sent; tried again later");
    }
    metrics.ordersDispatched.inc();
  }

  /** Undefined when the customer is gone. */
  async function find(accountId: string): Promise<WorkingSet | undefined> {
    try {
      return await store.read(accountId);
    } catch (error) {
      if (error instanceof Refusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async function send(set: WorkingSet, order: Order): Promise<void> {
    const supplier = set.get("supplier", order.supplierId);
    if (!supplier) throw new DeliveryFailed("the supplier was removed", true);
    const token = confirmationToken(set, order.id);
    await credentials.add(
      "supplier",
      set.region,
      hashOf(token),
      set.accountId,
      order.createdAt + confirmationForMs,
    );
    const facts = factsOf(set, order, supplier.name, `${options.baseUrl()}/supplier/confirm#${token}`);
    const { dispatch: way } = supplier;
    if (way.kind === "webhook") {
      await sendWebhook({
        url: way.url,
        secret: way.secret,
        id: order.id,
        body: writeOrderWebhook(facts),
        mayReachPrivate: options.isDemonstration && set.isDemonstration,
      });
      return recordDispatch(set, order, `webhook accepted by ${new URL(way.url).host}`);
    }
    const mail = writeOrderEmail(facts);
    if (options.mailer) {
      await options.mailer.send({ messageId: `order-${order.id}`, to: way.address, ...mail });
      return recordDispatch(set, order, `e-mail to ${way.address}`);
    }
    if (!(options.isDemonstration && set.isDemonstration))
      throw new DeliveryFailed("no mail server is configured (REFILL_SMTP_URL)", false);
    await recordDispatch(set, order, `e-mail to ${way.address}, in the built-in mailbox`, {
      id: order.id,
      at: Date.now(),
      to: way.address,
      subject: mail.subject,
      text: mail.text,
    });
  }

  async function recordDispatch(
    set: WorkingSet,
    { id }: Order,
    cause: string,
    mail?: { id: string; at: number; to: string; subject: string; text: string },
  ): Promise<void> {
    await store.change(set.accountId, systemActor, (change) => {
      const order = change.get("order", id);
      // Confirmed or received while the message was on its way: that says more.
      if (order?.state !== "placed") return;
      const dispatched = applyEvent(order, { kind: "dispatch", at: Date.now(), cause });
      change.put("order", { ...dispatched, dispatchProblem: null });
      if (mail) change.mailbox.push(mail);
    });
  }

  async function recordProblem(set: WorkingSet, { id }: Order, problem: string): Promise<void> {
    await store.change(set.accountId, systemActor, (change) => {
      const order = change.get("order", id);
      if (order?.state !== "placed" || order.dispatchProblem === problem) return;
      const at = Date.now();
      const events = [...order.events, { at, state: order.state, cause: `not sent: ${problem}` }];
      change.put("order", { ...order, dispatchProblem: problem, updatedAt: at, events });
    });
  }
}

function factsOf(set: WorkingSet, order: Order, supplierName: string, confirmUrl: string): OrderFacts {
  const location = set.get("location", order.locationId);
  const part = set.get("part", order.partId);
  return {
    orderId: order.id,
    orderNumber: order.number,
    customerName: set.customerName,
    siteName: (location && set.get("site", location.siteId)?.name) ?? "",
    locationName: location?.name ?? "",
    partNumber: part?.number ?? "",
    partName: part?.name ?? "",
    unit: part?.unit ?? "",
    quantity: order.quantity,
    supplierName,
    createdAt: new Date(order.createdAt).toISOString(),
    confirmUrl,
  };
}
