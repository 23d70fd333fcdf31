import { AjvCompiler } from "@fastify/ajv-compiler";
import type { FastifyServerOptions } from "fastify";

type Ajv = Record<string, unknown>;
type Schemas = Record<string, unknown>;
/** As Ajv makes it: what was wrong lies on the function. */
export interface Validator {
  (value: unknown): boolean;
  errors?: { instancePath: string; keyword: string; params: object; message?: string }[] | null;
}

/** Of the years 1970 to 9999 as UTC has them: others are no times of a plant, and leap seconds JavaScript can't tell. */
const lastMoment = Date.parse("9999-12-31T23:59:59.999Z");
const dateTime = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-](0\d|1[0-4]):[0-5]\d)$/;
function isMoment(text: string): boolean {
  if (!dateTime.test(text)) return false;
  const moment = Date.parse(text);
  // Date.parse takes the 31st of each month.
  const [year, month, day] = text.slice(0, 10).split("-").map(Number) as [number, number, number];
  return moment >= 0 && moment <= lastMoment && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}
/** A body may have hundreds of thousands of days, so no `Date` is made for each. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (year < 1970 || month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const strict: Ajv = { allErrors: true, coerceTypes: false, removeAdditional: false, useDefaults: false };
/** Texts of a query become numbers and booleans, and a single value a list of one. */
const converting: Ajv = { ...strict, coerceTypes: "array" };

interface Formats {
  addFormat(name: string, is: (text: string) => boolean): void;
}
const compile = AjvCompiler() as unknown as (
  schemas: Schemas,
  options: { customOptions: Ajv; onCreate(ajv: Formats): void },
) => (definition: { schema: unknown; httpPart?: string }) => Validator;

function build(schemas: Schemas, options: { customOptions: Ajv }) {
  return compile(schemas, {
    ...options,
    onCreate(ajv) {
      ajv.addFormat("date-time", isMoment);
      ajv.addFormat("date", isDay);
    },
  });
}

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
