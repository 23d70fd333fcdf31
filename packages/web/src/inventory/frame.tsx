import { Link, Outlet } from "@tanstack/react-router";

const sections = [
  { to: "/inventory/locations", name: "Storage locations" },
  { to: "/inventory/parts", name: "Parts" },
  { to: "/inventory/suppliers", name: "Suppliers" },
  { to: "/inventory/sites", name: "Sites" },
  { to: "/inventory/reservations", name: "Reservations" },
] as const;

/** What the plant consists of, each kind on its own page. */
export function InventoryFrame() {
  return (
    <>
      <nav className="section-links" aria-label="Inventory">
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
