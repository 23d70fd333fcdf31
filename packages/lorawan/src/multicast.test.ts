import { createCipheriv } from "node:crypto";
import { expect, test } from "vitest";
import type { DevAddr } from "./identifiers.ts";
import { importKey } from "./key.ts";
import { deriveMulticastKeys, multicastKeyEncryptionKey } from "./multicast.ts";

const aes = (key: string, block: string) =>
  createCipheriv("aes-128-ecb", Buffer.from(key, "hex"), null)
    .setAutoPadding(false)
    .update(Buffer.from(block, "hex"))
    .toString("hex");

test("a multicast group's keys are those of TS005, computed here a second time", () => {
  const mcKey = "000102030405060708090a0b0c0d0e0f";
  const keys = deriveMulticastKeys(importKey(mcKey), "11223344" as DevAddr);
  expect(keys.appSKey.bytes.toString("hex")).toBe(aes(mcKey, `0144332211${"00".repeat(11)}`));
  expect(keys.fNwkSIntKey.bytes.toString("hex")).toBe(aes(mcKey, `0244332211${"00".repeat(11)}`));
});

test("the key that a group's key travels under follows from the device's root key, by its version", () => {
  const root = "ffeeddccbbaa99887766554433221100";
  const expected = (first: string) => aes(aes(root, first + "00".repeat(15)), "00".repeat(16));
  expect(multicastKeyEncryptionKey(importKey(root), false).bytes.toString("hex")).toBe(expected("00"));
  expect(multicastKeyEncryptionKey(importKey(root), true).bytes.toString("hex")).toBe(expected("20"));
});
