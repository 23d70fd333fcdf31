const reloadedKey = "refill.reloaded";
/** Within so long the page is not loaded anew by itself a second time. */
const againMs = 30_000;

/** Whether a part of the page's code could not be loaded; each browser says it in other words. */
export function isCodeMissing({ message }: Error): boolean {
  return /dynamically imported module|Importing a module script failed|Unable to preload CSS/i.test(message);
}

/**
 * After an update of Refill the files that an open page knows are gone: it is loaded anew, once, with those of the new version.
 * Without a connection that would help nobody.
 */
export function reloadForNewVersion(): void {
  addEventListener("vite:preloadError", (event) => {
    if (!navigator.onLine || Date.now() - Number(sessionStorage.getItem(reloadedKey)) < againMs) return;
    event.preventDefault();
    sessionStorage.setItem(reloadedKey, String(Date.now()));
    location.reload();
  });
}
