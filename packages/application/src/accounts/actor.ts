/** Who does something in an account. */
export interface Actor {
  kind: "member" | "api-key" | "supplier" | "operator" | "system";
  /** Of the member, key or supplier; null for operators and the system. */
  id: string | null;
  /** As a person reads it. */
  name: string;
  /** The network address from which it came; null for what happens here. */
  address: string | null;
}

/** Refill itself: what sensors, time and policies bring about. */
export const systemActor: Actor = { kind: "system", id: null, name: "Refill", address: null };

export function operatorActor(name: string): Actor {
  return { kind: "operator", id: null, name, address: null };
}
