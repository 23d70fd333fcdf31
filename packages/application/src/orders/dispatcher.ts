import { randomUUID } from "node:crypto";
import { isOpen } from "@refill/replenishment";
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
import { writeEmail, writeOrderWebhook } from "../dispatch/order-message.ts";
import { sendWebhook } from "../dispatch/webhook.ts";
import type { Metrics } from "../monitoring/metrics.ts";
import { Refusal } from "../refusal.ts";
import { applyEvent, withNote } from "./order-events.ts";
import { factsOf } from "./order-facts.ts";
import { type DispatchJob, dispatchQueue, putWithDueTime } from "./placement.ts";
import { confirmationToken, linesOf } from "./supplier-confirmation.ts";

const confirmationForMs = 180 * 24 * 60 * 60 * 1000;
const atOnce = 5;

/**
 * Sends purchase orders to their suppliers, and asks for lines that are late. A line that was sent, cancelled or received
 * meanwhile is left alone.
 */
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

  async function dispatch({ accountId, purchaseOrderId, chased }: DispatchJob): Promise<void> {
    if (!(await find(accountId))) return;
    if (chased === undefined) await begin(accountId, purchaseOrderId);
    const set = await find(accountId);
    if (!set) return;
    const all = linesOf(set, purchaseOrderId);
    const lines = all.filter((line) =>
      chased === undefined ? line.state === "placed" : line.id === chased && isOpen(line.state),
    );
    if (lines.length === 0) return;
    try {
      await send(set, lines, chased !== undefined);
    } catch (error) {
      metrics.dispatchFailures.inc();
      const reason =
        error instanceof DeliveryFailed
          ? error.message
          : "an internal error; the operator sees it in the log";
      log.warn(
        { accountId, purchaseOrderId, reason: (error as Error).message },
        "an order could not be sent",
      );
      await recordProblem(set, lines, reason);
      // A job that ends well is not tried again.
      if (error instanceof DeliveryFailed && error.isPermanent) return;
      throw new Error("not sent; tried again later");
    }
    metrics.ordersDispatched.inc();
  }

  /** While a line is being sent, nobody takes it out of its purchase order. */
  async function begin(accountId: string, purchaseOrderId: string): Promise<void> {
    await store.change(accountId, systemActor, (change) => {
      for (const line of [...change.all("order")])
        if (line.purchaseOrder?.id === purchaseOrderId && line.state === "placed")
          change.put("order", {
            ...line,
            sendingSince: Date.now(),
            sendAttempts: line.sendAttempts + 1,
          });
    });
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

  async function send(set: WorkingSet, lines: readonly Order[], isChase: boolean): Promise<void> {
    const [first] = lines;
    const purchaseOrder = first!.purchaseOrder!;
    const supplier = set.get("supplier", first!.supplierId!);
    if (!supplier) throw new DeliveryFailed("the supplier was removed", true);
    const token = confirmationToken(set, purchaseOrder.id);
    await credentials.add(
      "supplier",
      set.region,
      hashOf(token),
      set.accountId,
      (first!.placedAt ?? first!.createdAt) + confirmationForMs,
    );
    const facts = factsOf(set, lines, supplier, `${options.baseUrl()}/supplier/confirm#${token}`);
    // A supplier that takes each message once takes every reminder, too.
    const messageId = isChase ? `${purchaseOrder.id}-${first!.id}-${first!.chases}` : purchaseOrder.id;
    const { dispatch: way } = supplier;
    if (way.kind === "webhook") {
      await sendWebhook({
        url: way.url,
        secret: way.secret,
        id: messageId,
        body: writeOrderWebhook(facts, isChase ? "order.late" : "order.placed"),
        mayReachPrivate: options.isDemonstration && set.isDemonstration,
      });
      const { host } = new URL(way.url);
      return record(set, lines, isChase, { cause: `webhook accepted by ${host}`, way: "webhook", to: host });
    }
    const mail = isChase
      ? writeEmail("reminder", facts, { language: supplier.language, template: supplier.reminderMessage })
      : writeEmail("order", facts, { language: supplier.language, template: supplier.orderMessage });
    const sent = { way: "email" as const, to: way.address, subject: mail.subject };
    if (options.mailer) {
      await options.mailer.send({ messageId: `order-${messageId}`, to: way.address, ...mail });
      return record(set, lines, isChase, { ...sent, cause: `e-mail to ${way.address}` });
    }
    if (!(options.isDemonstration && set.isDemonstration))
      throw new DeliveryFailed("no mail server is configured (REFILL_SMTP_URL)", false);
    const told = { ...sent, cause: `e-mail to ${way.address}, in the built-in mailbox` };
    await record(set, lines, isChase, told, {
      id: isChase ? randomUUID() : purchaseOrder.id,
      at: Date.now(),
      to: way.address,
      subject: mail.subject,
      text: mail.text,
    });
  }

  async function record(
    set: WorkingSet,
    lines: readonly Order[],
    isChase: boolean,
    { cause, ...sent }: { cause: string; way: "email" | "webhook"; to: string; subject?: string },
    mail?: { id: string; at: number; to: string; subject: string; text: string },
  ): Promise<void> {
    await store.change(set.accountId, systemActor, (change) => {
      if (mail) change.mailbox.push(mail);
      const at = Date.now();
      for (const { id } of lines) {
        const order = change.get("order", id);
        if (!order) continue;
        // Also when it was confirmed or received while the message was on its way: that says more.
        if (isChase || order.state !== "placed") {
          change.put("order", { ...order, dispatchProblem: null, sendingSince: null });
          continue;
        }
        const details = { ...sent, attempts: order.sendAttempts };
        const dispatched = applyEvent(order, { kind: "dispatch", at, cause }, { by: null, details });
        putWithDueTime(change, { ...dispatched, dispatchProblem: null, sendingSince: null });
      }
    });
  }

  async function recordProblem(set: WorkingSet, lines: readonly Order[], problem: string): Promise<void> {
    await store.change(set.accountId, systemActor, (change) => {
      const at = Date.now();
      for (const { id } of lines) {
        const order = change.get("order", id);
        if (!order || !isOpen(order.state)) continue;
        const ended = { ...order, sendingSince: null };
        if (order.dispatchProblem === problem) {
          change.put("order", ended);
          continue;
        }
        const details = { problem, attempts: order.sendAttempts };
        const cause = `not sent: ${problem}`;
        change.put("order", {
          ...withNote(ended, { at, kind: "fail", cause, by: null, details }),
          dispatchProblem: problem,
        });
      }
    });
  }
}
