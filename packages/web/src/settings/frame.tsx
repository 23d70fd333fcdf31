import "./settings.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { SectionLinks } from "../parts/section-links.tsx";
import { Empty, PageHead } from "../parts/small.tsx";

const sections = [
  { to: "/settings/members", name: t("Members") },
  { to: "/settings/notifications", name: t("Notifications") },
  { to: "/settings/sign-in", name: t("Sign-in"), isAdminsOnly: true },
  { to: "/settings/api-keys", name: t("API keys") },
  { to: "/settings/webhooks", name: t("Webhooks"), isAdminsOnly: true },
  { to: "/settings/operator-access", name: t("Operator access"), isAdminsOnly: true },
  { to: "/settings/audit-trail", name: t("Audit trail"), isAdminsOnly: true },
  { to: "/settings/planning", name: t("Planning") },
  { to: "/settings/units", name: t("Units") },
  { to: "/settings/imports", name: t("Import") },
  { to: "/settings/account", name: t("Storage account") },
] as const;

/** The ways between the settings; of those that the API shows to admins only, others see nothing. */
export function SettingsFrame() {
  const isAdmin = useQuery(sessionQuery).data?.role === "admin";
  const path = useLocation({ select: ({ pathname }) => pathname });
  const mine = sections.filter((section) => isAdmin || !("isAdminsOnly" in section));
  const hidden = sections.find(({ to }) => path.startsWith(to) && !mine.some((each) => each.to === to));
  return (
    <>
      <SectionLinks label={t("Settings")} sections={mine} />
      {hidden ? (
        <>
          <PageHead title={hidden.name} />
          <Empty title={t("Only admins see this")}>
            {t("Ask an admin of your account to make you one.")}
          </Empty>
        </>
      ) : (
        <Outlet />
      )}
    </>
  );
}
