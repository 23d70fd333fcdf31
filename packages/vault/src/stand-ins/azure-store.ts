import { randomBytes } from "node:crypto";
import type { Answer } from "./json-requests.ts";

export interface AzureCall {
  method: string;
  /** Of the vault, such as `https://NAME.vault.azure.net`. */
  base: string;
  name: string;
  /** What follows the name in the path. */
  rest: readonly string[];
  body: Record<string, unknown>;
  /** How many of a list came on earlier pages. */
  skip: number;
}

export interface AzureVersion {
  id: string;
  enabled: boolean;
  /** Seconds since 1970, whole ones. */
  created: number;
}

/** What the service refuses, in its words. */
export class AzureRefusal extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;

  constructor(status: number, code: string, message: string, innerCode?: string) {
    super(message);
    this.status = status;
    this.code = code;
    this.innerCode = innerCode;
  }

  answer(): Answer {
    const inner = this.innerCode === undefined ? {} : { innererror: { code: this.innerCode } };
    return { status: this.status, body: { error: { code: this.code, message: this.message, ...inner } } };
  }
}

const retentionDays = 90;
/** Real pages hold 25; small ones show that all are read. */
const pageSize = 2;

/** Named objects with versions, soft deletion and purging: what secrets and keys have in common. */
export abstract class AzureStore<V extends AzureVersion> {
  readonly kind: "secrets" | "keys";
  readonly #hasPurgeProtection: boolean;
  /** Newest last. */
  readonly #objects = new Map<string, V[]>();
  /** A deleted object appears only when it was asked for once: deleting takes a while. */
  readonly #deleted = new Map<string, { versions: V[]; isThere: boolean; since: number }>();
  /** Purged just now: the name is refused once more. */
  readonly #purged = new Set<string>();

  constructor(kind: "secrets" | "keys", hasPurgeProtection: boolean) {
    this.kind = kind;
    this.#hasPurgeProtection = hasPurgeProtection;
  }

  protected abstract bundle(call: AzureCall, version: V): object;

  setEnabled(name: string, enabled: boolean): void {
    this.find(name, undefined).enabled = enabled;
  }

  answerDeleted(call: AzureCall): Answer {
    const deleted = this.#deleted.get(call.name);
    if (call.method === "GET") {
      if (!deleted) throw this.notFound(call.name);
      if (!deleted.isThere) {
        deleted.isThere = true;
        throw this.notFound(call.name);
      }
      return { status: 200, body: this.#deletedBundle(call, deleted) };
    }
    if (call.method !== "DELETE") throw new AzureRefusal(405, "MethodNotAllowed", call.method);
    if (!deleted) throw this.notFound(call.name);
    if (!deleted.isThere)
      throw new AzureRefusal(
        409,
        "Conflict",
        `${call.name} is currently being deleted.`,
        "ObjectIsBeingDeleted",
      );
    if (this.#hasPurgeProtection)
      throw new AzureRefusal(403, "Forbidden", "Operation purge is not allowed.", "ForbiddenByPolicy");
    this.#deleted.delete(call.name);
    this.#purged.add(call.name);
    return { status: 204 };
  }

  protected add(call: AzureCall, version: Omit<V, keyof AzureVersion>): Answer {
    if (this.#deleted.has(call.name))
      throw new AzureRefusal(
        409,
        "Conflict",
        `${call.name} is currently in a deleted but recoverable state, and its name cannot be reused; in this state, it can only be recovered or purged.`,
        "ObjectIsDeletedButRecoverable",
      );
    if (this.#purged.delete(call.name))
      throw new AzureRefusal(
        409,
        "Conflict",
        `${call.name} is currently being deleted and cannot be re-created; retry later.`,
        "ObjectIsBeingDeleted",
      );
    const id = randomBytes(16).toString("hex");
    const made = { ...version, id, enabled: true, created: Math.floor(Date.now() / 1000) } as V;
    this.#objects.set(call.name, [...(this.#objects.get(call.name) ?? []), made]);
    return { status: 200, body: this.bundle(call, made) };
  }

  protected find(name: string, id: string | undefined): V {
    const versions = this.#objects.get(name) ?? [];
    const found = id ? versions.find((each) => each.id === id) : versions.at(-1);
    if (!found) throw this.notFound(name);
    return found;
  }

  /** An unknown name has no versions, and that is no error. */
  protected list(call: AzureCall): Answer {
    const versions = this.#objects.get(call.name) ?? [];
    const page = versions.slice(call.skip, call.skip + pageSize);
    const next = call.skip + pageSize;
    return {
      status: 200,
      body: {
        value: page.map((each) => ({
          ...(this.kind === "keys" ? { kid: this.idOf(call, each) } : { id: this.idOf(call, each) }),
          attributes: this.attributes(each),
        })),
        nextLink:
          next < versions.length
            ? `${call.base}/${this.kind}/${call.name}/versions?api-version=7.4&$skiptoken=${next}`
            : null,
      },
    };
  }

  protected update(call: AzureCall, id: string | undefined): Answer {
    const version = this.find(call.name, id);
    const { enabled } = (call.body.attributes ?? {}) as { enabled?: boolean };
    if (enabled !== undefined) version.enabled = enabled;
    return { status: 200, body: this.bundle(call, version) };
  }

  protected delete(call: AzureCall): Answer {
    const versions = this.#objects.get(call.name);
    if (!versions) throw this.notFound(call.name);
    this.#objects.delete(call.name);
    const deleted = { versions, isThere: false, since: Math.floor(Date.now() / 1000) };
    this.#deleted.set(call.name, deleted);
    return { status: 200, body: this.#deletedBundle(call, deleted) };
  }

  protected attributes(version: V) {
    return {
      enabled: version.enabled,
      created: version.created,
      updated: version.created,
      recoveryLevel: this.#hasPurgeProtection ? "Recoverable" : "Recoverable+Purgeable",
      recoverableDays: retentionDays,
    };
  }

  protected idOf(call: AzureCall, version: V): string {
    return `${call.base}/${this.kind}/${call.name}/${version.id}`;
  }

  protected notFound(name: string): AzureRefusal {
    const what = this.kind === "keys" ? "Key" : "Secret";
    return new AzureRefusal(
      404,
      `${what}NotFound`,
      `A ${what.toLowerCase()} with (name/id) ${name} was not found in this key vault. If you recently deleted this ${what.toLowerCase()} you may be able to recover it using the correct recovery command.`,
    );
  }

  #deletedBundle(call: AzureCall, { versions, since }: { versions: V[]; since: number }): object {
    return {
      ...this.bundle(call, versions.at(-1)!),
      value: undefined,
      recoveryId: `${call.base}/deleted${this.kind}/${call.name}`,
      deletedDate: since,
      scheduledPurgeDate: since + retentionDays * 86_400,
    };
  }
}
