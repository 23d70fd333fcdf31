import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type ApplicationUnderTest, startApplicationUnderTest, until } from "../application-under-test.ts";

let app: ApplicationUnderTest;
beforeAll(async () => {
  app = await startApplicationUnderTest();
});
afterAll(() => app.stop());

async function customer(slug: string) {
  const own = await app.createCustomer(slug);
  const ask = (method: string, path: string, body?: unknown, key = own.adminKey) =>
    app.request(method, `/api/v1${path}`, { key, ...(body === undefined ? {} : { body }) });
  async function send(query: string, file: string | Uint8Array, key = own.adminKey) {
    const answer = await fetch(`${app.baseUrl}/api/v1/imports?${query}`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "text/csv" },
      body: file as never,
    });
    return { status: answer.status, body: await answer.json() };
  }
  async function preview(query: string, file: string | Uint8Array) {
    const { status, body } = await send(query, file);
    expect(status, JSON.stringify(body)).toBe(201);
    return body;
  }
  async function lines(id: string, outcome?: string) {
    const { body } = await ask(
      "GET",
      `/imports/${id}/lines?limit=1000${outcome ? `&outcome=${outcome}` : ""}`,
    );
    return body.items;
  }
  async function done(id: string) {
    return until(async () => {
      const { body } = await ask("GET", `/imports/${id}`);
      return ["applied", "undone", "ready"].includes(body.state) && body;
    });
  }
  async function bring(kind: string, file: string | Uint8Array) {
    const made = await preview(`kind=${kind}`, file);
    expect(made.lines.error, JSON.stringify(await lines(made.id, "error"))).toBe(0);
    expect((await ask("POST", `/imports/${made.id}/apply`, {})).status).toBe(202);
    return done(made.id);
  }
  const all = async (list: string) => (await ask("GET", `/${list}?limit=1000`)).body.items;
  return { ...own, ask, send, preview, lines, done, bring, all };
}

const suppliersFile =
  "Supplier,Order e-mail,Lead time (days),Takes orders on,Cut-off\nBolt Brothers,orders@bolts.example,5,Mon-Fri,14:30\nNuts & Co,orders@nuts.example,1 week,,\n";

test("an empty account is filled kind by kind, and what is exported comes back as the same", async () => {
  const own = await customer("filled");
  await own.bring("sites", "Name;Zeitzone;Lieferadresse\nWerk München;Europe/Berlin;Acme, Tor 3, München\n");
  await own.bring("areas", "Bereich\nMontage\nVersand\n");
  await own.bring("racks", "Area,Rack\nMontage,R1\nmontage,R2\n");
  await own.bring("suppliers", suppliersFile);
  const parts =
    "Teilenummer;Bezeichnung;Einheit;Gewicht (kg);Lieferant;Preis;Mindestbestellmenge;Lieferant 2;Preis 2;Meldebestand;Höchstbestand\n" +
    "M6-20;Sechskantschraube;Stk;0,0062;Bolt Brothers;1: 0,06 | 1.000: 0,045;200;Nuts & Co;0,07;400;2.000\n";
  await own.bring("parts", parts);
  await own.bring(
    "locations",
    "Storage location,Area,Rack,Part number,Measured by,Distance when empty (mm),Distance when full (mm),Capacity (pieces),Safety stock\nA-01,Montage,R1,m6-20,fill-height,80 cm,150,2500,100\nA-02,Montage,R2,M6-20,,,,2500,\n",
  );
  const [part] = await own.all("parts");
  const [bolts, nuts] = (await own.all("suppliers")).sort((a: { name: string }, b: { name: string }) =>
    a.name.localeCompare(b.name),
  );
  expect(part).toMatchObject({
    number: "M6-20",
    weightGrams: 6.2,
    policy: { kind: "min-max", minimum: 400, maximum: 2000 },
    supplies: [
      {
        supplierId: bolts.id,
        minimumOrderQuantity: 200,
        prices: [
          { fromQuantity: 1, price: 0.06 },
          { fromQuantity: 1000, price: 0.045 },
        ],
      },
      { supplierId: nuts.id, prices: [{ fromQuantity: 1, price: 0.07 }] },
    ],
  });
  expect(bolts.calendar).toMatchObject({ orderingDays: [1, 2, 3, 4, 5], cutOff: "14:30" });
  expect(nuts.leadTimeDays).toBe(7);
  const [first, second] = await own.all("locations");
  expect(first.geometry).toEqual({
    kind: "fill-height",
    emptyDistanceMm: 800,
    fullDistanceMm: 150,
    capacityPieces: 2500,
  });
  expect(second.geometry).toEqual({ kind: "button", capacityPieces: 2500 });

  await own.bring("stock-counts", "Lagerplatz;Gezählt\nA-01;1.250\nA-02;300\n");
  expect(
    (await own.all("locations")).map(({ level }: { level: { onHand: number } }) => level.onHand),
  ).toEqual([1250, 300]);

  for (const kind of ["sites", "areas", "racks", "suppliers", "parts", "locations"])
    for (const language of ["en", "de"]) {
      const file = await fetch(`${app.baseUrl}/api/v1/imports/records?kind=${kind}&language=${language}`, {
        headers: { authorization: `Bearer ${own.adminKey}` },
      });
      const again = await own.preview(`kind=${kind}`, await file.text());
      expect(again.lines, JSON.stringify(await own.lines(again.id))).toMatchObject({
        new: 0,
        changed: 0,
        error: 0,
        total: again.lines.same,
      });
    }
  // Exports write ids, and lists and objects as JSON.
  for (const kind of ["sites", "areas", "racks", "suppliers", "parts", "locations"]) {
    const { body } = await own.ask("POST", "/exports", { format: "csv", resources: [kind] });
    const file = await fetch(`${app.baseUrl}/api/v1/exports/${body.id}/content`, {
      headers: { authorization: `Bearer ${own.adminKey}` },
    });
    const again = await own.preview(`kind=${kind}`, await file.text());
    expect(again.lines, JSON.stringify(await own.lines(again.id))).toMatchObject({
      changed: 0,
      error: 0,
      total: again.lines.same,
    });
  }
  const { body: trail } = await own.ask("GET", "/audit-entries?action=part.created");
  expect(trail.items).toHaveLength(1);
  expect(trail.items[0]).toMatchObject({
    actor: { kind: "api-key", name: "admin" },
    target: { name: expect.stringContaining("M6-20") },
  });
});

