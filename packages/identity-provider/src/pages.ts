import { createHash } from "node:crypto";
import type { Person, ProviderClient } from "./index.ts";

const style = `
:root { color-scheme: light dark; --back: #f4f5f6; --card: #fff; --text: #16191d; --quiet: #565d66; --line: #868e97; --accent: #0b5fc4; }
@media (prefers-color-scheme: dark) { :root { --back: #14171a; --card: #1e2226; --text: #eef0f2; --quiet: #a9b1ba; --line: #6f7882; --accent: #7db4ff; } }
* { box-sizing: border-box; }
body { margin: 0; padding: 1rem; min-height: 100vh; display: grid; place-items: center; background: var(--back); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
main { width: 100%; max-width: 26rem; padding: 1.5rem; background: var(--card); border-radius: .75rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font-size: 1.375rem; line-height: 1.25; }
p { margin: 0 0 1.25rem; color: var(--quiet); }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .75rem; }
button { display: block; width: 100%; min-height: 2.75rem; padding: .75rem 1rem; font: inherit; text-align: start; color: inherit; background: transparent; border: 1px solid var(--line); border-radius: .5rem; cursor: pointer; overflow-wrap: anywhere; }
button:hover { border-color: var(--accent); }
button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
button strong, button span { display: block; }
button span { font-size: .875rem; color: var(--quiet); }
`;
const styleHash = createHash("sha256").update(style).digest("base64");

/** What `showPage` needs of a request's context. */
interface Answer {
  set(headers: Record<string, string>): void;
  body: unknown;
}

/** Sends a page whose forms may lead to the targets, too. */
export function showPage(context: Answer, html: string, targets = ""): void {
  context.set({
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action 'self'${targets && ` ${targets}`}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  context.body = html;
}

/** The origins of a client: browsers hold the redirects after a form against its page's policy. */
export function formTargets(client: ProviderClient | undefined): string {
  const addresses = [...(client?.redirectUris ?? []), ...(client?.postLogoutRedirectUris ?? [])];
  return [...new Set(addresses.map((address) => new URL(address).origin))].join(" ");
}

/** One button a person. */
export function choicePage(page: { title: string; action: string; people: readonly Person[] }): string {
  return layout(
    page.title,
    `<p>Choose who signs in.</p>
<form method="post" action="${escapeHtml(page.action)}"><ul>
${page.people.map(personButton).join("\n")}
</ul></form>`,
  );
}

/** Around the form which oidc-provider has made. */
export function signOutPage(form: string): string {
  return layout(
    "Sign out?",
    `<p>An application asks to sign you out here.</p>${form}
<ul><li><button type="submit" form="op.logoutForm" name="logout" value="yes"><strong>Sign out</strong></button></li>
<li><button type="submit" form="op.logoutForm"><strong>Stay signed in</strong></button></li></ul>`,
  );
}

export function messagePage(heading: string, text: string): string {
  return layout(heading, `<p>${escapeHtml(text)}</p>`);
}

function personButton({ id, name, email, groups }: Person): string {
  const membership = groups.length > 0 ? `<span>${escapeHtml(groups.join(", "))}</span>` : "";
  return `<li><button type="submit" name="person" value="${escapeHtml(id)}"><strong>${escapeHtml(name)}</strong><span>${escapeHtml(email)}</span>${membership}</button></li>`;
}

function layout(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body><main>
<h1>${escapeHtml(title)}</h1>
${content}
</main></body>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
