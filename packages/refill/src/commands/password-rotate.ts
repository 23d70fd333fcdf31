import { rotatePassword } from "@refill/database";
import { withRunningInstance } from "../control-plane.ts";
import { loginsOf } from "../upkeep.ts";

/** `refill password rotate`: new passwords of all logins of Postgres, while everything runs. */
export async function passwordRotate(options: { json?: boolean }): Promise<void> {
  await withRunningInstance(async ({ vault, regions, owner, record }, _baseUrl, instance) => {
    const changed: { region: string; login: string }[] = [];
    for (const database of instance.regions ?? []) {
      if (!regions.includes(database.region)) continue;
      const { rows } = await owner(database.region).query<{ login: string }>("select current_user as login");
      const isEmbedded = rows[0]!.login === "refill_owner";
      for (const login of loginsOf(isEmbedded)) {
        await rotatePassword(database, login, vault);
        changed.push({ region: database.region, login });
      }
      await record(database.region, { action: "passwords.changed", accountId: null });
    }
    console.log(
      options.json
        ? JSON.stringify(changed)
        : `Changed while all runs: ${changed.map(({ region, login }) => `${login} (${region})`).join(", ")}.`,
    );
  });
}
