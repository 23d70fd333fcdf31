import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";
import { beforeAll, expect, test } from "vitest";
import { openApiDocument } from "./openapi.ts";
import type { OpenApiDocument } from "./openapi-document.ts";

let document: OpenApiDocument & { openapi: string };
beforeAll(async () => {
  document = (await openApiDocument("0.0.0")) as typeof document;
});

function* operations() {
  for (const [path, item] of Object.entries(document.paths ?? {}))
    for (const [method, operation] of Object.entries(item)) yield { where: `${method} ${path}`, operation };
}

test("every operation has an id of its own, a summary, a tag, and answers that are described", () => {
  const ids = new Set<string>();
  for (const { where, operation } of operations()) {
    const { operationId, summary, tags, responses } = operation as typeof operation & {
      summary?: string;
      tags?: string[];
    };
    expect([where, Boolean(summary), tags?.length]).toEqual([where, true, 1]);
    expect([where, ids.has(operationId!)]).toEqual([where, false]);
    ids.add(operationId!);
    for (const answer of Object.values(responses ?? {}))
      expect(answer.description).not.toBe("Default Response");
  }
  expect(ids.size).toBeGreaterThan(60);
});

test("every body, parameter and answer has an example that its schema allows", () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  // biome-ignore lint/suspicious/noExplicitAny: the package's types are those of another module system
  (addFormats as any)(ajv);
  ajv.addSchema({ $id: "refill", components: document.components });
  const check = (where: string, schema: object, example: unknown) => {
    const own = JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"refill#/components'));
    const isValid = ajv.validate(own, example);
    expect([where, example, isValid ? [] : ajv.errors]).toEqual([where, example, []]);
  };
  let checked = 0;
  for (const { where, operation } of operations()) {
    const media = [
      ...Object.entries(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses ?? {}).flatMap((answer) => Object.entries(answer.content ?? {})),
    ];
    for (const [type, { schema, example }] of media) {
      if (!/json$/.test(type)) continue;
      check(`${where} ${type}`, schema ?? {}, example);
      checked++;
    }
    for (const { name, schema, example } of operation.parameters ?? []) {
      check(`${where} ?${name}`, schema ?? {}, example);
      checked++;
    }
  }
  expect(checked).toBeGreaterThan(150);
});
