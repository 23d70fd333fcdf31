/**
 * Every refusal of the REST API by its code, which never changes its meaning. `type` of a problem is
 * `urn:refill:problem:<code>`; `GET /api/v1/problems` lists them.
 */
export interface ProblemType {
  /** HTTP; 400 where the field is malformed by itself, 422 where it does not fit the rest. */
  statuses: readonly number[];
  title: string;
  /** One sentence for whoever sent the request. */
  remedy: string;
}

export const problemTypes = {
  invalid: {
    statuses: [400, 422],
    title: "A field is malformed, or does not fit the others",
    remedy: "Correct the fields that `errors` names and send the request again.",
  },
  "bad-request": {
    statuses: [400, 406, 411, 417, 431],
    title: "The request can't be read",
    remedy: "Send a request as the OpenAPI document describes it.",
  },
  "body-too-large": {
    statuses: [413],
    title: "The body is too large",
    remedy: "Divide it into several requests.",
  },
  "media-type": {
    statuses: [415],
    title: "The body is of another media type",
    remedy: "Send JSON with Content-Type: application/json.",
  },
  unauthenticated: {
    statuses: [401],
    title: "Nobody is signed in",
    remedy: "Send an API key as Authorization: Bearer, or sign in again.",
  },
  "header-missing": {
    statuses: [403],
    title: "A header of the web page is missing",
    remedy: "Send X-Refill-Request: 1 with each request of a session that writes.",
  },
  role: {
    statuses: [403],
    title: "The role does not allow it",
    remedy: "Use a key, or ask a member, with the role admin.",
  },
  visitor: {
    statuses: [403],
    title: "Operators change nothing in a customer's account",
    remedy: "Ask the customer to do it.",
  },
  "key-purpose": {
    statuses: [403],
    title: "The key is made for another purpose",
    remedy: "Use an API key for /api/v1, and a key of a directory service for /scim/v2.",
  },
  "session-needed": {
    statuses: [403],
    title: "Only a person who is signed in can do this",
    remedy: "Sign in on the web page.",
  },
  "operators-only": {
    statuses: [403],
    title: "Only operators of the service can do this",
    remedy: "Sign in as an operator.",
  },
  "confirmation-needed": {
    statuses: [403],
    title: "The person has to confirm first that it is they",
    remedy:
      "Confirm by passkey, code or provider (POST /api/v1/session/confirmation), and send the request again.",
  },
  "sign-in-refused": {
    statuses: [401],
    title: "Nobody was signed in",
    remedy: "Begin anew; if it fails again, ask an admin of your account for a new sign-in link.",
  },
  "sign-in-over": {
    statuses: [410],
    title: "The sign-in took too long, or was finished already",
    remedy: "Begin anew.",
  },
  "sign-on-required": {
    statuses: [403],
    title: "The company requires another way to sign in",
    remedy: "Sign in with the provider that `detail` names.",
  },
  "code-wrong": {
    statuses: [422],
    title: "The code is wrong, too old, or was used",
    remedy: "Enter the code that the app shows now.",
  },
  "too-many-codes": {
    statuses: [429],
    title: "Too many wrong codes",
    remedy: "Wait as long as Retry-After says, or use a passkey.",
  },
  "second-factor-needed": {
    statuses: [409],
    title: "The account requires a second factor",
    remedy: "Set another one up first.",
  },
  "last-way-in": {
    statuses: [409],
    title: "It is the last way to sign in",
    remedy: "Add another passkey first.",
  },
  "provider-refused": {
    statuses: [422, 502],
    title: "The identity provider's answer can't be used",
    remedy: "Correct what `detail` names, here or at the provider.",
  },
  "connection-untested": {
    statuses: [409],
    title: "The connection was not tested with these settings",
    remedy: "Test it first: sign in by it once.",
  },
  "connection-in-use": {
    statuses: [409],
    title: "A domain requires this connection",
    remedy: "Take the requirement away first.",
  },
  "domain-unverified": {
    statuses: [409],
    title: "The domain is not verified",
    remedy: "Publish the TXT record, and verify it.",
  },
  "domain-taken": {
    statuses: [409],
    title: "The domain belongs to another account",
    remedy: "Ask whoever runs Refill.",
  },
  "not-invited": {
    statuses: [403],
    title: "Nobody has invited this person",
    remedy: "Ask an admin of the account for an invitation.",
  },
  "access-over": {
    statuses: [409],
    title: "The customer does not let operators in now",
    remedy: "Ask for access, and wait until the customer grants it.",
  },
  "customer-closing": {
    statuses: [409],
    title: "The customer is being closed",
    remedy: "Nothing: what is destroyed does not come back.",
  },
  "customer-has-members": {
    statuses: [409],
    title: "The customer has members, who invite others themselves",
    remedy: "Ask an admin of the customer to invite whoever is missing.",
  },
  "job-overtaken": {
    statuses: [409],
    title: "The job runs or is done meanwhile",
    remedy: "Read the job again.",
  },
  "too-many-records": {
    statuses: [409],
    title: "There are as many as there may be",
    remedy: "Remove some first.",
  },
  "no-mail": {
    statuses: [409],
    title: "This Refill sends no e-mail",
    remedy: "Ask an admin for a new sign-in link, or whoever runs Refill to configure a mail server.",
  },
  "mail-away": {
    statuses: [503],
    title: "The mail server does not take the mail now",
    remedy: "Try again in some minutes.",
  },
  "api-key-expired": {
    statuses: [401],
    title: "The API key has expired",
    remedy: "Ask an admin for a new key.",
  },
  "api-key-revoked": {
    statuses: [401],
    title: "The API key was revoked",
    remedy: "Ask an admin for a new key.",
  },
  "source-address": {
    statuses: [403],
    title: "The API key is not taken from this address",
    remedy: "Ask an admin to add your address to the key's source addresses.",
  },
  "account-suspended": {
    statuses: [403],
    title: "The account is suspended",
    remedy: "Ask whoever runs Refill.",
  },
  "too-many-requests": {
    statuses: [429],
    title: "Too many requests in a minute",
    remedy: "Wait as many seconds as Retry-After says.",
  },
  "too-many-streams": {
    statuses: [429],
    title: "Too many live streams of one key or session",
    remedy: "Close some of them first.",
  },
  "quota-devices": {
    statuses: [403],
    title: "The account has as many devices as it may have",
    remedy: "Remove devices, or ask whoever runs Refill for more.",
  },
  "quota-storage": {
    statuses: [403],
    title: "The account's storage is full",
    remedy:
      "Remove records or shorten how long raw measurements are kept, or ask whoever runs Refill for more.",
  },
  "operators-key": {
    statuses: [409],
    title: "The key is one of an operator's command",
    remedy: "It can be revoked, but not changed.",
  },
  "import-state": {
    statuses: [409],
    title: "The import is at another step",
    remedy: "Read the import: its `state` tells what can be done.",
  },
  "import-has-errors": {
    statuses: [409],
    title: "Lines of the import are in error",
    remedy: "Correct them in the file and send it again, or import the good lines only.",
  },
  "import-empty": {
    statuses: [409],
    title: "The import would change nothing",
    remedy: "Look at its lines: each says why it does nothing.",
  },
  "import-changed": {
    statuses: [409],
    title: "Records of the import were changed since",
    remedy: "Correct the records one by one, or import a corrected file.",
  },
  "import-final": {
    statuses: [409],
    title: "Imports of this kind can't be taken back",
    remedy: "Import the right values.",
  },
  "last-admin": {
    statuses: [409],
    title: "It is the last admin",
    remedy: "Make another member an admin first.",
  },
  "invitation-for-another": {
    statuses: [403, 409, 422],
    title: "The invitation is for another e-mail address",
    remedy: "Register with the address that was invited, or ask for an invitation of your own.",
  },
  "email-taken": {
    statuses: [409],
    title: "The e-mail address belongs to a member already",
    remedy: "Ask an admin for an invitation to that address.",
  },
  "export-running": {
    statuses: [409],
    title: "An export of the account is being fetched already",
    remedy: "Wait until it is through.",
  },
  "exports-busy": {
    statuses: [503],
    title: "Too many exports are being fetched at this moment",
    remedy: "Try again in some minutes.",
  },
  "too-many-exports": {
    statuses: [409],
    title: "The account has as many exports as it may have",
    remedy: "Fetch those that are there; each is gone after 24 hours.",
  },
  "too-many-webhooks": {
    statuses: [409],
    title: "The account has as many webhooks as it may have",
    remedy: "Remove one first.",
  },
  "webhook-off": {
    statuses: [409],
    title: "The webhook is switched off",
    remedy: "Switch it on first.",
  },
  "not-found": {
    statuses: [404],
    title: "There is no such record in this account",
    remedy: "Check the address and the id.",
  },
  "in-use": {
    statuses: [409],
    title: "The record is used by another one",
    remedy: "Change or remove first what `detail` names.",
  },
  "id-taken": {
    statuses: [409],
    title: "The id is taken",
    remedy: "Use a new UUID, or change the record that has it.",
  },
  "name-taken": {
    statuses: [409],
    title: "The name is taken",
    remedy: "Use another name in the field that `errors` names; case makes no difference.",
  },
  "dev-eui-taken": {
    statuses: [409],
    title: "The DevEUI is registered already",
    remedy: "Check the DevEUI on the device; remove it first where it was registered before.",
  },
  "device-retired": {
    statuses: [409],
    title: "The device is out of service",
    remedy: "Take it into service again (`isRetired: false`), or use the device that took its place.",
  },
  "replacement-final": {
    statuses: [409],
    title: "The replacement can't be taken back",
    remedy: "Replace the new device by the one before, like any other replacement.",
  },
  "gateway-eui-taken": {
    statuses: [409],
    title: "The gateway's EUI is registered already",
    remedy: "Check the EUI on the gateway; remove it first where it was registered before.",
  },
  "version-changed": {
    statuses: [412],
    title: "The record was changed since it was read",
    remedy: "Read it again, decide anew, and send its ETag as If-Match; `version` is the current one.",
  },
  "proposal-decided": {
    statuses: [409],
    title: "The proposal was decided already",
    remedy: "Look for open ones with GET /planning/proposals?state=open.",
  },
  "proposal-outdated": {
    statuses: [409],
    title: "The location's parameters were changed since the proposal was made",
    remedy: "Dismiss the proposal; planning makes another one if that is worth it.",
  },
  "order-open": {
    statuses: [409],
    title: "The location has an open order",
    remedy: "Receive or cancel that order first.",
  },
  "order-closed": {
    statuses: [409],
    title: "The order is closed",
    remedy: "Make a new order.",
  },
  "order-not-in-this-state": {
    statuses: [409],
    title: "The order's state does not allow this step",
    remedy: "Read the order and take a step that its state allows.",
  },
  "order-being-sent": {
    statuses: [409],
    title: "The order is being sent at this moment",
    remedy: "Try again in two minutes: then it has been sent, or it has not.",
  },
  "order-is-transfer": {
    statuses: [409],
    title: "The order comes from a location of your own",
    remedy: "No supplier gets it, so there is nothing to merge or to split.",
  },
  "order-not-last": {
    statuses: [409],
    title: "Something else has happened to the order since",
    remedy: "Read the order: only its last step can be undone, and `undoable` names it.",
  },
  "order-seen": {
    statuses: [409],
    title: "The sensor has seen pieces of the order arrive since",
    remedy: "Enter a stock take of the location instead.",
  },
  "order-quantity": {
    statuses: [422],
    title: "The order's quantity is none",
    remedy: "Send a whole number of pieces from 1.",
  },
  "order-deliveries": {
    statuses: [422],
    title: "The promised deliveries are none",
    remedy: "Send one or more, each with a whole number of pieces and a day.",
  },
  "no-supplier": {
    statuses: [409],
    title: "Nobody supplies the part",
    remedy: "Add a supplier to the part first.",
  },
  "order-date": {
    statuses: [422],
    title: "The order's date is none",
    remedy: "Send a day such as 2027-01-31.",
  },
  "registration-link-used": {
    statuses: [410],
    title: "The registration link was used or has expired",
    remedy: "Ask an admin for a new one.",
  },
  "key-rotation-running": {
    statuses: [409],
    title: "A change of the data key is under way",
    remedy: "Wait until it is done.",
  },
  "file-empty": {
    statuses: [422],
    title: "The file has no records",
    remedy: "Send a file with a line of column names and a line for each record.",
  },
  "file-too-long": {
    statuses: [422],
    title: "The file has too many records",
    remedy: "Divide it into several files.",
  },
  "file-malformed": {
    statuses: [422],
    title: "The file is no CSV",
    remedy: "Save it as CSV (RFC 4180) in UTF-8.",
  },
  "downlink-queue-full": {
    statuses: [409],
    title: "Too many downlinks wait for this device",
    remedy: "Wait until the device has sent, or remove some of them.",
  },
  "no-gateway": {
    statuses: [409],
    title: "No gateway reaches the devices",
    remedy: "Wait until the devices have sent, or until a gateway is connected.",
  },
  "payload-too-long": {
    statuses: [422],
    title: "The payload is too long",
    remedy: "Send fewer bytes, as `detail` says.",
  },
  "idempotency-key-reused": {
    statuses: [422],
    title: "The Idempotency-Key was used for another request",
    remedy: "Use a new key for each new request; repeat a request with exactly the same content.",
  },
  "idempotency-key-running": {
    statuses: [409],
    title: "The first request with this Idempotency-Key is still running",
    remedy: "Send the same request again after Retry-After seconds.",
  },
  "idempotency-outcome-unknown": {
    statuses: [409],
    title: "Whether the first request with this Idempotency-Key took effect is not known",
    remedy: "Check what `detail` names, and use a new key if it has to be done again.",
  },
  "too-many-readers": {
    statuses: [503],
    title: "Too many live readers",
    remedy: "Try again later, or read the lists.",
  },
  "database-away": {
    statuses: [503],
    title: "The database does not answer",
    remedy: "Send the request again after Retry-After seconds.",
  },
  "key-vault-away": {
    statuses: [503],
    title: "The key vault does not answer",
    remedy: "Send the request again after Retry-After seconds.",
  },
  "network-server-away": {
    statuses: [503],
    title: "The network server does not answer",
    remedy: "Send the request again after Retry-After seconds.",
  },
  "network-server-silent": {
    statuses: [503],
    title: "The network server was asked and did not answer",
    remedy: "Read what you asked for, and send the request again if it was not done.",
  },
  internal: {
    statuses: [500],
    title: "Refill failed",
    remedy: "Tell the operator, who finds the reason in the log.",
  },
} as const satisfies Readonly<Record<string, ProblemType>>;

export type ProblemCode = keyof typeof problemTypes;

export function typeOf(code: ProblemCode): string {
  return `urn:refill:problem:${code}`;
}
