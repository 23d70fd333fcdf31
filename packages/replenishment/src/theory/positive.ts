/** Whether all are numbers above 0, and finite: what a formula that divides by them can use. */
export function arePositive(...figures: readonly number[]): boolean {
  return figures.every((figure) => figure > 0 && Number.isFinite(figure));
}
