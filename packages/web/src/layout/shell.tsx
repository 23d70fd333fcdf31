import { useQuery } from "@tanstack/react-query";
import { Navigate, Outlet, useLocation } from "@tanstack/react-router";
import { lazy, useEffect, useState } from "react";
import { ApiProblem, type Session } from "../api/client.ts";
import { useLive } from "../api/live.ts";
import { sessionQuery } from "../api/queries.ts";
import { learn, t } from "../language/language.ts";
import { adopt } from "../language/person.ts";
import { Failed, Loading, Time } from "../parts/small.tsx";
import { Brand } from "./brand.tsx";
import { Confirmation } from "./confirmation.tsx";
import { ConnectionNotice } from "./connection-notice.tsx";
import { Keys } from "./keys.tsx";
import { Later } from "./later.tsx";
import { MainLinks, PhoneLinks } from "./main-links.tsx";
import { TopBar } from "./top-bar.tsx";

const SignIn = lazy(async () => {
  await learn("people");
  return { default: (await import("../people/sign-in.tsx")).SignIn };
});

/** The frame around every page for people of the customer. */
export function Shell() {
  const session = useQuery(sessionQuery);
  const isConnected = useLive(session.isSuccess);
  const member = session.data?.member;
  useEffect(() => {
    if (member) adopt(member);
  }, [member]);
  if (session.isPending)
    return (
      <div className="page">
        <Loading />
      </div>
    );
  if (session.error instanceof ApiProblem && session.error.status === 401)
    return (
      <Later fallback={<Loading />}>
        <SignIn returnTo={`${location.pathname}${location.search}`} />
      </Later>
    );
  if (session.error && !session.data)
    return (
      <div className="page">
        <Failed error={session.error} onAgain={() => session.refetch()} />
      </div>
    );
  return <Frame session={session.data} isConnected={isConnected} />;
}

function Frame({ session, isConnected }: { session: Session; isConnected: boolean }) {
  const path = useLocation({ select: ({ pathname }) => pathname });
  const [areKeysShown, showKeys] = useState(false);
  // A wall screen has nothing around it.
  if (path.endsWith("/wall"))
    return (
      <main>
        <Outlet />
        <ConnectionNotice isConnected={isConnected} />
      </main>
    );
  if (session.kind === "operator" && path === "/") return <Navigate to="/operate" replace />;
  return (
    <div className="shell">
      <a className="skip-link" href="#content">
        {t("Skip to the content")}
      </a>
      <aside className="rail">
        <Brand />
        <nav aria-label={t("Main")}>
          <MainLinks session={session} />
        </nav>
      </aside>
      <div className="shell-body">
        <TopBar session={session} onKeys={() => showKeys(true)} />
        <main className="page" id="content" tabIndex={-1}>
          {session.kind === "visitor" && <VisitNotice session={session} />}
          <Outlet />
        </main>
      </div>
      <nav className="bottom-bar" aria-label={t("Main, phone")}>
        <PhoneLinks session={session} />
      </nav>
      <Confirmation />
      <Keys isOpen={areKeysShown} onToggle={showKeys} session={session} />
      <ConnectionNotice isConnected={isConnected} />
    </div>
  );
}

/** An operator who was let in sees that, and until when. */
function VisitNotice({ session }: { session: Session }) {
  return (
    <div className="visit-notice" role="status">
      {t(
        "You look into {customer} as an operator: you change nothing, and the customer sees it. Ends {time}.",
        { customer: session.customer.name, time: <Time iso={session.visitUntil} /> },
      )}
    </div>
  );
}