test("a preview changes nothing, and says of each line what it would do or what is wrong", async () => {
  const own = await customer("previewed");
  await own.bring("suppliers", suppliersFile);
  await own.bring("parts", "Part number,Name,Unit\nA-1,Axle,pcs\nB-1,Bolt,pcs\n");
  const before = await own.all("parts");
  const made = await own.preview(
    "kind=parts&fileName=parts.csv",
    [
      "Part number,Name,Weight (g),Supplier,Price,Pack size,Blocked,Colour",
      "a-1,Axle long,12,Bolt Brothers,0.5,10,,red",
      "B-1,Bolt,,,,,,",
      "C-1,Clip,,Nobody,1,,,",
      "D-1,Disc,heavy,,,,,",
      ",Nameless,,,,,,",
      "E-1,Edge,,Nuts & Co,abc,1.5,perhaps,",
      "F-1,Fork,,,3,,,",
      'G-1,"A name',
      'in two lines",,Nuts & Co,2,,,',
      "c-2,Cap,,,,,,",
      "C-2,Cap again,,,,,,",
    ].join("\r\n"),
  );
  expect(made.lines).toMatchObject({ total: 10, new: 2, changed: 1, same: 1, error: 6 });
  expect(made.columns.at(-1)).toEqual({ header: "Colour", field: null, sample: ["red"] });
  const lines = await own.lines(made.id);
  expect(lines[0]).toMatchObject({ line: 2, outcome: "changed", title: "a-1 Axle long" });
  expect(lines[0].changes).toContainEqual({ field: "name", from: "Axle", to: "Axle long" });
  expect(lines[0].changes).toContainEqual({ field: "supplier", from: null, to: "Bolt Brothers" });
  expect(lines[0].changes).toContainEqual({ field: "weightGrams", from: null, to: "12" });
  const problems = (await own.lines(made.id, "error")).map(
    ({ line, problems }: { line: number; problems: { field: string; code: string }[] }) => [
      line,
      ...problems.map(({ field, code }) => `${field} ${code}`),
    ],
  );
  expect(problems).toEqual([
    [4, "supplier unknown-reference"],
    [5, "weightGrams no-number"],
    [6, "number missing"],
    [7, "price not-understood", "isBlocked no-yes-or-no"],
    [8, "supplier missing"],
    [12, "null twice"],
  ]);
  expect(lines[7]).toMatchObject({ line: 9, title: "G-1 A name\nin two lines" });
  expect(await own.all("parts")).toEqual(before);
  const none = await own.ask("POST", `/imports/${made.id}/apply`, { allOrNothing: true });
  expect([none.status, none.body.type]).toEqual([409, "urn:refill:problem:import-has-errors"]);

  // A supplier that was missing is made meanwhile, and a column means something else.
  await own.bring("suppliers", "Name,E-mail,Lead time\nNobody,n@n.example,3\n");
  const mapping = made.columns.map(({ field }: { field: string | null }) => field);
  mapping[7] = "supplierPartNumber";
  const again = await own.ask("PATCH", `/imports/${made.id}`, { mapping });
  expect(again.body.lines).toMatchObject({ new: 3, changed: 1, same: 1, error: 5 });
  expect((await own.ask("PATCH", `/imports/${made.id}`, { mapping: ["name"] })).status).toBe(422);
  mapping[7] = "number";
  expect((await own.ask("PATCH", `/imports/${made.id}`, { mapping })).body.errors).toMatchObject([
    { field: "mapping[7]" },
  ]);

  expect((await own.ask("POST", `/imports/${made.id}/apply`, {})).status).toBe(202);
  const applied = await own.done(made.id);
  expect(applied).toMatchObject({ state: "applied", canUndo: true, lines: { new: 3, changed: 1, error: 5 } });
  expect(await own.all("parts")).toHaveLength(5);
  const errors = await fetch(`${app.baseUrl}/api/v1/imports/${made.id}/error-file?language=de`, {
    headers: { authorization: `Bearer ${own.adminKey}` },
  });
  const file = await errors.text();
  expect(file.split("\r\n")[0]).toBe(
    "Part number,Name,Weight (g),Supplier,Price,Pack size,Blocked,Colour,Zeile,Problem",
  );
  expect(file).toContain("D-1,Disc,heavy,,,,,,5,Gewicht je Stück (g): is no number");
  // Corrected and sent again, only those lines are left to do.
  const corrected = await own.preview("kind=parts", file.replace("heavy", "900"));
  // The second of two lines about one part is about one that is there now.
  expect(corrected.lines).toMatchObject({ total: 5, new: 1, changed: 1, error: 3 });
});

