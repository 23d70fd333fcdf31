import { crc32, deflateSync } from "node:zlib";

/** A drawing in a few colours, in metres from its upper left corner; becomes a PNG. Colours are positions in its palette. */
export class Drawing {
  readonly #width: number;
  readonly #height: number;
  readonly #scale: number;
  readonly #pixels: Uint8Array;

  constructor(widthMetres: number, heightMetres: number, pixelsPerMetre: number) {
    this.#scale = pixelsPerMetre;
    this.#width = Math.max(1, Math.round(widthMetres * pixelsPerMetre));
    this.#height = Math.max(1, Math.round(heightMetres * pixelsPerMetre));
    this.#pixels = new Uint8Array(this.#width * this.#height);
  }

  fill(x: number, y: number, width: number, height: number, colour: number): void {
    const [left, right] = [this.#at(x, this.#width), this.#at(x + width, this.#width)];
    const bottom = this.#at(y + height, this.#height);
    for (let row = this.#at(y, this.#height); row < bottom; row++)
      this.#pixels.fill(colour, row * this.#width + left, row * this.#width + right);
  }

  /** The line lies inside of the rectangle. */
  outline(x: number, y: number, width: number, height: number, line: number, colour: number): void {
    this.fill(x, y, width, line, colour);
    this.fill(x, y + height - line, width, line, colour);
    this.fill(x, y, line, height, colour);
    this.fill(x + width - line, y, line, height, colour);
  }

  box(
    x: number,
    y: number,
    width: number,
    height: number,
    line: number,
    inside: number,
    around: number,
  ): void {
    this.fill(x, y, width, height, inside);
    this.outline(x, y, width, height, line, around);
  }

  /** Lines across the longer side, one each `step` metres. */
  hatch(x: number, y: number, width: number, height: number, step: number, colour: number): void {
    const line = 1.5 / this.#scale;
    const isWide = width >= height;
    for (let at = step; at < (isWide ? width : height); at += step)
      if (isWide) this.fill(x + at, y, line, height, colour);
      else this.fill(x, y + at, width, line, colour);
  }

  /** A quarter of a circle, clockwise from `from` (radians, 0: to the right), one and a half pixels broad. */
  arc(x: number, y: number, radius: number, from: number, colour: number): void {
    const steps = Math.ceil(radius * this.#scale * 3);
    for (let step = 0; step <= steps; step++) {
      const angle = from + (step / steps) * (Math.PI / 2);
      const size = 1.5 / this.#scale;
      this.fill(x + radius * Math.cos(angle), y + radius * Math.sin(angle), size, size, colour);
    }
  }

  /** Portable Network Graphics with a palette (W3C, third edition, 11.2); `palette`: RGB in hexadecimal. */
  png(palette: readonly string[]): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.#width, 0);
    header.writeUInt32BE(this.#height, 4);
    // 8 bits a pixel, colours by palette.
    header.set([8, 3, 0, 0, 0], 8);
    const rows = Buffer.alloc((this.#width + 1) * this.#height);
    for (let row = 0; row < this.#height; row++)
      rows.set(
        this.#pixels.subarray(row * this.#width, (row + 1) * this.#width),
        row * (this.#width + 1) + 1,
      );
    return Buffer.concat([
      Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from(palette.join(""), "hex")),
      chunk("IDAT", deflateSync(rows, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }

  #at(metres: number, most: number): number {
    return Math.min(most, Math.max(0, Math.round(metres * this.#scale)));
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const made = Buffer.alloc(body.length + 8);
  made.writeUInt32BE(data.length, 0);
  body.copy(made, 4);
  made.writeUInt32BE(crc32(body), body.length + 4);
  return made;
}
