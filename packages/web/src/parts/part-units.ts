import { t } from "../language/language.ts";

/** In which parts are mostly counted; people can use any other word. */
export const usualPartUnits = [
  t("pcs"),
  t("set"),
  t("pair"),
  t("pack"),
  t("box"),
  t("roll"),
  t("sheet"),
  t("bag"),
  "m",
  "kg",
  "l",
];
