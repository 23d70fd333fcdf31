import { type AccountTransaction, rotateCustomerKey } from "@refill/database";
import { Type } from "typebox";
import { beginRotation } from "../accounts/data-key-rotation.ts";
import type { Api, ApiServer } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import { refusals } from "../api/resource-routes.ts";
import { Id } from "../api/schemas.ts";
import { createRegistrationLink } from "../members/invitation.ts";
import { notFound, Refusal } from "../refusal.ts";
import { type CustomerRow, findCustomer } from "./customers.ts";
import * as schemas from "./schema.ts";
import { recordDeed } from "./service-record.ts";

const linkForMs = 7 * 24 * 60 * 60 * 1000;

/**
 * What operators do to a customer. Each deed has its reason, stands in the service's trail in the same transaction, and in
 * the customer's own trail, too: nothing happens behind a customer's back.
 */
export function customerActionRoutes(app: ApiServer, api: Api): void {
  const { store, credentials, regions, vault } = api;
  const tags = ["operation"];
  const params = Type.Object({ accountId: Id });

  app.put(
    "/operation/customers/:accountId/state",
    {
      schema: {
        tags,
        summary: "Operators: suspend a customer, or let it go on",
        description:
          "While a customer is suspended nobody of it can read or change anything and nothing is ordered; its sensors are still heard.",
        params,
        body: schemas.StateChange,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { state, reason } = request.body;
      const row = await customerOf(request.params.accountId);
      if (row.state === "closing")
        throw new Refusal(
          409,
          "customer-closing",
          "This customer is being closed: its state does not change any more.",
        );
      const action = state === "suspended" ? "account.suspended" : "account.resumed";
      if (row.state !== state)
        await regions.of(row.region).inDirectory(async (tx) => {
          await tx.query(
            "update customer set state = $2, state_since = now() where id = $1 and state in ('active', 'suspended')",
            [row.id, state],
          );
          await record(tx, request.principal, row, action, { reason });
        });
      // Also when it was so already: another process may not have seen it yet.
      await tellCustomer(row, request.principal, action, { reason });
      return reply.code(204).send(null);
    },
  );

  app.put(
    "/operation/customers/:accountId/quota",
    {
      schema: {
        tags,
        summary: "Operators: change what a customer may use; null: no limit",
        params,
        body: schemas.QuotaChange,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { reason, ...after } = request.body;
      const row = await customerOf(request.params.accountId);
      const detail = { before: row.quota, after, reason };
      await regions.of(row.region).inDirectory(async (tx) => {
        await tx.query(
          "update customer set device_limit = $2, request_limit = $3, storage_limit = $4 where id = $1",
          [row.id, after.devices, after.requestsPerMinute, after.storageMb],
        );
        await record(tx, request.principal, row, "account.quota-changed", detail);
      });
      await tellCustomer(row, request.principal, "account.quota-changed", detail);
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/operation/customers/:accountId/registration-link",
    {
      schema: {
        tags,
        summary: "Operators: a link for the first admin of a customer that nobody has registered with yet",
        description:
          "Whoever has the link is an admin. A customer with members invites by itself: its content is closed to operators.",
        params,
        body: schemas.OperatorReason,
        response: { 201: schemas.OperatedLink, ...refusals },
      },
    },
    async (request, reply) => {
      const { reason } = request.body;
      const row = await customerOf(request.params.accountId);
      const set = await store.readNow(row.id);
      if (set.records.member.size > 0)
        throw new Refusal(
          409,
          "customer-has-members",
          "This customer has members: an admin of it invites others. Where no admin can sign in any more, npx refill registration-link create makes a link.",
        );
      const token = await createRegistrationLink(
        store,
        credentials,
        row.id,
        operatorOf(request.principal),
        "admin",
        null,
      );
      await regions
        .of(row.region)
        .inDirectory((tx) => record(tx, request.principal, row, "registration-link.created", { reason }));
      return reply.code(201).send({
        link: `${api.baseUrl()}/register#${token}`,
        expiresAt: new Date(Date.now() + linkForMs).toISOString(),
      });
    },
  );

  app.post(
    "/operation/customers/:accountId/key-rotation",
    {
      schema: {
        tags,
        summary: "Operators: a new customer key, or a new data key by which all records are sealed anew",
        params,
        body: schemas.KeyRotationOrder,
        response: { 204: Type.Null(), ...refusals },
      },
    },
    async (request, reply) => {
      const { level, reason } = request.body;
      const row = await customerOf(request.params.accountId);
      const directory = regions.of(row.region);
      if (level === "data") {
        const { generation } = await beginRotation(store, vault, row.id, operatorOf(request.principal));
        await directory.inDirectory((tx) =>
          record(tx, request.principal, row, "data-key.changed", { reason, generation }),
        );
      } else {
        const query = (text: string, values: unknown[]) =>
          directory.inDirectory((tx) => tx.query(text, values)) as never;
        const version = await rotateCustomerKey({ query }, vault, row.id);
        await directory.inDirectory((tx) =>
          record(tx, request.principal, row, "customer-key.changed", { reason, version }),
        );
        await tellCustomer(row, request.principal, "customer-key.changed", { reason, version });
      }
      return reply.code(204).send(null);
    },
  );

  async function customerOf(accountId: string): Promise<CustomerRow> {
    const row = await findCustomer(regions, accountId);
    if (!row) throw notFound("customer");
    return row;
  }

  function record(
    tx: AccountTransaction,
    principal: Principal,
    { id: accountId, slug }: CustomerRow,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    return recordDeed(tx, vault, principal, { action, accountId, detail: { customer: slug, ...detail } });
  }

  /** In its own trail. The account's revision goes on with it, so that every process sees what the directory says now. */
  async function tellCustomer(
    { id }: CustomerRow,
    principal: Principal,
    action: string,
    detail: Record<string, unknown>,
  ): Promise<void> {
    store.forget(id);
    await store.change(id, operatorOf(principal), (change) => change.note({ action, detail }));
    store.forget(id);
  }
}

function operatorOf({ actor }: Principal) {
  return { ...actor, kind: "operator" as const };
}
