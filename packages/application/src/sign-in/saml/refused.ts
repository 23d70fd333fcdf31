/** Why a message was refused: for the log and the admin who tests the connection, never for an anonymous visitor. */
export type SamlReason =
  | "malformed"
  | "document-type"
  | "too-large"
  | "unsigned"
  | "signature"
  | "algorithm"
  | "wrapped"
  | "issuer"
  | "destination"
  | "audience"
  | "recipient"
  | "in-response-to"
  | "expired"
  | "not-yet-valid"
  | "status"
  | "encryption"
  | "subject"
  | "metadata";

export class SamlRefused extends Error {
  readonly reason: SamlReason;
  constructor(reason: SamlReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
