import { refuse } from "./openbao-refusal.ts";

interface KvVersion {
  data: object;
  createdTime: string;
  deletionTime: string;
}

/** A KV version 2 engine: https://openbao.org/api-docs/secret/kv/kv-v2/ */
export class OpenBaoKv {
  readonly #entries = new Map<string, KvVersion[]>();

  answer(method: string, kind: string, path: string, body: Record<string, unknown>): object | undefined {
    if (kind === "metadata" && method === "DELETE") {
      this.#entries.delete(path);
      return undefined;
    }
    if (kind !== "data") throw refuse(405, "unsupported operation");
    switch (method) {
      case "GET":
        return this.#read(path);
      case "POST":
      case "PUT":
        return this.#write(path, body);
      case "DELETE": {
        const newest = this.#entries.get(path)?.at(-1);
        if (newest) newest.deletionTime = new Date().toISOString();
        return undefined;
      }
      default:
        throw refuse(405, "unsupported operation");
    }
  }

  #read(path: string): object {
    const versions = this.#entries.get(path);
    const newest = versions?.at(-1);
    if (!versions || !newest) throw refuse(404);
    const answer = {
      data: newest.deletionTime === "" ? newest.data : null,
      metadata: metadataOf(newest, versions.length),
    };
    if (newest.deletionTime !== "") throw refuse(404, undefined, answer);
    return answer;
  }

  #write(path: string, body: Record<string, unknown>): object {
    const { data, options } = body as { data?: object; options?: { cas?: number } };
    if (typeof data !== "object") throw refuse(400, "no data provided");
    const versions = this.#entries.get(path) ?? [];
    if (options?.cas !== undefined && options.cas !== versions.length)
      throw refuse(400, "check-and-set parameter did not match the current version");
    const made = { data, createdTime: new Date().toISOString(), deletionTime: "" };
    this.#entries.set(path, [...versions, made]);
    return metadataOf(made, versions.length + 1);
  }
}

function metadataOf(version: KvVersion, number: number): object {
  return {
    created_time: version.createdTime,
    custom_metadata: null,
    deletion_time: version.deletionTime,
    destroyed: false,
    version: number,
  };
}
