import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvLine } from "./csv.ts";

test("texts that a spreadsheet would run are kept from it; numbers stay numbers", () => {
  expect(csvLine(['=HYPERLINK("http://evil.example")', "+1", "-2", "@SUM(A1)", "\tx", -5, null])).toBe(
    `"'=HYPERLINK(""http://evil.example"")",'+1,'-2,'@SUM(A1),"'\tx",-5,\r\n`,
  );
});

test("whatever the texts are, a reader gets them back", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.string({ unit: "binary" }).filter((text) => !text.startsWith("'")),
        { minLength: 2, maxLength: 6 },
      ),
      (texts) => {
        const [row] = parse(csvLine(texts), { relax_column_count: true }) as string[][];
        expect(row!.map((text) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ""))).toEqual(texts);
      },
    ),
  );
});
