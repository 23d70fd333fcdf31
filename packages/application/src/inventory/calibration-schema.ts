import { type Static, Type } from "typebox";
import { closed, List, Pieces, Time } from "../api/schemas.ts";
import { Geometry } from "./location-schema.ts";

export const CalibrationInput = Type.Object({ geometry: Geometry }, closed);

const draft = <K extends string, T extends Type.TProperties>(kind: K, fields: T) =>
  Type.Object({ kind: Type.Literal(kind), ...fields }, closed);
const Positions = Type.Integer({ minimum: 1, maximum: 16 });
export const CalibrationPointsInput = Type.Object(
  {
    draft: Type.Union(
      [
        draft("containers", { capacityContainers: Pieces(1), piecesPerContainer: Pieces(1) }),
        draft("fill-height", { capacityPieces: Pieces(1) }),
        draft("weight", { capacityPieces: Pieces(1) }),
        draft("presence", { positions: Positions, piecesPerPosition: Pieces(1) }),
      ],
      { description: "What is known of the location before" },
    ),
    points: List(
      Type.Union([
        Type.Object(
          { pieces: Pieces(), from: Time, to: Time },
          { ...closed, description: "So many pieces lay there in this time" },
        ),
        Type.Object(
          { pieces: Pieces(), readings: List(Type.Number(), { minItems: 1, maxItems: 200 }) },
          { ...closed, description: "So many pieces, and what was measured: mm, or grams of all scales" },
        ),
      ]),
      { minItems: 1, maxItems: 50 },
    ),
  },
  closed,
);
export type CalibrationPoints = Static<typeof CalibrationPointsInput>;

export const CalibrationFit = Type.Object(
  {
    geometry: Geometry,
    fit: Type.Object({
      points: Type.Array(
        Type.Object({
          pieces: Type.Integer(),
          measured: Type.Number({ description: "mm or grams: mean of the readings that agree" }),
          noise: Type.Number({ description: "Their standard deviation" }),
          used: Type.Integer(),
          dropped: Type.Integer({ description: "Readings that disagree with the others" }),
          expected: Type.Number({ description: "What the geometry makes of the pieces" }),
          residual: Type.Number({ description: "Measured less expected" }),
          residualPieces: Type.Number(),
        }),
      ),
      verdict: Type.Enum(["good", "usable", "poor"], { type: "string" }),
      reason: Type.String(),
    }),
  },
  { $id: "CalibrationFit" },
);
