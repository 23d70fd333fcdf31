import type { Region } from "./region.ts";
import { AS923, AS923_2, AS923_3, AS923_4 } from "./regions/as923.ts";
import { AU915 } from "./regions/au915.ts";
import { CN470_20A, CN470_20B, CN470_26A, CN470_26B } from "./regions/cn470.ts";
import { EU868 } from "./regions/eu868.ts";
import { IN865 } from "./regions/in865.ts";
import { ISM2400 } from "./regions/ism2400.ts";
import { KR920 } from "./regions/kr920.ts";
import { RU864 } from "./regions/ru864.ts";
import { US915 } from "./regions/us915.ts";

/** Every region by its short name. */
export const regions = {
  EU868,
  US915,
  AU915,
  AS923,
  "AS923-2": AS923_2,
  "AS923-3": AS923_3,
  "AS923-4": AS923_4,
  IN865,
  KR920,
  "CN470-20A": CN470_20A,
  "CN470-20B": CN470_20B,
  "CN470-26A": CN470_26A,
  "CN470-26B": CN470_26B,
  RU864,
  ISM2400,
} satisfies Record<string, Region>;
export type RegionName = keyof typeof regions;
export const regionNames = Object.keys(regions) as RegionName[];
