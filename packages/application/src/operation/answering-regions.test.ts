import { expect, test } from "vitest";
import { answeringRegions } from "./answering-regions.ts";

test("a region that is away hides no other one; when none answers, that is told", async () => {
  const ask = async (region: string) => {
    if (region === "US") throw new Error("US is away");
    return [`${region} 1`, `${region} 2`];
  };
  expect(await answeringRegions(["EU", "US", "AP"], ask)).toEqual(["EU 1", "EU 2", "AP 1", "AP 2"]);
  await expect(answeringRegions(["US"], ask)).rejects.toThrow("US is away");
  expect(await answeringRegions([], ask)).toEqual([]);
});
