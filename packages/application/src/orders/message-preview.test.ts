import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type ApplicationUnderTest,
  lane,
  startApplicationUnderTest,
  until,
} from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

test("a supplier's e-mails are worded as its customer wants, and go to the site's address", async () => {
  const own = await app.createCustomer("worded");
  const { ids, body } = lane();
  const ask = (method: string, path: string, sent?: unknown) =>
    app.request(method, `/api/v1${path}`, {
      key: own.adminKey,
      ...(sent === undefined ? {} : { body: sent }),
    });
  const locations = body.locations.map((location) => ({ ...location, deviceIds: [] }));
  expect((await ask("POST", "/import", { ...body, locations })).status).toBe(201);
  await ask("PATCH", "/account", { address: "Acme AG\nPost box 1" });
  const path = `/suppliers/${ids.supplier}`;
  const preview = (sent: object) => ask("POST", `${path}/message-preview`, sent);

  const usual = (await preview({ kind: "order" })).body;
  expect(usual).toMatchObject({ orderNumber: null, subject: expect.stringMatching(/^Order \d+ from /) });
  expect(usual.text).toContain("Deliver to  Acme AG, Post box 1");
  expect((await preview({ kind: "reminder", language: "de" })).body.subject).toContain("ist überfällig");
  const names = usual.placeholders.map(({ name }: { name: string }) => name);

  const wrong = async (template: object) => {
    const { status, body: problem } = await ask("PATCH", path, { orderMessage: template });
    expect(status).toBe(422);
    return problem.errors;
  };
  const good = { subject: "PO {number}", text: "To {deliveryAddress}\n\n{lines}\n\n{link} <b>" };
  expect(await wrong({ ...good, subject: "{link}" })).toMatchObject([{ field: "orderMessage.subject" }]);
  expect(await wrong({ ...good, text: "{nothing}" })).toMatchObject([
    { field: "orderMessage.text", message: expect.stringContaining(`{${names[0]}}`) },
  ]);
  expect(await wrong({ ...good, text: "{lines}" })).toMatchObject([
    { message: "must have {link}: there the supplier confirms" },
  ]);
  expect((await ask("PATCH", path, { language: "de", orderMessage: good })).status).toBe(200);
  // What a name holds is never a placeholder.
  await ask("PATCH", `/sites/${ids.site}`, { address: "Gate 3\n{link}" });
  await ask("PATCH", `/parts/${ids.part}`, { name: "{link} <i>screw</i>" });
  const order = (await ask("POST", "/orders", { locationId: ids.location, quantity: 20 })).body;
  const mail = await until(async () => (await ask("GET", "/mailbox")).body.items[0]);
  expect(mail.subject).toBe(`PO ${order.number}`);
  expect(mail.text).toContain("To Gate 3\n{link}\n\n");
  expect(mail.text).toContain("{link} <i>screw</i>");
  expect(mail.text).toContain("Menge");
  expect(mail.text.match(/supplier\/confirm#/g)).toHaveLength(1);
  const shown = (await preview({ kind: "order" })).body;
  expect(shown.orderNumber).toBe(order.number);
  expect(shown.html).toContain("{link} &lt;i&gt;screw&lt;/i&gt;");
  expect(shown.html).not.toContain("<b>\n");
});
