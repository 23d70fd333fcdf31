import { IconBell } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { lazy, useRef, useState } from "react";
import { learn, t } from "../language/language.ts";
import { newestQuery } from "../notifications/queries.ts";
import { pieces } from "../words.ts";
import { Later } from "./later.tsx";

const loadPanel = async () => {
  await learn("notifications");
  return { default: (await import("../notifications/panel.tsx")).NotificationPanel };
};
const Panel = lazy(loadPanel);
/** More are no number that anybody reads. */
const mostCounted = 99;

/** How much is new, and the newest of it. */
export function Bell() {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const unread = useQuery(newestQuery).data?.unread ?? 0;
  return (
    <div className="bell-place">
      <button
        ref={button}
        type="button"
        className="bell"
        aria-expanded={isOpen}
        aria-label={t(
          "{count, plural, =0 {Notifications} one {Notifications: # new} other {Notifications: # new}}",
          { count: unread },
        )}
        onClick={() => setOpen((open) => !open)}
        onPointerEnter={() => void loadPanel().catch(() => undefined)}
      >
        <IconBell size={20} stroke={1.8} aria-hidden />
        {unread > 0 && (
          <span className="bell-count" aria-hidden>
            {unread > mostCounted ? `${mostCounted}+` : pieces(unread)}
          </span>
        )}
      </button>
      {isOpen && (
        <Later>
          <Panel
            button={button}
            onClose={(returnsFocus) => {
              setOpen(false);
              if (returnsFocus) button.current?.focus();
            }}
          />
        </Later>
      )}
    </div>
  );
}
