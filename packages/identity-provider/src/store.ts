import type { Adapter, AdapterPayload, ClientMetadata } from "oidc-provider";

/** Sessions, codes and so on of one kind in memory. The longest unused is forgotten for a new one. */
export class BoundedStore implements Adapter {
  readonly #capacity: number;
  /** The longest unused first. */
  readonly #entries = new Map<string, AdapterPayload>();
  readonly #idsByUid = new Map<string, string>();

  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#use(id);
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    const id = this.#idsByUid.get(uid);
    return id === undefined ? undefined : this.#use(id);
  }

  async findByUserCode(): Promise<undefined> {
    return undefined;
  }

  async upsert(id: string, payload: AdapterPayload): Promise<void> {
    this.#remove(id);
    if (this.#entries.size >= this.#capacity) this.#forgetOldest();
    this.#entries.set(id, payload);
    if (payload.uid) this.#idsByUid.set(payload.uid, id);
  }

  async consume(id: string): Promise<void> {
    const payload = this.#use(id);
    if (payload) payload.consumed = now();
  }

  async destroy(id: string): Promise<void> {
    this.#remove(id);
  }

  /** Looks through all, as it is rare: when a code is used for the second time. */
  async revokeByGrantId(grantId: string): Promise<void> {
    for (const [id, payload] of this.#entries) if (payload.grantId === grantId) this.#remove(id);
  }

  #use(id: string): AdapterPayload | undefined {
    const payload = this.#entries.get(id);
    if (!payload) return undefined;
    this.#entries.delete(id);
    if (payload.exp !== undefined && payload.exp <= now()) {
      this.#forgetUid(id, payload);
      return undefined;
    }
    this.#entries.set(id, payload);
    return payload;
  }

  #remove(id: string): void {
    const payload = this.#entries.get(id);
    if (!payload) return;
    this.#entries.delete(id);
    this.#forgetUid(id, payload);
  }

  #forgetUid(id: string, { uid }: AdapterPayload): void {
    if (uid && this.#idsByUid.get(uid) === id) this.#idsByUid.delete(uid);
  }

  #forgetOldest(): void {
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined) this.#remove(oldest);
  }
}

/** The clients, asked for at each request. */
export class ClientStore extends BoundedStore {
  readonly #find: (clientId: string) => ClientMetadata | undefined;

  constructor(find: (clientId: string) => ClientMetadata | undefined) {
    super();
    this.#find = find;
  }

  override async find(clientId: string): Promise<AdapterPayload | undefined> {
    return this.#find(clientId);
  }
}

function now(): number {
  return Math.floor(Date.now() / 1000);
}
