/** Works one after another for each account, in the order in which they came. */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  take<T>(accountId: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(accountId) ?? Promise.resolve();
    const own = before.then(work, work);
    const settled = own.then(
      () => {},
      () => {},
    );
    this.#last.set(accountId, settled);
    settled.then(() => {
      if (this.#last.get(accountId) === settled) this.#last.delete(accountId);
    });
    return own;
  }
}
