import "./settings.css";
import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation } from "@tanstack/react-router";
import { sessionQuery } from "../api/queries.ts";
import { SectionLinks } from "../parts/section-links.tsx";
import { Empty, PageHead } from "../parts/small.tsx";

const sections = [
  { to: "/settings/members", name: "Members" },
  { to: "/settings/notifications", name: "Notifications" },
  { to: "/settings/sign-in", name: "Sign-in", isAdminsOnly: true },
  { to: "/settings/api-keys", name: "API keys" },
  { to: "/settings/webhooks", name: "Webhooks", isAdminsOnly: true },
  { to: "/settings/operator-access", name: "Operator access", isAdminsOnly: true },
  { to: "/settings/audit-trail", name: "Audit trail", isAdminsOnly: true },
  { to: "/settings/planning", name: "Planning" },
  { to: "/settings/account", name: "Storage account" },
] as const;

/** The ways between the settings; of those that the API shows to admins only, others see nothing. */
export function SettingsFrame() {
  const isAdmin = useQuery(sessionQuery).data?.role === "admin";
  const path = useLocation({ select: ({ pathname }) => pathname });
  const mine = sections.filter((section) => isAdmin || !("isAdminsOnly" in section));
  const hidden = sections.find(({ to }) => path.startsWith(to) && !mine.some((each) => each.to === to));
  return (
    <>
      <SectionLinks label="Settings" sections={mine} />
      {hidden ? (
        <>
          <PageHead title={hidden.name} />
          <Empty title="Only admins see this">Ask an admin of your account to make you one.</Empty>
        </>
      ) : (
        <Outlet />
      )}
    </>
  );
}
