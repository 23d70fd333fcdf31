import { Outlet } from "@tanstack/react-router";
import { SectionLinks } from "../parts/section-links.tsx";

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
      <SectionLinks label="Inventory" sections={sections} />
      <Outlet />
    </>
  );
}
