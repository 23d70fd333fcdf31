import { Modal } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useEffect } from "react";
import type { Session } from "../api/client.ts";
import { t } from "../language/language.ts";
import { linksFor } from "./main-links.tsx";
import { isTyping } from "./top-bar.tsx";

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
  const links = linksFor(session).filter(({ letter }) => letter !== undefined);
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
  return (
    <Modal opened={isOpen} onClose={() => onToggle(false)} title={t("Keyboard shortcuts")} centered>
      <dl className="key-list">
        <div>
          <dt>
            <kbd>{t("Ctrl")}</kbd> <kbd>K</kbd> {t("or")} <kbd>/</kbd>
          </dt>
          <dd>{t("Search or jump to anything")}</dd>
        </div>
        {links.map(({ to, name, letter }) => (
          <div key={to}>
            <dt>
              <kbd>g</kbd> <kbd>{letter}</kbd>
            </dt>
            <dd>{name}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t("This list")}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("Close what is open")}</dd>
        </div>
      </dl>
    </Modal>
  );
}
