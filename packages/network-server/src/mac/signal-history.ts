/** What is remembered of an uplink for data rate control. */
export interface SignalSample {
  /** Uplink counter. */
  readonly fCnt: number;
  /** Of the best copy. */
  readonly snrDb: number;
  readonly gateways: number;
  readonly txPower: number;
}

/** Semtech's algorithm looks at twenty. */
const mostSamples = 20;
const fieldCount = 4;
const field = { fCnt: 0, snrDb: 1, gateways: 2, txPower: 3 } as const;

/**
 * The signals of a session's latest uplinks. They lie as bare numbers in one array that is written in place: every frame
 * changes one, and objects for them, of all devices, would be most of what the garbage collector has to look at.
 */
export class SignalHistory {
  /** A ring once it is full. */
  readonly #values: number[] = [];
  #oldest = 0;

  static of(samples: readonly SignalSample[]): SignalHistory {
    const history = new SignalHistory();
    for (const sample of samples) history.add(sample);
    return history;
  }

  get length(): number {
    return this.#values.length / fieldCount;
  }

  get isFull(): boolean {
    return this.length === mostSamples;
  }

  /** Counter of the latest uplink in it. */
  get lastUp(): number | undefined {
    return this.length === 0 ? undefined : this.#at(this.length - 1, "fCnt");
  }

  add({ fCnt, snrDb, gateways, txPower }: SignalSample): void {
    if (!this.isFull) {
      this.#values.push(fCnt, snrDb, gateways, txPower);
      return;
    }
    const at = this.#oldest * fieldCount;
    this.#values[at + field.fCnt] = fCnt;
    this.#values[at + field.snrDb] = snrDb;
    this.#values[at + field.gateways] = gateways;
    this.#values[at + field.txPower] = txPower;
    this.#oldest = (this.#oldest + 1) % mostSamples;
  }

  /** Frames that were heard and are not in it: the counters go up by so many, and there is no gap. */
  skip(frames: number): void {
    for (let at = field.fCnt; at < this.#values.length; at += fieldCount) this.#values[at]! += frames;
  }

  /** The best signal that was sent with this power; of all, when none was. Undefined: it is empty. */
  bestSnrDb(txPower: number): number | undefined {
    let ofThisPower: number | undefined;
    let ofAll: number | undefined;
    for (let index = 0; index < this.length; index++) {
      const snrDb = this.#at(index, "snrDb");
      ofAll = Math.max(ofAll ?? snrDb, snrDb);
      if (this.#at(index, "txPower") === txPower) ofThisPower = Math.max(ofThisPower ?? snrDb, snrDb);
    }
    return ofThisPower ?? ofAll;
  }

  /** Share of frames that are missing between the first and the last remembered one. */
  lossShare(): number {
    if (this.length === 0) return 0;
    const sent = this.#at(this.length - 1, "fCnt") - this.#at(0, "fCnt") + 1;
    return sent <= 1 ? 0 : Math.max(0, 1 - this.length / sent);
  }

  /** The oldest first. */
  samples(): SignalSample[] {
    return Array.from({ length: this.length }, (_, index) => ({
      fCnt: this.#at(index, "fCnt"),
      snrDb: this.#at(index, "snrDb"),
      gateways: this.#at(index, "gateways"),
      txPower: this.#at(index, "txPower"),
    }));
  }

  /** `index`: 0 is the oldest. */
  #at(index: number, name: keyof typeof field): number {
    return this.#values[((this.#oldest + index) % mostSamples) * fieldCount + field[name]]!;
  }
}
