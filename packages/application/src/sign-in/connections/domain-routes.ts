import { randomBytes, randomUUID } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { Type } from "typebox";
import type { Domain } from "../../accounts/records.ts";
import type { WorkingSet } from "../../accounts/working-set.ts";
import type { Api, ApiServer } from "../../api/api.ts";
import { pageOf } from "../../api/list-page.ts";
import { Page, pageQuery } from "../../api/paging.ts";
import { IdParameter, refusals } from "../../api/resource-routes.ts";
import { notFound, Refusal } from "../../refusal.ts";
import { connectionOf } from "./connection-routes.ts";
import * as schemas from "./schema.ts";

const mostDomains = 50;

/** TXT records of a name, each as one text. */
export type TxtLookup = (name: string) => Promise<string[]>;

export const lookUpTxt: TxtLookup = async (name) => {
  const records = await new Resolver({ timeout: 3_000, tries: 2 }).resolveTxt(name);
  return records.map((chunks) => chunks.join(""));
};

/** Domains of e-mail addresses: proved by a TXT record, their members can be required to sign in by a connection. */
export function domainRoutes(app: ApiServer, api: Api): void {
  const { store } = api;
  const tags = ["domains"];

  app.get(
    "/domains",
    {
      schema: {
        tags,
        summary: "List domains",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.Domain), ...refusals },
      },
    },
    async (request) => {
      const set = await store.readNow(request.principal.accountId);
      const { items, nextCursor } = pageOf([...set.all("domain")], request.query);
      return { items: items.map(view), nextCursor };
    },
  );
  app.post(
    "/domains",
    {
      schema: {
        tags,
        summary: "Name a domain of yours; publish `record`, then verify it",
        body: schemas.DomainInput,
        response: { 201: schemas.Domain, ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const name = request.body.name.toLowerCase();
      const domain = await store.change(accountId, actor, (change) => {
        if (change.count("domain") >= mostDomains)
          throw new Refusal(409, "too-many-records", `An account has at most ${mostDomains} domains.`);
        if ([...change.all("domain")].some((each) => each.name === name))
          throw new Refusal(409, "name-taken", "name: is in the list already.", [
            { field: "name", message: "is in the list already" },
          ]);
        return change.put("domain", {
          id: randomUUID(),
          name,
          proof: randomBytes(20).toString("hex"),
          verifiedAt: null,
          requiredConnectionId: null,
        });
      });
      return reply.code(201).send(view(domain));
    },
  );
  app.post(
    "/domains/:id/verify",
    {
      schema: {
        tags,
        summary: "Look for the TXT record now",
        params: IdParameter,
        response: { 200: schemas.Domain, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const set = await store.readNow(accountId);
      const domain = domainOf(set, request.params.id);
      const { name, value } = recordOf(domain);
      const found = await api.lookUpTxt(name).catch(() => [] as string[]);
      if (!found.includes(value))
        throw new Refusal(
          409,
          "domain-unverified",
          `There is no TXT record ${name} with ${value} yet. A new record may take up to an hour to be seen.`,
        );
      if (!(await api.finder.claimDomain(set.region, domain.name, accountId)))
        throw new Refusal(409, "domain-taken", `${domain.name} is verified by another account already.`);
      const verified = await store.change(accountId, actor, (change) => {
        const present = domainOf(change, domain.id);
        return change.put("domain", { ...present, verifiedAt: present.verifiedAt ?? change.at });
      });
      return view(verified);
    },
  );
  app.patch(
    "/domains/:id",
    {
      schema: {
        tags,
        summary:
          "Require that members with addresses of the domain sign in by a connection, or require it no more",
        params: IdParameter,
        body: schemas.DomainChange,
        response: { 200: schemas.Domain, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      const { requiredConnectionId } = request.body;
      const changed = await store.change(accountId, actor, (change) => {
        const domain = domainOf(change, request.params.id);
        if (requiredConnectionId !== null) {
          const connection = connectionOf(change, requiredConnectionId);
          if (domain.verifiedAt === null)
            throw new Refusal(409, "domain-unverified", `Verify ${domain.name} first.`);
          if (!connection.isEnabled)
            throw new Refusal(409, "connection-untested", "Test the connection and switch it on first.");
        }
        return change.put("domain", { ...domain, requiredConnectionId });
      });
      return view(changed);
    },
  );
  app.delete(
    "/domains/:id",
    {
      schema: {
        tags,
        summary: "Remove a domain; its members sign in as they like then",
        params: IdParameter,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { accountId, actor } = request.principal;
      const { region } = await store.read(accountId);
      const domain = await store.change(accountId, actor, (change) => {
        const present = domainOf(change, request.params.id);
        change.remove("domain", present.id);
        return present;
      });
      if (domain.verifiedAt !== null) await api.finder.releaseDomain(region, domain.name);
      return reply.code(204).send(null);
    },
  );
}

function domainOf(account: Pick<WorkingSet, "get">, id: string): Domain {
  const domain = account.get("domain", id);
  if (!domain) throw notFound("domain");
  return domain;
}

function recordOf({ name, proof }: Domain) {
  return { name: `_refill.${name}`, value: `refill-verification=${proof}` };
}

function view(domain: Domain) {
  const { id, name, verifiedAt, requiredConnectionId, version, createdAt } = domain;
  return {
    id,
    name,
    record: recordOf(domain),
    verifiedAt: verifiedAt === null ? null : new Date(verifiedAt).toISOString(),
    requiredConnectionId,
    version,
    createdAt: new Date(createdAt).toISOString(),
  };
}
