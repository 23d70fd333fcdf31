import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside } from "../root-routes.ts";

const mailbox = createRoute({
  getParentRoute: () => inside,
  path: "/mailbox",
  component: page("mailbox", () => import("./mailbox.tsx"), "MailboxPage"),
  pendingComponent: Loading,
});

export const mailboxRoutes = [mailbox] as const;
