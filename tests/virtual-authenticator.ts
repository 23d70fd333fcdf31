import type { Page } from "playwright-core";

/** The page's browser gets an authenticator that always finds its owner, as a phone's or laptop's does. */
export async function addAuthenticator(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** Registers by a link with a passkey; the page is the member's profile then. */
export async function registerByPasskey(page: Page, link: string, who: { name: string; email?: string }) {
  await addAuthenticator(page);
  await page.goto(link);
  await page.getByLabel("Your name").fill(who.name);
  if (who.email) await page.getByLabel("E-mail address").fill(who.email);
  await page.getByRole("button", { name: "Register with a passkey" }).click();
  await page.getByRole("heading", { name: "My profile" }).waitFor();
}