test("an import is taken back, unless somebody changed its records since", async () => {
  const own = await customer("undone");
  await own.bring("suppliers", suppliersFile);
  await own.bring("parts", "Part number,Name\nA-1,Axle\n");
  const before = await own.all("parts");
  const made = await own.bring(
    "parts",
    "Part number,Name,Supplier,Price\nA-1,Axle long,Bolt Brothers,2\nB-1,Bolt,,\n",
  );
  expect(await own.all("parts")).toHaveLength(2);
  expect((await own.ask("POST", `/imports/${made.id}/undo`)).status).toBe(202);
  expect(await own.done(made.id)).toMatchObject({ state: "undone", problem: null });
  const { version: _version, updatedAt: _at, ...same } = before[0];
  expect(await own.all("parts")).toMatchObject([same]);

  const other = await own.bring("parts", "Part number,Name\nC-1,Clip\nC-2,Cap\n");
  const clip = (await own.all("parts")).find(({ number }: { number: string }) => number === "C-1");
  await own.ask("PATCH", `/parts/${clip.id}`, { name: "Clip, blue" });
  const refused = await own.ask("POST", `/imports/${other.id}/undo`);
  expect([refused.status, refused.body.type]).toEqual([409, "urn:refill:problem:import-changed"]);
  expect(refused.body.errors).toMatchObject([{ field: "line 2" }]);
  expect((await own.ask("POST", `/imports/${other.id}/undo`)).body.detail).toContain("C-1 Clip");

  const used = await own.bring("parts", "Part number,Name\nD-1,Disc\nD-2,Drum\n");
  await own.bring("sites", "Name\nHall\n");
  await own.bring("locations", "Location,Part,Capacity\nL-1,D-1,10\n");
  expect((await own.ask("POST", `/imports/${used.id}/undo`)).status).toBe(202);
  expect(await own.done(used.id)).toMatchObject({
    state: "undone",
    problem: "1 line could not be taken back; each says why.",
  });
  expect(await own.lines(used.id, "not-undone")).toMatchObject([
    { title: "D-1 Disc", undoProblem: expect.stringContaining("L-1") },
  ]);
  const counts = await own.bring("stock-counts", "Location,Counted\nL-1,4\n");
  expect((await own.ask("POST", `/imports/${counts.id}/undo`)).body.type).toBe(
    "urn:refill:problem:import-final",
  );
  expect(counts.canUndo).toBe(false);
});

