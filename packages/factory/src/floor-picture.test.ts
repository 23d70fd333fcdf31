import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { planDemonstration } from "./plan.ts";

test("each hall has a floor plan of its own size, small enough to be sent along", () => {
  const { plan, floorPlans } = planDemonstration({ seed: "drawn", locations: 120 });
  expect([...floorPlans.keys()]).toEqual(plan.sites.map(({ id }) => id));
  for (const { png, widthMetres } of floorPlans.values()) {
    expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    expect(width).toBe(Math.round(widthMetres * 24));
    // A filter byte and one byte a pixel, in each row.
    const data = png.indexOf("IDAT") + 4;
    const length = png.readUInt32BE(data - 8);
    expect(inflateSync(png.subarray(data, data + length)).length).toBe((width + 1) * height);
    expect(png.length).toBeLessThan(20_000);
  }
});
