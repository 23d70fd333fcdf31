/** On what labels were printed last, kept in this browser: a plant buys one kind of labels. */
export interface LabelChoice {
  template: string;
  showsReorderPoint: boolean;
}
const key = "refill.labels";

export function readChoice(): LabelChoice {
  const choice: LabelChoice = { template: "avery-l7160", showsReorderPoint: true };
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Record<keyof LabelChoice, unknown>>;
    if (typeof kept.template === "string") choice.template = kept.template;
    if (typeof kept.showsReorderPoint === "boolean") choice.showsReorderPoint = kept.showsReorderPoint;
  } catch {
    // Without storage it begins anew each time.
  }
  return choice;
}

export function writeChoice(choice: LabelChoice): void {
  try {
    localStorage.setItem(key, JSON.stringify(choice));
  } catch {
    // Without storage it is kept as long as the dialog is open.
  }
}
