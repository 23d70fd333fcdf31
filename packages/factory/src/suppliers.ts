import type { PlantPlan } from "./plan.ts";
import type { Plant } from "./plant.ts";
import { random } from "./random.ts";

interface OpenOrder {
  id: string;
  number: number;
  state: string;
  locationId: string;
  supplierId: string | null;
  /** Of a transfer. */
  sourceLocationId: string | null;
  purchaseOrder: { id: string } | null;
  quantity: number;
  confirmedQuantity: number | null;
}

const pollMs = 2_000;
const confirmAfterSeconds = 15 * 60;
/** So long a store's people need to look at their list, pick the parts and set off. */
const pickAfterSeconds = 20 * 60;
const neverConfirms = 0.1;
const day = 24 * 3600;
/** States in which its supplier knows of an order. */
const sent = new Set(["dispatched", "confirmed", "in-transit", "partly-received"]);

interface Course {
  /** When a supplier confirms, or a store's people pick a transfer. */
  confirmAt: number;
  arriveAt: number;
  hasArrived: boolean;
}

/**
 * The virtual plant's suppliers, its own store and its goods receipt: suppliers read the built-in mailbox, follow the confirmation link,
 * the store's people pick what is to be brought elsewhere, and after the lead time (of the plant) the parts arrive. What goes wrong on the way is tried again.
 */
export function playSuppliers(options: {
  baseUrl: string;
  apiKey: string;
  plan: PlantPlan;
  plant: Plant;
  onProblem?(reason: string): void;
}): { stop(): void } {
  const { plan, plant } = options;
  const known = new Map<string, Course>();
  const locations = new Map(plan.locations.map((location) => [location.id, location]));
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
      for (const order of items)
        if (order.sourceLocationId !== null) await transfer(order, order.sourceLocationId);
        else if (sent.has(order.state)) await follow(order);
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
    let course = known.get(order.id);
    if (!course) {
      const dice = random(order.id);
      const lead = leadSeconds(leadDaysOf(order), dice.next());
      course = {
        confirmAt: dice.chance(neverConfirms) ? Number.POSITIVE_INFINITY : clock + confirmAfterSeconds,
        arriveAt: clock + lead,
        hasArrived: false,
      };
      known.set(order.id, course);
    }
    if (order.state === "dispatched" && clock >= course.confirmAt && !course.hasArrived) {
      course.confirmAt = Number.POSITIVE_INFINITY;
      await confirm(order, course.arriveAt - clock);
    }
    await arrive(order, course);
  }

  function leadDaysOf({ supplierId, locationId }: OpenOrder): number {
    const part = plan.parts.find(({ id }) => id === locations.get(locationId)?.partId);
    const supply = part?.supplies.find((each) => each.supplierId === supplierId);
    return supply?.leadTimeDays ?? plan.suppliers.find(({ id }) => id === supplierId)?.leadTimeDays ?? 1;
  }

  /** Waits for its picking, goes, and arrives. What the store can't give, its location orders again. */
  async function transfer(order: OpenOrder, storeId: string): Promise<void> {
    const clock = plant.clock();
    let course = known.get(order.id);
    if (!course) {
      course = {
        confirmAt: clock + pickAfterSeconds,
        arriveAt: Number.POSITIVE_INFINITY,
        hasArrived: false,
      };
      known.set(order.id, course);
    }
    const source = locations.get(order.locationId)?.source;
    const leadTimeDays = source?.leadTimeDays ?? 0.05;
    if (order.state === "placed" && clock >= course.confirmAt) {
      const pack = source?.packSize ?? 1;
      const there = Math.floor(plant.piecesAt(storeId) / pack) * pack;
      const quantity = Math.min(order.quantity, there);
      if (quantity === 0) return;
      await call("POST", `/orders/${order.id}/ship`, quantity < order.quantity ? { quantity } : {});
      plant.piecesLeave(storeId, quantity);
      course.arriveAt = clock + leadSeconds(leadTimeDays, random(order.id).next());
    }
    // This program was started anew meanwhile.
    if (order.state === "in-transit" && course.arriveAt === Number.POSITIVE_INFINITY)
      course.arriveAt = clock + leadSeconds(leadTimeDays, 0);
    await arrive(order, course);
  }

  async function arrive(order: OpenOrder, course: Course): Promise<void> {
    if (plant.clock() < course.arriveAt || course.hasArrived) return;
    course.hasArrived = true;
    plant.orderArrives(order.locationId, order.confirmedQuantity ?? order.quantity);
    // No sensor sees it there: the storekeeper books the receipt.
    if (locations.get(order.locationId)?.geometry.kind === "button")
      await call("POST", `/orders/${order.id}/receive`, {});
  }

  async function confirm(order: OpenOrder, secondsToGo: number): Promise<void> {
    const { items } = await call<{ items: { id: string; text: string }[] }>("GET", "/mailbox");
    const mail = items.find(({ id }) => id === order.purchaseOrder?.id);
    const token = mail && /\/supplier\/confirm#([\w-]+)/.exec(mail.text)?.[1];
    if (!token) return;
    const date = new Date(Date.now() + secondsToGo * 1000).toISOString().slice(0, 10);
    await call("POST", `/supplier-confirmation/${token}`, {
      lines: [{ orderId: order.id, quantity: order.quantity, date }],
    });
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

/** `chance`: 0 to 1, from a fifth early to almost a third late. */
function leadSeconds(leadTimeDays: number, chance: number): number {
  return leadTimeDays * day * (0.8 + 0.5 * chance);
}
