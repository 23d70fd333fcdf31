import { ActionIcon, Tooltip, useMantineColorScheme } from "@mantine/core";
import {
  IconAntenna,
  IconBuildingWarehouse,
  IconDeviceDesktop,
  IconLogout,
  IconMail,
  IconMoon,
  IconRadar2,
  IconSettings,
  IconSun,
  IconTruckDelivery,
} from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import { ApiProblem, client, type Session, unwrap } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { sessionQuery } from "../api/queries.ts";
import { SignInPage } from "../pages/sign-in.tsx";
import { Failed, Loading } from "../parts/small.tsx";

/** The frame around every page for people of the customer. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const isConnected = useLive(session.isSuccess);
  if (session.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (session.error instanceof ApiProblem && session.error.status === 401) return <SignInPage />;
  if (session.error && !session.data)
    return (
      <div className="page">
        <Failed error={session.error} onAgain={() => session.refetch()} />
      </div>
    );
  const { data } = session;
  return (
    <div className="shell">
      <aside className="rail">
        <Brand />
        <nav aria-label="Main">
          <Links demonstration={data.demonstration} />
        </nav>
        <Foot session={data} />
      </aside>
      <header className="phone-head">
        <strong>{data.customer.name}</strong>
        <SessionActions />
      </header>
      <main className="page">
        <Outlet />
      </main>
      <nav className="bottom-bar" aria-label="Main, phone">
        <Links demonstration={data.demonstration} />
      </nav>
      {!isConnected && (
        <div className="notice" role="status">
          Connection lost. Levels may be older; trying again …
        </div>
      )}
    </div>
  );
}

function Brand() {
  return (
    <div className="brand">
      <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true">
        <rect x="1" y="1" width="30" height="30" rx="7" fill="none" stroke="#e9f2ef" strokeWidth="2" />
        <path d="M7 17h18v8H7z" fill="#fc731c" />
        <path d="M7 9h18" stroke="#e9f2ef" strokeWidth="2.5" strokeDasharray="3.4 2.6" />
      </svg>
      Refill
    </div>
  );
}

const links = [
  { to: "/", name: "Overview", Icon: IconBuildingWarehouse },
  { to: "/orders", name: "Orders", Icon: IconTruckDelivery },
  { to: "/devices", name: "Devices", Icon: IconRadar2 },
  { to: "/gateways", name: "Gateways", Icon: IconAntenna },
  { to: "/mailbox", name: "Mailbox", Icon: IconMail },
  { to: "/settings", name: "Settings", Icon: IconSettings },
] as const;

function Links({ demonstration }: { demonstration: boolean }) {
  return links
    .filter(({ to }) => demonstration || to !== "/mailbox")
    .map(({ to, name, Icon }) => (
      <Link
        key={to}
        to={to}
        className="rail-link"
        activeProps={{ className: "active", "aria-current": "page" }}
        activeOptions={{ exact: to === "/" }}
      >
        <Icon size={20} stroke={1.7} aria-hidden />
        {name}
      </Link>
    ));
}

const schemes = [
  { value: "auto", name: "as the system", Icon: IconDeviceDesktop },
  { value: "light", name: "light", Icon: IconSun },
  { value: "dark", name: "dark", Icon: IconMoon },
] as const;

/** Light, dark, or as the system has it. */
export function SchemeSwitch() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const at = schemes.findIndex(({ value }) => value === colorScheme);
  const { name, Icon } = schemes[at]!;
  const next = schemes[(at + 1) % schemes.length]!;
  return (
    <Tooltip label={`Colours: ${name}`}>
      <ActionIcon
        variant="subtle"
        color="gray.4"
        aria-label={`Colours: ${name}. Switch to ${next.name}`}
        onClick={() => setColorScheme(next.value)}
      >
        <Icon size={18} stroke={1.7} />
      </ActionIcon>
    </Tooltip>
  );
}

function SessionActions() {
  const queries = useQueryClient();
  const end = async () => {
    await unwrap(client.POST("/api/v1/session/end"));
    queries.clear();
    location.assign("/");
  };
  return (
    <div style={{ display: "flex", gap: 4 }}>
      <SchemeSwitch />
      <Tooltip label="End session">
        <ActionIcon variant="subtle" color="gray.4" aria-label="End session" onClick={end}>
          <IconLogout size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Foot({ session }: { session: Session }) {
  return (
    <div className="rail-foot">
      <strong style={{ color: "#fff" }}>{session.customer.name}</strong>
      <div style={{ marginBottom: 8 }}>
        Region {session.customer.region} · {session.member?.name ?? "API key"}
      </div>
      <SessionActions />
    </div>
  );
}
