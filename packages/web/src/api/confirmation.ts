import type { RefillMiddleware } from "@refill/client";

/** Who is asked whether it is still them; resolves to whether they confirmed. */
type Asker = () => Promise<boolean>;
let asker: Asker | undefined;

export function onConfirmationNeeded(ask: Asker | undefined): void {
  asker = ask;
}

/** Several requests at once ask once. */
let asking: Promise<boolean> | undefined;
export function askForConfirmation(): Promise<boolean> {
  asking ??= (asker?.() ?? Promise.resolve(false)).finally(() => {
    asking = undefined;
  });
  return asking;
}

/** A dangerous action that was refused until the person confirms is sent again when they did. */
export function confirming(): RefillMiddleware {
  const copies = new Map<string, Request>();
  return {
    onRequest({ request, id }) {
      if (!request.url.includes("/session/confirmation")) copies.set(id, request.clone());
    },
    async onResponse({ response, id }) {
      const copy = copies.get(id);
      copies.delete(id);
      if (response.status !== 403 || !copy) return undefined;
      const problem = (await response
        .clone()
        .json()
        .catch(() => ({}))) as { type?: string };
      if (problem.type !== "urn:refill:problem:confirmation-needed") return undefined;
      return (await askForConfirmation()) ? fetch(copy) : undefined;
    },
    onError({ id }) {
      copies.delete(id);
    },
  };
}
