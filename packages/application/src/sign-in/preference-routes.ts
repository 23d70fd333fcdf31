import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import * as schemas from "../members/schema.ts";
import { Refusal, refuseFields } from "../refusal.ts";

const mostPreferences = 50;
/** Characters, as JSON. */
const longestPreference = 16_000;

/** How the web page looks for a person, kept for all browsers that they use. Only the page knows what the values mean. */
export function preferenceRoutes(app: ApiServer, { store }: Api): void {
  app.get(
    "/profile/preferences",
    {
      schema: {
        tags: ["profile"],
        summary: "How the web page looks for me",
        response: { 200: schemas.Preferences, ...refusals },
      },
    },
    async ({ principal }) => {
      const set = await store.read(principal.accountId);
      return { values: set.get("preferences", principal.memberId!)?.values ?? {} };
    },
  );
  app.put(
    "/profile/preferences/:name",
    {
      schema: {
        tags: ["profile"],
        summary: "Keep how a part of the web page looks for me",
        params: Type.Object({ name: schemas.PreferenceName }, { additionalProperties: false }),
        body: schemas.PreferenceInput,
        response: { 200: schemas.Preferences, ...refusals },
      },
    },
    async ({ principal, params, body }) => {
      if (JSON.stringify(body.value).length > longestPreference)
        refuseFields([
          { field: "value", message: `must have at most ${longestPreference} characters as JSON` },
        ]);
      const id = principal.memberId!;
      const { values } = await store.change(principal.accountId, principal.actor, (change) => {
        const { [params.name]: _, ...others } = change.get("preferences", id)?.values ?? {};
        if (body.value !== null && Object.keys(others).length >= mostPreferences)
          throw new Refusal(
            409,
            "too-many-records",
            `At most ${mostPreferences} preferences are kept: set others to null first.`,
          );
        return change.put("preferences", {
          id,
          values: body.value === null ? others : { ...others, [params.name]: body.value },
        });
      });
      return { values };
    },
  );
}
