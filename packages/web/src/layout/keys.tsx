import { useNavigate } from "@tanstack/react-router";
import { lazy, useEffect } from "react";
import type { Session } from "../api/client.ts";
import { isTyping } from "./is-typing.ts";
import { Later } from "./later.tsx";
import { linksFor } from "./main-links.tsx";

const KeyList = lazy(() => import("./key-list.tsx"));

/** After "g" the letter of a page is waited for so long. */
const waitMs = 1_500;

/** Keys that work on every page, and the list of them ("?"). */
export function Keys({
  isOpen,
  onToggle,
  session,
}: {
  isOpen: boolean;
  onToggle(isOpen: boolean): void;
  session: Session;
}) {
  const navigate = useNavigate();
  const links = linksFor(session);
  useEffect(() => {
    let goAt = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      // A dialog has the keyboard for itself.
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      if (event.key === "?") onToggle(true);
      else if (event.key === "g") goAt = Date.now();
      else if (Date.now() - goAt < waitMs) {
        goAt = 0;
        const link = linksFor(session).find(({ letter }) => letter === event.key);
        if (link) void navigate({ to: link.to });
      }
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [navigate, onToggle, session]);
  if (!isOpen) return null;
  return (
    <Later>
      <KeyList links={links} onClose={() => onToggle(false)} />
    </Later>
  );
}
