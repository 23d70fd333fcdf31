import "./planning.css";
import { Link, Outlet } from "@tanstack/react-router";

const sections = [
  { to: "/planning/proposals", name: "Proposals" },
  { to: "/planning/locations", name: "Forecasts" },
  { to: "/what-if", name: "What if" },
] as const;

/** The ways between the pages of planning. */
export function PlanningFrame() {
  return (
    <>
      <nav className="section-links" aria-label="Planning">
        {sections.map(({ to, name }) => (
          <Link
            key={to}
            to={to}
            preload="intent"
            className="section-link"
            activeProps={{ className: "active", "aria-current": "page" }}
            activeOptions={{ includeSearch: false }}
          >
            {name}
          </Link>
        ))}
      </nav>
      <Outlet />
    </>
  );
}
