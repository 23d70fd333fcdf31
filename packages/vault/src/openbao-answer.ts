import { VaultAway, VaultRefused } from "./key-vault.ts";

export interface OpenBaoAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: the shape depends on the request
  body: any;
}

/** Throws for everything but an answer with data, and "nothing there" (undefined). */
export function dataOf({ status, body }: OpenBaoAnswer, what: string) {
  if (status >= 200 && status < 300) return body.data ?? {};
  const errors: string[] = Array.isArray(body.errors) ? body.errors.map(String) : [];
  // A missing mount is answered by 404, too, but with an error: nothing may count as destroyed because of it.
  if (status === 404 && errors.length === 0) return undefined;
  const says = `OpenBao answers ${status} to ${what}: ${errors.join("; ") || "no reason given"}`;
  if (status === 403)
    throw new OpenBaoRefused(`${says}. The login or its policy does not allow this.`, errors);
  if (status >= 400 && status < 500 && ![408, 412, 425, 429].includes(status))
    throw new OpenBaoRefused(says, errors);
  throw new VaultAway(says);
}

/** The server refused a request as such. `errors` are its words. */
export class OpenBaoRefused extends VaultRefused {
  readonly errors: readonly string[];

  constructor(message: string, errors: readonly string[]) {
    super(message);
    this.errors = errors;
  }
}
