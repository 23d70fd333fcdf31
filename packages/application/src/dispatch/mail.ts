import nodemailer from "nodemailer";
import { DeliveryFailed } from "./delivery-failure.ts";

export interface Mail {
  /** Identifies the mail however often it is sent, e.g. `order-<id>`. */
  messageId: string;
  to: string;
  subject: string;
  text: string;
  html: string;
}

export interface Mailer {
  /** Resolves when the mail server has taken it; throws {@link DeliveryFailed}. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const timeoutMs = 10_000;

/**
 * A mail server by its address: `smtps://user:password@host` (TLS from the start), `smtp://…:587` (STARTTLS required).
 * Without TLS only to this machine.
 */
export function openMailer({ smtpUrl, from }: { smtpUrl: string; from: string }): Mailer {
  const url = new URL(smtpUrl);
  const isHere = ["localhost", "127.0.0.1", "[::1]"].includes(url.hostname);
  const isTls = url.protocol === "smtps:";
  const transport = nodemailer.createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (isTls ? 465 : 587),
    secure: isTls,
    requireTLS: !isTls && !isHere,
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    pool: true,
    maxConnections: 3,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ messageId, to, subject, text, html }) {
      try {
        await transport.sendMail({
          messageId: `<${messageId}@refill>`,
          from,
          // An object, so that an address is never parsed as a list of them.
          to: { name: "", address: to },
          subject,
          text,
          html,
          headers: { "Auto-Submitted": "auto-generated" },
        });
      } catch (error) {
        throw failureOf(error as Error & { responseCode?: number; code?: string });
      }
    },
    close: () => transport.close(),
  };
}

/** RFC 5321 §4.2.1: 5yz is permanent, 4yz may be tried again. A refused login is the operator's to mend. */
function failureOf(error: Error & { responseCode?: number; code?: string }): DeliveryFailed {
  const { responseCode, code } = error;
  if (code === "EAUTH")
    return new DeliveryFailed("the mail server refused the login of REFILL_SMTP_URL", false);
  if (responseCode === undefined)
    return new DeliveryFailed(`the mail server can't be reached (${code ?? "no answer"})`, false);
  return new DeliveryFailed(
    `the mail server refused the mail with ${responseCode}`,
    responseCode >= 500 && code === "EENVELOPE",
  );
}
