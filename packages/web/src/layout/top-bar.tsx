import { ActionIcon, UnstyledButton } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { Session } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Brand } from "./brand.tsx";
import { PersonMenu } from "./person-menu.tsx";

const loadPalette = () => import("./palette.tsx");
const Palette = lazy(loadPalette);
const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

/** The way to everything by its name, and to what concerns the person. */
export function TopBar({ session, onKeys }: { session: Session; onKeys(): void }) {
  const [isWanted, setWanted] = useState(false);
  const [isOpen, setOpen] = useState(false);
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
        onPointerEnter={() => void loadPalette()}
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
      <PersonMenu session={session} onKeys={onKeys} />
      {isWanted && (
        <Suspense>
          <Palette session={session} isOpen={isOpen} onClose={() => setOpen(false)} onKeys={onKeys} />
        </Suspense>
      )}
    </header>
  );
}

/** Whether keys that are pressed there are typed into something. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
