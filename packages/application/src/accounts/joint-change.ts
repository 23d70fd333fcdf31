import type { AccountChange } from "./account-change.ts";
import type { Turns } from "./turns.ts";
import type { WorkingSet } from "./working-set.ts";

/**
 * The changes that one request makes of an account, held back until its answer is known, so that both are committed
 * together. From the first change to the end it is this request's turn.
 */
export class JointChange {
  readonly accountId: string;
  change: AccountChange | undefined;
  isOver = false;
  #turn: Promise<void> | undefined;
  #release: () => void = () => {};

  constructor(accountId: string) {
    this.accountId = accountId;
  }

  /** Resolves when it is this request's turn. */
  takeTurn(turns: Turns): Promise<void> {
    this.#turn ??= new Promise((taken) => {
      void turns.take(
        this.accountId,
        () =>
          new Promise<void>((release) => {
            this.#release = release;
            taken();
          }),
      );
    });
    return this.#turn;
  }

  /** The account as this request sees it; undefined while it changed nothing. */
  read(): WorkingSet | undefined {
    return this.change?.base.with(this.change.overlay);
  }

  end(): void {
    this.isOver = true;
    this.#release();
  }
}
