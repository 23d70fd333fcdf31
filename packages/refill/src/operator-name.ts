import { userInfo } from "node:os";

/** Who works at this machine, as audit trails call him: the login from which sudo was used, or the own one. */
export function operatorName(): string {
  try {
    return process.env.SUDO_USER || userInfo().username;
  } catch {
    return "unknown";
  }
}
