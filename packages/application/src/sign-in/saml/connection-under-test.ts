import { makeIdentityProvider, type ResponseFacts } from "./identity-provider-under-test.ts";
import { createKeyPair, readMetadata, readResponse, type SamlRefused } from "./index.ts";

const base = "https://refill.example/sign-in/saml/rfo_eu_x";
export const requestId = "_aabbccdd";

/** For tests: both sides of a connection, and a provider that has nothing to do with it. */
export async function makeConnection() {
  const own = {
    entityId: `${base}/metadata`,
    consumerUrl: `${base}/consume`,
    signOutUrl: `${base}/sign-out`,
    ...(await createKeyPair("Refill", new Date())),
  };
  const idp = await makeIdentityProvider();
  const other = await makeIdentityProvider("https://evil.example/metadata");
  const provider = readMetadata(idp.metadata("https://idp.acme.example/sso", "https://idp.acme.example/slo"));
  const facts = (more: Partial<ResponseFacts> = {}): ResponseFacts => ({
    consumerUrl: own.consumerUrl,
    audience: own.entityId,
    requestId,
    attributes: { groups: ["Stores", "Refill admins"], displayName: ["Ivo Lang"] },
    ...more,
  });
  const read = (
    samlResponse: string,
    more: Partial<Parameters<typeof readResponse>[2]> = {},
    from = provider,
  ) =>
    readResponse(own, from, {
      samlResponse,
      requestId,
      now: Date.now(),
      requiresSignedResponse: true,
      ...more,
    });
  return { own, idp, other, provider, facts, read };
}
export type ConnectionUnderTest = Awaited<ReturnType<typeof makeConnection>>;

/** Why an attempt was refused; an error of another kind is told in full. */
export function reasonOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "let in",
    (error: SamlRefused) => error.reason ?? String(error),
  );
}
