type Send = (request: Request) => Promise<Response>;

/** Nobody waits longer than this for the next try, whatever the server asks for. */
const longestPauseMs = 30_000;
const firstPauseMs = 500;

/**
 * Sends a request again that was refused for the moment (429, 503), after the time that the server says, or that got no
 * answer. A POST is given an Idempotency-Key first; PUT, PATCH and DELETE can be repeated by themselves.
 */
export function retrying(send: Send, retries: number): Send {
  return async (request) => {
    if (request.method === "POST" && !request.headers.has("idempotency-key"))
      request.headers.set("idempotency-key", crypto.randomUUID());
    for (let attempt = 0; ; attempt++) {
      const isLast = attempt >= retries;
      let pauseMs = firstPauseMs * 2 ** attempt;
      try {
        // A request's body can be read once.
        const response = await send(isLast ? request : request.clone());
        // A repeat that overtook its first one is told to come again (409, with the time).
        const isForNow =
          [429, 503].includes(response.status) ||
          (response.status === 409 && response.headers.has("retry-after"));
        if (isLast || !isForNow) return response;
        const seconds = Number(response.headers.get("retry-after"));
        if (seconds > 0) pauseMs = seconds * 1000;
        if (pauseMs > longestPauseMs) return response;
      } catch (error) {
        if (isLast || request.signal.aborted) throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  };
}
