import type { Call } from "./call-api.ts";
import { CommandRefused } from "./command-refused.ts";
import { type ControlPlane, withRunningInstance } from "./control-plane.ts";
import type { RunningInstance } from "./data-folder-lock.ts";

/**
 * Runs `work` with the REST API of the running Refill as an admin of this customer, by a key that is made for it and
 * revoked afterwards. What the API refuses comes as {@link CommandRefused} in its own words.
 */
export async function asCustomer(slug: string, work: (call: Call) => Promise<void>): Promise<void> {
  await withRunningInstance(async (controlPlane, _baseUrl, instance) => {
    const { accountId } = await controlPlane.requireCustomer(slug);
    await asAdminOf(accountId, controlPlane, instance, work);
  });
}

/** The same in the account with this id. */
export async function asAdminOf(
  accountId: string,
  controlPlane: ControlPlane,
  instance: RunningInstance,
  work: (call: Call) => Promise<void>,
): Promise<void> {
  const key = await controlPlane.createTemporaryKey(accountId);
  try {
    await work((method, path, body) =>
      call(`http://127.0.0.1:${instance.httpPort}`, key.key, method, path, body),
    );
  } finally {
    await controlPlane.removeApiKey(accountId, key.id);
  }
}

async function call<T>(
  origin: string,
  key: string,
  method: string,
  path: string,
  body: object | undefined,
): Promise<T> {
  const response = await fetch(`${origin}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${key}`,
      ...(body ? { "content-type": "application/json" } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  }).catch(() => {
    throw new CommandRefused(
      "The application does not answer now. Nothing was changed; try again in some seconds.",
    );
  });
  const text = await response.text();
  const answer = text === "" ? undefined : JSON.parse(text);
  if (response.ok) return answer as T;
  const problem = answer as { detail?: string; errors?: { field: string; message: string }[] };
  const fields = (problem?.errors ?? []).map(({ field, message }) => `  ${field}: ${message}`);
  throw new CommandRefused(
    fields.length > 1
      ? ["Nothing was changed:", ...fields].join("\n")
      : (problem?.detail ?? `The application answered ${response.status}.`),
  );
}
