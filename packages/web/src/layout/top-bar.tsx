import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconQrcode, IconSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { lazy, useEffect, useState } from "react";
import type { Session } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Bell } from "./bell.tsx";
import { Brand } from "./brand.tsx";
import { isTyping } from "./is-typing.ts";
import { Later } from "./later.tsx";
import { PersonButton } from "./person-button.tsx";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(loadPalette);
const loadPersonMenu = () => import("./person-menu.tsx");
const PersonMenu = lazy(loadPersonMenu);
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The way to everything by its name, and to what concerns the person. */
export function TopBar({ session, onKeys }: { session: Session; onKeys(): void }) {
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [isPersonWanted, setPersonWanted] = useState(false);
  const open = () => {
    setWanted(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isPalette = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey;
      const isSlash = event.key === "/" && !isTyping(event.target);
      if (!isPalette && !isSlash) return;
      event.preventDefault();
      setWanted(true);
      setOpen(true);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return (
    <header className="top-bar">
      <div className="top-bar-brand">
        <Brand />
      </div>
      <UnstyledButton
        className="search-button"
        onClick={open}
        onPointerEnter={() => void loadPalette().catch(() => undefined)}
        aria-keyshortcuts={isApple ? "Meta+K" : "Control+K"}
      >
        <IconSearch size={17} stroke={1.8} aria-hidden />
        <span>{t("Search or jump to …")}</span>
        <kbd>{isApple ? "⌘ K" : t("Ctrl K")}</kbd>
      </UnstyledButton>
      <ActionIcon
        className="search-icon"
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={t("Search or jump to …")}
        onClick={open}
      >
        <IconSearch size={20} stroke={1.8} />
      </ActionIcon>
      {session.permissions.includes("own") && <Bell />}
      {session.kind !== "operator" && (
        <Link className="scan-link" to="/scan" aria-label={t("Scan")}>
          <IconQrcode size={20} stroke={1.8} aria-hidden />
        </Link>
      )}
      {isPersonWanted ? (
        <Later fallback={<PersonButton session={session} />}>
          <PersonMenu session={session} onKeys={onKeys} />
        </Later>
      ) : (
        <PersonButton
          session={session}
          onPointerEnter={() => void loadPersonMenu().catch(() => undefined)}
          onClick={() => setPersonWanted(true)}
        />
      )}
      {isWanted && (
        <Later>
          <Palette session={session} isOpen={isOpen} onClose={() => setOpen(false)} onKeys={onKeys} />
        </Later>
      )}
    </header>
  );
}
