import { Link, type LinkProps } from "@tanstack/react-router";

/** The ways between the pages of one section; the present one is marked, whatever it was searched for. */
export function SectionLinks({
  label,
  sections,
}: {
  label: string;
  sections: readonly { to: NonNullable<LinkProps["to"]>; name: string }[];
}) {
  return (
    <nav className="section-links" aria-label={label}>
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
  );
}
