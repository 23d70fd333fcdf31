/** A stream of pseudo-random numbers that a seed fixes. */
export interface Random {
  /** 0 (included) to 1 (excluded). */
  next(): number;
  /** Whole number, both ends included. */
  integer(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** Normal distribution (Box and Muller, 1958). */
  normal(mean: number, deviation: number): number;
  hex(bytes: number): string;
  uuid(): string;
  /** An independent stream, fixed by this seed and the name. */
  fork(name: string): Random;
}

/** Generator sfc32 (C. Doty-Humphrey, PractRand); seeded by FNV-1a over the text. */
export function random(seed: string): Random {
  let a = hash(`${seed}/a`);
  let b = hash(`${seed}/b`);
  let c = hash(`${seed}/c`);
  let counter = 1;
  const word = () => {
    const sum = (a + b + counter++) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let round = 0; round < 15; round++) word();
  const self: Random = {
    next: () => word() / 0x1_0000_0000,
    integer: (from, to) => from + Math.floor(self.next() * (to - from + 1)),
    chance: (probability) => self.next() < probability,
    pick: (items) => items[Math.floor(self.next() * items.length)]!,
    normal: (mean, deviation) =>
      mean + deviation * Math.sqrt(-2 * Math.log(1 - self.next())) * Math.cos(2 * Math.PI * self.next()),
    hex: (bytes) =>
      Array.from({ length: bytes }, () => (word() & 0xff).toString(16).padStart(2, "0")).join(""),
    uuid() {
      const text = self.hex(16);
      const variant = "89ab"[word() & 3];
      return `${text.slice(0, 8)}-${text.slice(8, 12)}-4${text.slice(13, 16)}-${variant}${text.slice(17, 20)}-${text.slice(20)}`;
    },
    fork: (name) => random(`${seed}/${name}`),
  };
  return self;
}

function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value | 0;
}
