import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside, root } from "../root-routes.ts";

const orders = createRoute({
  getParentRoute: () => inside,
  path: "/orders",
  component: page("orders", () => import("./orders.tsx"), "OrdersPage"),
  pendingComponent: Loading,
});

const order = createRoute({
  getParentRoute: () => inside,
  path: "/orders/$id",
  component: page("orders", () => import("./order.tsx"), "OrderPage"),
  pendingComponent: Loading,
});

const purchaseOrder = createRoute({
  getParentRoute: () => inside,
  path: "/purchase-orders/$id",
  component: page("orders", () => import("./purchase-order.tsx"), "PurchaseOrderPage"),
  pendingComponent: Loading,
});

const receive = createRoute({
  getParentRoute: () => inside,
  path: "/receive",
  component: page("orders", () => import("./receive.tsx"), "ReceivePage"),
  pendingComponent: Loading,
});

const confirm = createRoute({
  getParentRoute: () => root,
  path: "/supplier/confirm",
  component: page("orders", () => import("./supplier-confirm.tsx"), "SupplierConfirmPage"),
});

export const orderRoutes = [orders, order, purchaseOrder, receive] as const;
/** For suppliers, who need no session. */
export const supplierRoutes = [confirm] as const;
