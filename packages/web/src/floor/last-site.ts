const key = "refill.floor.site";

/** The site whose floor was looked at last in this browser. */
export function lastSite(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function keepLastSite(siteId: string): void {
  try {
    localStorage.setItem(key, siteId);
  } catch {
    // Private windows of some browsers keep nothing; then the first site is shown.
  }
}
