/**
 * Keeps the page's own files, so that it opens without a connection and says so; what the account holds is never kept.
 * A file under /assets/ never changes: its name has its content's hash.
 */
const kept = "refill-page-1";

addEventListener("install", (event) => {
  event.waitUntil(keepPage().then(() => skipWaiting()));
});
addEventListener("activate", (event) => {
  event.waitUntil(clients.claim());
});
addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && isPage(url)) event.respondWith(fetch(request).catch(startPage));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(asset(request));
});

/** Addresses that are not the page's: those of the server itself. */
function isPage({ pathname }) {
  return !/^\/(api|scim|sso|saml|health|metrics)(\/|$)/.test(pathname);
}

async function startPage() {
  return (await caches.match("/", { cacheName: kept })) ?? Response.error();
}

async function asset(request) {
  const cache = await caches.open(kept);
  const found = await cache.match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request, answer.clone());
    // A new file means a new version of the page.
    await keepPage(cache).catch(() => undefined);
  }
  return answer;
}

/** The start page with what it names; files of versions before it go. */
async function keepPage(opened) {
  const cache = opened ?? (await caches.open(kept));
  const answer = await fetch("/", { cache: "no-cache" });
  if (!answer.ok) return;
  const text = await answer.clone().text();
  const before = await (await cache.match("/"))?.text();
  await cache.put("/", answer);
  const named = [...text.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  for (const path of named) if (!(await cache.match(path))) await cache.add(path);
  if (before !== undefined && before !== text)
    for (const request of await cache.keys()) {
      const { pathname } = new URL(request.url);
      if (pathname.startsWith("/assets/") && !named.includes(pathname)) await cache.delete(request);
    }
}
