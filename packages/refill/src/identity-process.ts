import { type Person, startIdentityProvider } from "@refill/identity-provider";
import pino from "pino";

/** The demonstration's own OpenID provider as a process of its own: whoever reaches it signs in with a click. */
const log = pino({ base: { program: "identity" } }, pino.destination(2));
const provider = await startIdentityProvider({
  port: Number(required("REFILL_IDENTITY_PORT")),
  title: "Demonstration plant",
  people: JSON.parse(required("REFILL_IDENTITY_PEOPLE")) as Person[],
  clients: [
    {
      clientId: required("REFILL_IDENTITY_CLIENT"),
      clientSecret: required("REFILL_IDENTITY_SECRET"),
      redirectUris: [required("REFILL_IDENTITY_CALLBACK")],
      postLogoutRedirectUris: [required("REFILL_IDENTITY_AFTER_SIGN_OUT")],
      backChannelLogoutUri: required("REFILL_IDENTITY_BACK_CHANNEL"),
    },
  ],
  keys: JSON.parse(required("REFILL_IDENTITY_KEYS")) as { keys: object[] },
});
log.info({ issuer: provider.issuer }, "the demonstration's identity provider answers");
console.log(JSON.stringify({ ready: true, port: provider.port, issuer: provider.issuer }));
const stop = () => {
  void provider.stop().finally(() => process.exit(0));
};
process.on("SIGTERM", stop).on("SIGINT", stop);
// Who started this program is gone.
process.on("disconnect", stop);
if (process.connected === false) stop();

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set`);
  return value;
}
