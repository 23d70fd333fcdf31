import { AjvCompiler } from "@fastify/ajv-compiler";
import type { FastifyServerOptions } from "fastify";

type Ajv = Record<string, unknown>;
type Schemas = Record<string, unknown>;
/** As Ajv makes it: what was wrong lies on the function. */
export interface Validator {
  (value: unknown): boolean;
  errors?: { instancePath: string; keyword: string; params: object; message?: string }[] | null;
}

const strict: Ajv = { allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: false };
/** Texts of a query become numbers and booleans, and a single value a list of one. */
const converting: Ajv = { ...strict, coerceTypes: "array" };

const build = AjvCompiler() as unknown as (
  schemas: Schemas,
  options: { customOptions: Ajv },
) => (definition: { schema: unknown; httpPart?: string }) => Validator;

/**
 * Nothing of a body is converted or removed in silence: a wrong or unknown field is named. Query and path are texts, so
 * they are converted to what their schema says.
 */
export const schemaController: NonNullable<FastifyServerOptions["schemaController"]> = {
  compilersFactory: {
    buildValidator: ((schemas: Schemas) => {
      const [ofBody, ofAddress] = [
        build(schemas, { customOptions: strict }),
        build(schemas, { customOptions: converting }),
      ];
      return (definition: { schema: unknown; httpPart?: string }) =>
        definition.httpPart === "body" ? ofBody(definition) : ofAddress(definition);
    }) as never,
  },
};

/** A validator as those of bodies, for parts of one. */
export function strictValidator(schema: unknown): Validator {
  return build({}, { customOptions: strict })({ schema });
}
