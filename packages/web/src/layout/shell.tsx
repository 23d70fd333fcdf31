import { ActionIcon, Tooltip } from "@mantine/core";
import { IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, Navigate, Outlet } from "@tanstack/react-router";
import { ApiProblem, client, type Session, unwrap } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { sessionQuery } from "../api/queries.ts";
import { Failed, Loading, Time } from "../parts/small.tsx";
import { SignIn } from "../people/sign-in.tsx";
import { ConfirmationDialog } from "./confirmation-dialog.tsx";
import { MainLinks, PhoneLinks } from "./main-links.tsx";
import { SchemeSwitch } from "./scheme-switch.tsx";

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
  if (session.error instanceof ApiProblem && session.error.status === 401)
    return <SignIn returnTo={`${location.pathname}${location.search}`} />;
  if (session.error && !session.data)
    return (
      <div className="page">
        <Failed error={session.error} onAgain={() => session.refetch()} />
      </div>
    );
  const { data } = session;
  if (data.kind === "operator" && location.pathname === "/") return <Navigate to="/operate" replace />;
  return (
    <div className="shell">
      <aside className="rail">
        <Brand />
        <nav aria-label="Main">
          <MainLinks session={data} />
        </nav>
        <Foot session={data} />
      </aside>
      <header className="phone-head">
        <strong>{data.customer.name}</strong>
        <SessionActions />
      </header>
      <main className="page">
        {data.kind === "visitor" && <VisitNotice session={data} />}
        <Outlet />
      </main>
      <nav className="bottom-bar" aria-label="Main, phone">
        <PhoneLinks session={data} />
      </nav>
      <ConfirmationDialog />
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

/** An operator who was let in sees that, and until when. */
function VisitNotice({ session }: { session: Session }) {
  return (
    <div className="visit-notice" role="status">
      You look into {session.customer.name} as an operator: you change nothing, and the customer sees it. Ends{" "}
      <Time iso={session.visitUntil} />.
    </div>
  );
}

function SessionActions() {
  const queries = useQueryClient();
  const end = async () => {
    const { url } = await unwrap(client.POST("/api/v1/session/end"));
    queries.clear();
    location.assign(url ?? "/");
  };
  return (
    <div style={{ display: "flex", gap: 4 }}>
      <SchemeSwitch />
      <Tooltip label="My profile">
        <ActionIcon variant="subtle" color="gray.5" aria-label="My profile" component={Link} to="/profile">
          <IconUserCircle size={18} stroke={1.7} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Sign out">
        <ActionIcon variant="subtle" color="gray.5" aria-label="Sign out" onClick={end}>
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
