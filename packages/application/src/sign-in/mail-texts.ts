import type { Language } from "../accounts/records.ts";
import { escapeHtml, oneLine } from "../dispatch/order-message.ts";

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** Paragraphs; one that is an address becomes a link. */
function mail(subject: string, paragraphs: readonly string[]): MailText {
  const html = paragraphs.map((each) =>
    /^https?:\/\/\S+$/.test(each)
      ? `<p><a href="${escapeHtml(each)}">${escapeHtml(each)}</a></p>`
      : `<p>${escapeHtml(each)}</p>`,
  );
  return {
    subject: oneLine(subject).slice(0, 200),
    text: `${paragraphs.map((each) => oneLine(each)).join("\n\n")}\n`,
    html: html.join(""),
  };
}

function time(at: number, language: Language): string {
  const locale = language === "de" ? "de-DE" : "en-GB";
  return `${new Date(at).toLocaleString(locale, { timeZone: "UTC", dateStyle: "medium", timeStyle: "short" })} UTC`;
}

interface LinkFacts {
  customerName: string;
  url: string;
  expiresAt: number;
}

export function invitationText({ customerName, url, expiresAt }: LinkFacts, language: Language): MailText {
  const until = time(expiresAt, language);
  if (language === "de")
    return mail(`Einladung zu Refill von ${customerName}`, [
      `${customerName} lädt Sie zu Refill ein, das den Bestand mit Sensoren sieht und rechtzeitig nachbestellt.`,
      "Hier richten Sie Ihre Anmeldung ein:",
      url,
      `Der Link gilt einmal, nur für diese Adresse, bis ${until}. Haben Sie ihn nicht erwartet, tun Sie nichts.`,
    ]);
  return mail(`Invitation to Refill from ${customerName}`, [
    `${customerName} invites you to Refill, which sees the stock by sensors and reorders in time.`,
    "Set up how you sign in here:",
    url,
    `The link works once, for this address only, until ${until}. If you did not expect it, do nothing.`,
  ]);
}

export function recoveryText({ customerName, url, expiresAt }: LinkFacts, language: Language): MailText {
  const until = time(expiresAt, language);
  if (language === "de")
    return mail("Refill: neue Anmeldung einrichten", [
      `Jemand, wohl Sie, hat für Ihr Konto bei ${customerName} um diesen Link gebeten. Sie brauchen dazu einen Wiederherstellungscode oder Ihre Authenticator-App.`,
      url,
      `Der Link gilt einmal, bis ${until}. Haben Sie nicht darum gebeten, tun Sie nichts: Es wird nichts geändert.`,
    ]);
  return mail("Refill: set up a new way to sign in", [
    `Somebody, probably you, asked for this link to your account at ${customerName}. You need a recovery code or your authenticator app for it.`,
    url,
    `The link works once, until ${until}. If you did not ask for it, do nothing: nothing changes.`,
  ]);
}

interface MemberFacts {
  customerName: string;
  name: string;
  /** Of the page with the member's own sessions. */
  url: string;
}

export function signInText(
  facts: MemberFacts & { device: string; address: string; at: number },
  language: Language,
): MailText {
  const { customerName, name, url, device, address } = facts;
  const at = time(facts.at, language);
  if (language === "de")
    return mail("Refill: Anmeldung von einem neuen Gerät", [
      `Guten Tag ${name},`,
      `bei ${customerName} wurde mit Ihrem Konto angemeldet: ${device}, von ${address}, ${at}.`,
      "Waren Sie das, ist nichts zu tun. Sonst beenden Sie diese Sitzung hier und sagen Sie es Ihrem Admin:",
      url,
    ]);
  return mail("Refill: sign-in from a new device", [
    `Dear ${name},`,
    `Somebody signed in with your account at ${customerName}: ${device}, from ${address}, ${at}.`,
    "If it was you, there is nothing to do. Otherwise end that session here, and tell your admin:",
    url,
  ]);
}

export function wrongCodesText({ customerName, name, url }: MemberFacts, language: Language): MailText {
  if (language === "de")
    return mail("Refill: mehrere falsche Codes", [
      `Guten Tag ${name},`,
      `bei der Anmeldung mit Ihrem Konto bei ${customerName} wurden mehrere falsche Codes eingegeben. Wer das tut, hat den ersten Schritt schon geschafft.`,
      "Waren Sie das nicht, ändern Sie das Kennwort bei Ihrem Anbieter und sehen Sie hier nach:",
      url,
    ]);
  return mail("Refill: several wrong codes", [
    `Dear ${name},`,
    `Several wrong codes were entered while signing in with your account at ${customerName}. Whoever did so had passed the first step.`,
    "If it was not you, change your password at your provider, and look here:",
    url,
  ]);
}

export function addressCodeText(customerName: string, code: string, language: Language): MailText {
  const spaced = `${code.slice(0, 4)} ${code.slice(4)}`;
  if (language === "de")
    return mail(`Refill: Ihr Code ist ${spaced}`, [
      `Mit diesem Code bestätigen Sie Ihre Adresse für ${customerName}: ${spaced}`,
      "Er gilt 15 Minuten. Haben Sie ihn nicht angefordert, tun Sie nichts.",
    ]);
  return mail(`Refill: your code is ${spaced}`, [
    `With this code you confirm your address for ${customerName}: ${spaced}`,
    "It is valid for 15 minutes. If you did not ask for it, do nothing.",
  ]);
}
