import { t } from "../language/language.ts";
import "./planning.css";
import { Outlet } from "@tanstack/react-router";
import { SectionLinks } from "../parts/section-links.tsx";

const sections = [
  { to: "/planning/proposals", name: t("Proposals") },
  { to: "/planning/locations", name: t("Forecasts") },
  { to: "/planning/slow-movers", name: t("Slow movers") },
  { to: "/planning/what-if", name: t("What if") },
] as const;

/** The ways between the pages of planning. */
export function PlanningFrame() {
  return (
    <>
      <SectionLinks label={t("Planning")} sections={sections} />
      <Outlet />
    </>
  );
}
