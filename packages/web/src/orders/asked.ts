import { useLocation } from "@tanstack/react-router";

/** What the page's address asks for by this name. */
export function useAsked(name: string): unknown {
  const search = useLocation({ select: (location) => location.search as Record<string, unknown> });
  return search[name];
}
