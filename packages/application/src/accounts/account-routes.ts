import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { Account, AccountChange } from "./schema.ts";
import { settingsOf } from "./settings.ts";
import type { WorkingSet } from "./working-set.ts";

/** The account itself: what it may use and uses, and its own settings. */
export function accountRoutes(app: ApiServer, { store, access }: Api): void {
  const tags = ["account"];
  app.get(
    "/account",
    {
      schema: {
        tags,
        summary: "The account: customer, region, quota and use, encryption, settings",
        response: { 200: Account, ...refusals },
      },
    },
    async (request) => view(await store.read(request.principal.accountId)),
  );
  app.patch(
    "/account",
    {
      schema: {
        tags,
        summary: "Change the account's settings: fields that are left out stay",
        body: AccountChange,
        response: { 200: Account, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor } = request.principal;
      await store.change(accountId, actor, (change) => {
        const { planning, units, ...settings } = request.body;
        const before = settingsOf(change.base);
        change.put("setting", {
          ...before,
          ...settings,
          units: { ...before.units, ...units },
          planning: { ...before.planning, ...planning },
        });
      });
      return view(await store.read(accountId));
    },
  );

  async function view(set: WorkingSet) {
    const { accountId, customerName, region, state, quota, sealer } = set;
    const { id: _id, ...settings } = settingsOf(set);
    return {
      id: accountId,
      customerName,
      region,
      state: state as "active" | "suspended",
      quota,
      usage: {
        devices: set.records.device.size,
        storageBytes: await access.storage.measure(accountId),
        requestsLastMinute: access.rates.used("account", accountId),
      },
      encryption: { generation: sealer.generation },
      ...settings,
    };
  }
}
