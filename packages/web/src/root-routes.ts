import { createRootRoute, createRoute, Outlet } from "@tanstack/react-router";
import { NotFoundPage } from "./layout/not-found.tsx";
import { Shell } from "./layout/shell.tsx";

export const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage });
/** Pages for people of the customer: they need a session. */
export const inside = createRoute({ getParentRoute: () => root, id: "inside", component: Shell });
