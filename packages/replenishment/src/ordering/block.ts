/** What keeps a location from ordering whatever its stock. */
import type { Block } from "./decide.ts";

/** Days are `YYYY-MM-DD`; `today` is the site's (see `dayAt`). Of several reasons the one that lasts longest. */
export function blockOf(circumstances: {
  isSuspended: boolean;
  isBlocked: boolean;
  /** First day on which is ordered; null: always. */
  phaseIn: string | null;
  /** First day on which nothing is ordered any more; null: never. */
  phaseOut: string | null;
  /** Somebody cancelled, and nothing has changed since. */
  isHeld: boolean;
  today: string;
}): Block | null {
  const { isSuspended, isBlocked, phaseIn, phaseOut, isHeld, today } = circumstances;
  if (phaseOut !== null && today >= phaseOut) return "phased-out";
  if (isBlocked) return "part-blocked";
  if (phaseIn !== null && today < phaseIn) return "not-phased-in";
  if (isSuspended) return "suspended";
  return isHeld ? "held" : null;
}
