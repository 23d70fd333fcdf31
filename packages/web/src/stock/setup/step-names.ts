/** The questions of the set-up, in their order. */
export const steps = [
  "part",
  "supplier",
  "place",
  "sensor",
  "geometry",
  "calibration",
  "policy",
  "label",
] as const;
export type StepName = (typeof steps)[number];

export function isStep(name: unknown): name is StepName {
  return steps.some((step) => step === name);
}
