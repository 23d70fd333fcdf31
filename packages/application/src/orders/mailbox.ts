import { Type } from "typebox";
import type { Api, ApiServer } from "../api/api.ts";
import { Page, pageOf, pageQuery } from "../api/paging.ts";
import { refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { notFound } from "../refusal.ts";

const mostMails = 200;

/** The demonstration's built-in mailbox: the e-mails that its orders sent, newest first. Nowhere else. */
export function mailboxRoutes(app: ApiServer, { store, isDemonstration }: Api): void {
  app.get(
    "/mailbox",
    {
      schema: {
        tags: ["mailbox"],
        summary: "The newest 200 e-mails of the demonstration's built-in mailbox",
        querystring: Type.Object(pageQuery, { additionalProperties: false }),
        response: { 200: Page(schemas.MailboxMessage), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      if (!isDemonstration || !set.isDemonstration) throw notFound("page");
      const { rows } = await store.query(set.accountId, (tx) =>
        tx.query<{ id: string; sealed: Buffer }>(
          `select id, sealed from mailbox_message order by created_at desc limit ${mostMails}`,
        ),
      );
      const page = pageOf(rows, { limit: mostMails, ...request.query }, ({ id }) => id);
      const items = page.items.map(({ id, sealed }) => {
        const { at, to, subject, text } = set.sealer.open("mailbox_message", id, sealed) as {
          at: number;
          to: string;
          subject: string;
          text: string;
        };
        return { id, at: new Date(at).toISOString(), to, subject, text };
      });
      return { ...page, items };
    },
  );
}
