import Bowser from "bowser";

/** A browser as a person reads it, of what it says of itself: "Firefox on Windows". */
export function deviceName(userAgent: string | undefined): string {
  if (!userAgent) return "Unknown browser";
  try {
    const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
    const name = browser.name || "Unknown browser";
    return (os.name ? `${name} on ${os.name}` : name).slice(0, 100);
  } catch {
    return "Unknown browser";
  }
}
