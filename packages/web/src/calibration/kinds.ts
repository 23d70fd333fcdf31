import type { Paths } from "@refill/client";
import type { Location } from "../api/client.ts";
import { t } from "../language/language.ts";

export type FitInput =
  Paths["/api/v1/locations/{id}/calibration/fit"]["post"]["requestBody"]["content"]["application/json"];
/** What is known of a location before it is measured. */
export type Draft = FitInput["draft"];
export type Geometry = Location["geometry"];

/** As its settings have it; null: nothing is measured that could be calibrated. */
export function draftOf(geometry: Geometry): Draft | null {
  switch (geometry.kind) {
    case "containers": {
      const { kind, capacityContainers, piecesPerContainer } = geometry;
      return { kind, capacityContainers, piecesPerContainer };
    }
    case "fill-height":
    case "weight":
      return { kind: geometry.kind, capacityPieces: geometry.capacityPieces };
    case "presence": {
      const { kind, positions, piecesPerPosition, presentBelowMm } = geometry;
      // Contacts and light barriers tell by themselves whether something is there.
      return presentBelowMm === undefined ? null : { kind, positions, piecesPerPosition };
    }
    case "button":
      return null;
  }
}

/** Most pieces that can be counted at a step: of places, that of one. */
export function mostAt(draft: Draft): number {
  switch (draft.kind) {
    case "containers":
      return draft.capacityContainers * draft.piecesPerContainer;
    case "presence":
      return draft.piecesPerPosition;
    default:
      return draft.capacityPieces;
  }
}

export interface Stage {
  title: string;
  advice: string;
  /** What is suggested; the person may have counted another amount. */
  pieces: number;
  isFixed: boolean;
}

/** What to do next, after so many amounts. */
export function stageOf(draft: Draft, done: readonly number[]): Stage {
  const most = mostAt(draft);
  const has = (pieces: number) => done.includes(pieces);
  if (!has(0))
    return {
      title: draft.kind === "presence" ? t("Free") : t("Empty"),
      advice:
        draft.kind === "presence"
          ? t("Clear the place that the sensor watches.")
          : draft.kind === "weight"
            ? t("Take everything off the scales but what always stays there, such as the empty bin.")
            : t("Take everything out, so that the sensor sees the end of the lane or the ground."),
      pieces: 0,
      isFixed: true,
    };
  if (draft.kind === "presence")
    return {
      title: t("Taken"),
      advice: t("Put a full container on the place, as it usually stands."),
      pieces: most,
      isFixed: true,
    };
  if (done.length === 1)
    return draft.kind === "containers"
      ? {
          title: t("One container"),
          advice: t("Put one full container where the first one always stands."),
          pieces: draft.piecesPerContainer,
          isFixed: false,
        }
      : {
          title: t("A known amount"),
          advice:
            draft.kind === "weight"
              ? t("Put in pieces that you have counted: the more, the better.")
              : t(
                  "Put in pieces that you have counted, and level them: a quarter up to a half of what fits in.",
                ),
          pieces: Math.max(1, Math.round(most / 4)),
          isFixed: false,
        };
  return {
    title: has(most) ? t("Another amount") : t("Full"),
    advice: has(most)
      ? t("Any other amount that you have counted makes it surer.")
      : t("Fill it up; or put in any other amount that you have counted."),
    pieces: has(most) ? Number.NaN : most,
    isFixed: false,
  };
}

/** How many amounts are enough to see how good it is. */
export function enoughPoints(draft: Draft): number {
  return draft.kind === "presence" ? 2 : 3;
}

export function unitOf(draft: Draft): "mm" | "g" {
  return draft.kind === "weight" ? "g" : "mm";
}
