import { arePositive } from "./positive.ts";

export interface KanbanLoop {
  /** Pieces in a unit of time. */
  demandRate: number;
  /** From the card that goes out to the full container at its place, in the same unit of time. */
  leadTime: number;
  /** More than the lead time's demand, as a share of it, ≥ 0. */
  safetyShare: number;
  piecesPerCard: number;
}

/**
 * Number of cards of a kanban loop: the demand of the lead time with its safety, in whole containers; at least one.
 * null: a figure is below 0, or a container holds nothing.
 *
 * Source: Monden (2012), Toyota Production System, 4th ed.: D·L·(1 + α) ÷ C.
 */
export function kanbanCards({ demandRate, leadTime, safetyShare, piecesPerCard }: KanbanLoop): number | null {
  if (!arePositive(piecesPerCard) || !(demandRate >= 0) || !(leadTime >= 0) || !(safetyShare >= 0))
    return null;
  const pieces = demandRate * leadTime * (1 + safetyShare);
  if (!Number.isFinite(pieces)) return null;
  // The last digit of a product (3 × 1.1 is a little more than 3.3) is no card.
  return Math.max(1, Math.ceil(pieces / piecesPerCard - 1e-9));
}
