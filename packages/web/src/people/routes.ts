import { createRoute } from "@tanstack/react-router";
import { page } from "../layout/page.ts";
import { Loading } from "../parts/small.tsx";
import { inside, root } from "../root-routes.ts";

const profile = createRoute({
  getParentRoute: () => inside,
  path: "/profile",
  component: page("people", () => import("./profile.tsx"), "ProfilePage"),
  pendingComponent: Loading,
});

const register = createRoute({
  getParentRoute: () => root,
  path: "/register",
  component: page("people", () => import("./register.tsx"), "RegisterPage"),
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: "/sign-in",
  component: page("people", () => import("./sign-in.tsx"), "SignInPage"),
});

export const peopleRoutes = [profile] as const;
/** For who has no session yet. */
export const entryRoutes = [register, signIn] as const;