test("files of every encoding and separator are read; what is no file is refused", async () => {
  const own = await customer("encoded");
  const text = "Teilenummer;Bezeichnung;Gewicht\nÄ-1;Größe „ß“;1.234,5\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  const windows = Buffer.from(
    "Teilenummer\tBezeichnung\tGewicht\n\xc4-1\tGr\xf6\xdfe \x84\xdf\x93\t1.234,5\n",
    "latin1",
  );
  for (const file of [text, `\ufeff${text}`, utf16, utf16.subarray(2), windows, `sep=;\n${text}`]) {
    const made = await own.preview("kind=parts", file);
    expect(made.lines).toMatchObject({ total: 1, new: 1 });
    const [line] = await own.lines(made.id);
    expect(line.title).toBe("Ä-1 Größe „ß“");
    expect(made.decimalSign).toBe(",");
  }
  const code = async (file: string | Uint8Array, query = "kind=parts") => {
    const { status, body } = await own.send(query, file);
    return `${status} ${body.type.split(":").at(-1)}`;
  };
  expect(await code("")).toBe("422 file-empty");
  expect(await code("Part number,Name\n")).toBe("422 file-empty");
  expect(await code('a,b\n"x,y')).toBe("422 file-malformed");
  expect(await code("a,b\n1,2\n", "kind=wheels")).toBe("400 invalid");
  expect(await code(`Number,Name\n${"1,x\n".repeat(20_001)}`)).toBe("422 file-too-long");
  expect(await code(new Uint8Array(9 * 1024 * 1024).fill(65))).toBe("413 body-too-large");
  expect((await own.send("kind=parts", "a,b\n1,2\n", own.userKey)).status).toBe(403);
  const made = await own.preview("kind=parts", "a,b\n1,2\n");
  expect(made.lines).toMatchObject({ error: 1 });
  expect((await own.ask("GET", `/imports/${made.id}/lines`, undefined, own.userKey)).status).toBe(403);
  expect((await own.ask("DELETE", `/imports/${made.id}`)).status).toBe(204);
  expect((await own.ask("GET", `/imports/${made.id}`)).status).toBe(404);
  expect((await own.ask("GET", `/imports/${randomUUID()}`)).status).toBe(404);
  const empty = await own.preview("kind=parts", "a,b\n1,2\n");
  expect((await own.ask("POST", `/imports/${empty.id}/apply`, {})).body.type).toBe(
    "urn:refill:problem:import-empty",
  );
});

test("5,000 parts of two suppliers are previewed, imported, changed and taken back", async () => {
  const own = await customer("many");
  await own.bring("suppliers", suppliersFile);
  const file = (price: string) =>
    `Part number,Name,Unit,Supplier,Price,Supplier 2,Price 2\n${Array.from(
      { length: 5_000 },
      (_, index) => `P-${index},Part ${index},pcs,Bolt Brothers,1: ${price} | 100: 0.01,Nuts & Co,${price}`,
    ).join("\n")}\n`;
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const result = await work();
    if (process.env.REFILL_TEST_LOG) console.log(what, ((performance.now() - began) / 1000).toFixed(2));
    return result;
  };
  const made = await timed("preview", () => own.preview("kind=parts", file("0.05")));
  await timed("apply", async () => {
    await own.ask("POST", `/imports/${made.id}/apply`, {});
    expect(await own.done(made.id)).toMatchObject({ state: "applied", lines: { new: 5_000, done: 5_000 } });
  });
  const again = await timed("preview of changes", () => own.preview("kind=parts", file("0.06")));
  expect(again.lines).toMatchObject({ changed: 5_000 });
  await timed("apply all or nothing", async () => {
    await own.ask("POST", `/imports/${again.id}/apply`, { allOrNothing: true });
    expect(await own.done(again.id)).toMatchObject({ state: "applied", lines: { changed: 5_000 } });
  });
  expect((await own.ask("POST", `/imports/${made.id}/undo`)).status).toBe(409);
  await timed("undo", async () => {
    await own.ask("POST", `/imports/${again.id}/undo`);
    expect(await own.done(again.id)).toMatchObject({ state: "undone", problem: null });
  });
  const [part] = await own.all("parts");
  expect(part.supplies[1].prices).toEqual([{ fromQuantity: 1, price: 0.05 }]);
}, 60_000);
