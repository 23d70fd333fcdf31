import type { PlantPlan } from "./plan.ts";
import type { Plant } from "./plant.ts";
import { random } from "./random.ts";

interface OpenOrder {
  id: string;
  number: number;
  state: string;
  locationId: string;
  supplierId: string;
  quantity: number;
  confirmedQuantity: number | null;
}

const pollMs = 2_000;
const confirmAfterSeconds = 15 * 60;
const neverConfirms = 0.1;
const day = 24 * 3600;

/**
 * The virtual plant's suppliers and its goods receipt: they read the built-in mailbox, follow the confirmation link,
 * and after the lead time (of the plant) the parts arrive. What goes wrong on the way is tried again.
 */
export function playSuppliers(options: {
  baseUrl: string;
  apiKey: string;
  plan: PlantPlan;
  plant: Plant;
  onProblem?(reason: string): void;
}): { stop(): void } {
  const { plan, plant } = options;
  const known = new Map<string, { confirmAt: number; arriveAt: number; hasArrived: boolean }>();
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  void round();
  return {
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };

  async function round(): Promise<void> {
    try {
      const items = await openOrders();
      const open = new Set(items.map(({ id }) => id));
      for (const id of known.keys()) if (!open.has(id)) known.delete(id);
      for (const order of items) if (order.state !== "placed") await follow(order);
    } catch (error) {
      options.onProblem?.((error as Error).message);
    }
    if (!isStopped) timer = setTimeout(round, pollMs);
  }

  async function openOrders(): Promise<OpenOrder[]> {
    const orders: OpenOrder[] = [];
    for (let next: string | null = ""; next !== null; ) {
      const page: { items: OpenOrder[]; nextCursor: string | null } = await call(
        "GET",
        `/orders?state=open&limit=1000${next}`,
      );
      orders.push(...page.items);
      next = page.nextCursor && `&cursor=${page.nextCursor}`;
    }
    return orders;
  }

  async function follow(order: OpenOrder): Promise<void> {
    const clock = plant.clock();
    let plans = known.get(order.id);
    if (!plans) {
      const dice = random(order.id);
      const supplier = plan.suppliers.find(({ id }) => id === order.supplierId);
      const lead = (supplier?.leadTimeDays ?? 1) * day * (0.8 + 0.5 * dice.next());
      plans = {
        confirmAt: dice.chance(neverConfirms) ? Number.POSITIVE_INFINITY : clock + confirmAfterSeconds,
        arriveAt: clock + lead,
        hasArrived: false,
      };
      known.set(order.id, plans);
    }
    if (order.state === "dispatched" && clock >= plans.confirmAt && !plans.hasArrived) {
      plans.confirmAt = Number.POSITIVE_INFINITY;
      await confirm(order, plans.arriveAt - clock);
    }
    if (clock < plans.arriveAt || plans.hasArrived) return;
    plans.hasArrived = true;
    plant.orderArrives(order.locationId, order.confirmedQuantity ?? order.quantity);
    const location = plan.locations.find(({ id }) => id === order.locationId);
    // No sensor sees it there: the storekeeper books the receipt.
    if (location?.geometry.kind === "button") await call("POST", `/orders/${order.id}/receive`, {});
  }

  async function confirm(order: OpenOrder, secondsToGo: number): Promise<void> {
    const { items } = await call<{ items: { id: string; text: string }[] }>("GET", "/mailbox");
    const mail = items.find(({ id }) => id === order.id);
    const token = mail && /\/supplier\/confirm#([\w-]+)/.exec(mail.text)?.[1];
    if (!token) return;
    const date = new Date(Date.now() + secondsToGo * 1000).toISOString().slice(0, 10);
    await call("POST", `/supplier-confirmation/${token}`, { quantity: order.quantity, date });
  }

  async function call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${options.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${options.apiKey}`,
        ...(body ? { "content-type": "application/json" } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok)
      throw new Error(`${method} ${path.replace(/[\w-]{30,}/g, "…")} answered ${response.status}`);
    return (await response.json()) as T;
  }
}
