import "./planning.css";
import { Outlet } from "@tanstack/react-router";
import { SectionLinks } from "../parts/section-links.tsx";

const sections = [
  { to: "/planning/proposals", name: "Proposals" },
  { to: "/planning/locations", name: "Forecasts" },
  { to: "/planning/what-if", name: "What if" },
] as const;

/** The ways between the pages of planning. */
export function PlanningFrame() {
  return (
    <>
      <SectionLinks label="Planning" sections={sections} />
      <Outlet />
    </>
  );
}
