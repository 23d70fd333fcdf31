import "./inventory.css";
import { Outlet } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { SectionLinks } from "../parts/section-links.tsx";

const sections = [
  { to: "/inventory/locations", name: t("Storage locations") },
  { to: "/inventory/parts", name: t("Parts") },
  { to: "/inventory/suppliers", name: t("Suppliers") },
  { to: "/inventory/sites", name: t("Sites") },
  { to: "/inventory/reservations", name: t("Reservations") },
] as const;

/** What the plant consists of, each kind on its own page. */
export function InventoryFrame() {
  return (
    <>
      <SectionLinks label={t("Inventory")} sections={sections} />
      <Outlet />
    </>
  );
}
