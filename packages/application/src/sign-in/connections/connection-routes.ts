import { randomUUID, X509Certificate } from "node:crypto";
import { Type } from "typebox";
import { hashOf } from "../../accounts/credentials.ts";
import type { Connection } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api, ApiServer } from "../../api/api.ts";
import { pageOf } from "../../api/list-page.ts";
import { Page, pageQuery } from "../../api/paging.ts";
import { IdParameter, refusals } from "../../api/resource-routes.ts";
import { expectVersion, IfMatch, versionTag } from "../../api/versions.ts";
import { Redirection } from "../../members/schema.ts";
import { notFound, Refusal, refuseFields } from "../../refusal.ts";
import { createKeyPair, readMetadata, SamlRefused } from "../saml/index.ts";
import { addressesOf, connectionToken } from "./connection.ts";
import { discover } from "./oidc.ts";
import { providerFetch } from "./provider-fetch.ts";
import * as schemas from "./schema.ts";
import { reachOf, signOnUrl } from "./sign-on.ts";

const mostConnections = 20;

/** Single sign-on as an admin sets it up: made, tested, and only then switched on. */
export function connectionRoutes(app: ApiServer, api: Api): void {
  const { store, credentials } = api;
  const tags = ["connections"];
  const answer = { 200: schemas.Connection, ...refusals };

  app.get(
    "/connections",
    {
      schema: {
        tags,
        summary: "List the connections for single sign-on, without their secrets",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Connection), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const { items, nextCursor } = pageOf([...set.all("connection")], request.query);
      return { items: items.map((each) => view(set, each)), nextCursor };
    },
  );
  app.get(
    "/connections/:id",
    {
      schema: {
        tags,
        summary: "Read a connection, without its secrets",
        params: IdParameter,
        response: answer,
      },
    },
    async (request, reply) => {
      const set = await store.readNow(request.principal.accountId);
      const connection = connectionOf(set, request.params.id);
      reply.header("etag", versionTag(connection));
      return view(set, connection);
    },
  );
  app.post(
    "/connections",
    {
      schema: {
        tags,
        summary: "Make a connection; it is off until it was tested",
        body: schemas.ConnectionInput,
        response: { 201: schemas.Connection, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const set = await store.read(accountId);
      const { settings: wanted, ...facts } = request.body as schemas.ConnectionInput;
      const id = randomUUID();
      const settings = await checkSettings(set, wanted, undefined);
      await credentials.add("connection", set.region, hashOf(connectionToken(set, id)), accountId, null);
      const connection = await store.change(accountId, actor, (change) => {
        if (change.count("connection") >= mostConnections)
          throw new Refusal(
            409,
            "too-many-records",
            `An account has at most ${mostConnections} connections.`,
          );
        return change.put("connection", {
          admitsByRules: false,
          rules: [],
          secondFactorContexts: [],
          ...(facts as Partial<Connection> & { name: string }),
          id,
          settings,
          isEnabled: false,
          test: null,
          demonstrationPeople: [],
        });
      });
      return reply
        .code(201)
        .header("location", `/api/v1/connections/${id}`)
        .send(view(await store.read(accountId), connection));
    },
  );
  app.patch(
    "/connections/:id",
    {
      schema: {
        tags,
        summary:
          "Change a connection: fields that are left out stay; with other settings it is off until it is tested again",
        params: IdParameter,
        headers: IfMatch,
        body: schemas.ConnectionChange,
        response: answer,
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { settings: wanted, isEnabled, ...facts } = request.body as schemas.ConnectionChange;
      const set = await store.readNow(accountId);
      const before = connectionOf(set, request.params.id);
      const settings = wanted && (await checkSettings(set, wanted, before));
      const connection = await store.change(accountId, actor, (change) => {
        const present = connectionOf(change, before.id);
        expectVersion(request, "connection", present.version);
        const isOther =
          settings !== undefined && JSON.stringify(settings) !== JSON.stringify(present.settings);
        const next = {
          ...present,
          ...(facts as Partial<Connection>),
          settings: settings ?? present.settings,
          test: isOther ? null : present.test,
          isEnabled: (isEnabled ?? present.isEnabled) && (!isOther || isEnabled === true),
        };
        if (isEnabled && (next.test === null || next.test.problem !== null))
          throw new Refusal(
            409,
            "connection-untested",
            "Test the connection first: sign in by it once. So nobody is locked out by a wrong setting.",
          );
        if (!next.isEnabled) expectUnrequired(change, present.id);
        return change.put("connection", next);
      });
      reply.header("etag", versionTag(connection));
      return view(await store.read(accountId), connection);
    },
  );
  app.delete(
    "/connections/:id",
    {
      schema: {
        tags,
        summary: "Remove a connection: nobody signs in by it any more, and its sessions end",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { id } = request.params;
      const set = await store.readNow(accountId);
      const token = connectionToken(set, id);
      const ended = await store.change(accountId, actor, (change) => {
        connectionOf(change, id);
        expectUnrequired(change, id);
        const sessions = [...change.all("session")].filter(({ connectionId }) => connectionId === id);
        for (const session of sessions) change.remove("session", session.id);
        for (const identity of [...change.all("identity")])
          if (identity.connectionId === id) change.remove("identity", identity.id);
        change.remove("connection", id);
        return sessions;
      });
      await credentials.remove(set.region, hashOf(token));
      for (const { hash } of ended) await credentials.remove(set.region, hash);
      return reply.code(204).send(null);
    },
  );
  app.post(
    "/connections/:id/test",
    {
      schema: {
        tags,
        summary: "Test a connection: the browser goes to `url`, and what came of it stands in `test`",
        params: IdParameter,
        response: { 200: Redirection, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, memberId } = request.principal;
      if (memberId === null) throw new Refusal(403, "session-needed", "A test is a sign-in by a person.");
      const set = await store.readNow(accountId);
      const connection = connectionOf(set, request.params.id);
      const url = await signOnUrl(api, reply, set, connection, {
        purpose: { kind: "test", memberId },
        returnTo: "/",
      });
      return { url };
    },
  );
  app.post(
    "/connections/metadata",
    {
      bodyLimit: 1024 * 1024,
      schema: {
        tags,
        summary: "Read a SAML provider's metadata, from a file or an address",
        body: schemas.MetadataInput,
        response: { 200: schemas.SamlMetadata, ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const { xml, url } = request.body;
      const reach = reachOf(api, set);
      const text = xml ?? (await fetchMetadata(url!, reach.mayReachPrivate, reach.mayBePlain));
      try {
        const read = readMetadata(text, { allowsHttp: reach.mayBePlain });
        return { ...read, certificates: [...read.certificates] };
      } catch (error) {
        if (!(error instanceof SamlRefused)) throw error;
        const field = xml === undefined ? "url" : "xml";
        throw new Refusal(422, "provider-refused", `${field}: ${error.message}`, [
          { field, message: error.message },
        ]);
      }
    },
  );

  async function fetchMetadata(url: string, mayBePrivate: boolean, mayBePlain: boolean): Promise<string> {
    const refuse = (message: string) =>
      new Refusal(422, "provider-refused", `url: ${message}`, [{ field: "url", message }]);
    const { protocol } = new URL(url);
    if (protocol !== "https:" && !(mayBePlain && protocol === "http:"))
      throw refuse("must start with https://");
    try {
      const response = await providerFetch(mayBePrivate)(url, {});
      if (response.status !== 200) throw new Error(`it answered ${response.status}`);
      return await response.text();
    } catch (error) {
      throw refuse(`could not be read: ${(error as Error).message}`);
    }
  }

  /** The settings as they are kept; asks an OpenID provider to describe itself, so that a wrong address is found at once. */
  async function checkSettings(
    set: WorkingSet,
    wanted: NonNullable<schemas.ConnectionChange["settings"]>,
    before: Connection | undefined,
  ): Promise<Connection["settings"]> {
    const known = before?.settings;
    if (known && known.kind !== wanted.kind)
      refuseFields([{ field: "settings.kind", message: "stays: make a new connection for the other kind" }]);
    const reach = reachOf(api, set);
    if (wanted.kind === "oidc") {
      const { clientSecret = known?.kind === "oidc" ? known.clientSecret : undefined, ...rest } = wanted;
      if (clientSecret === undefined)
        throw new Refusal(422, "invalid", "settings.clientSecret: is needed", [
          { field: "settings.clientSecret", message: "is needed" },
        ]);
      // Of many tenants, anybody's would come in.
      if (wanted.provider === "entra" && /\/(common|organizations|consumers)\//.test(wanted.issuer))
        refuseFields([
          { field: "settings.issuer", message: "must name your tenant, not common or organizations" },
        ]);
      const settings = { ...rest, clientSecret } as Connection["settings"] & { kind: "oidc" };
      await discover(settings, reach);
      return settings;
    }
    const problems = [
      ...["signInUrl", "signOutUrl"].flatMap((field) => {
        const text = (wanted as unknown as Record<string, string | null>)[field];
        const isFine = text === null || text === undefined || isAllowedUrl(text, reach.mayBePlain);
        return isFine ? [] : [{ field: `settings.${field}`, message: "must start with https://" }];
      }),
      ...wanted.certificates.flatMap((pem, index) =>
        isCertificate(pem)
          ? []
          : [{ field: `settings.certificates[${index}]`, message: "is no certificate (PEM)" }],
      ),
    ];
    refuseFields(problems);
    const own =
      known?.kind === "saml"
        ? { ownCertificate: known.ownCertificate, ownPrivateKey: known.ownPrivateKey }
        : await newKeys();
    return { ...wanted, ...own } as Connection["settings"];
  }

  async function newKeys() {
    const { privateKey, certificate } = await createKeyPair("Refill", new Date());
    return { ownCertificate: certificate, ownPrivateKey: privateKey };
  }

  function view(set: WorkingSet, connection: Connection) {
    const { id, name, isEnabled, admitsByRules, rules, secondFactorContexts, test, version } = connection;
    return {
      id,
      name,
      isEnabled,
      admitsByRules,
      rules: rules.map((rule) => ({ ...rule, privileges: [...rule.privileges] })),
      secondFactorContexts: [...secondFactorContexts],
      settings: settingsView(connection.settings),
      test: test && {
        at: new Date(test.at).toISOString(),
        problem: test.problem,
        seen: {
          ...test.seen,
          attributes: Object.fromEntries(
            Object.entries(test.seen.attributes).map(([key, values]) => [key, [...values]]),
          ),
        },
      },
      isDemonstration: connection.demonstrationPeople.length > 0,
      addresses: addressesOf(api.baseUrl(), connectionToken(set, id)),
      version,
      createdAt: new Date(connection.createdAt).toISOString(),
    } as never;
  }
}

function settingsView(settings: Connection["settings"]) {
  if (settings.kind === "oidc") {
    const { clientSecret: _secret, ...rest } = settings;
    return rest;
  }
  const { ownPrivateKey: _key, ownCertificate: _own, ...rest } = settings;
  const ends = rest.certificates.map((pem) => new X509Certificate(pem).validToDate.getTime());
  return {
    ...rest,
    certificates: [...rest.certificates],
    certificateExpiresAt: new Date(Math.max(...ends)).toISOString(),
  };
}

export function connectionOf(account: Pick<WorkingSet, "get">, id: string): Connection {
  const connection = account.get("connection", id);
  if (!connection) throw notFound("connection");
  return connection;
}

function expectUnrequired(account: Pick<WorkingSet, "all">, id: string): void {
  for (const domain of account.all("domain"))
    if (domain.requiredConnectionId === id)
      throw new Refusal(
        409,
        "connection-in-use",
        `The domain ${domain.name} requires this connection: take that away first, or its members could not sign in.`,
      );
}

function isAllowedUrl(text: string, mayBePlain: boolean): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return (
    protocol === "https:" ||
    (mayBePlain && protocol === "http:" && ["localhost", "127.0.0.1"].includes(hostname))
  );
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).publicKey !== undefined;
  } catch {
    return false;
  }
}
