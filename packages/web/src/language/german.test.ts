import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { parse } from "@formatjs/icu-messageformat-parser";
import { expect, test } from "vitest";
import ts from "../../node_modules/typescript/lib/typescript.js";
import type { Catalogue } from "./language.ts";

/** Every text of the page is there in German, says the same things, and no text stands in the code that can't be translated. */
const root = join(import.meta.dirname, "..");
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (file) => /\.tsx?$/.test(file) && !file.includes(".test.") && !file.startsWith("language/german/"),
);
/** Folders whose texts every page may use; all others have a catalogue of their own. */
const everywhere = new Set(["", "api", "layout", "parts", "table", "language"]);
/** Not to be read, or the same in each language. */
const untranslated =
  /^[^\p{L}]*$|^(Refill|CSV|PDF|QR|DevEUI|JoinEUI|AppKey|NwkKey|API|URL|English|Deutsch|LoRaWAN|Esc|mm|kg|K|g|h|dBm|dB|SF|ABC|XYZ|⌘ K)$/u;
const spokenAttributes = new Set([
  "label",
  "title",
  "placeholder",
  "description",
  "aria-label",
  "alt",
  "note",
  "submit",
  "action",
  "heading",
  "text",
  "none",
  "tooltip",
  "nothingFoundMessage",
]);

const spokenFields = new Set(["name", "label", "title", "description", "words", "text", "note"]);

interface Found {
  file: string;
  section: string;
  keys: Map<string, number>;
  problems: string[];
}
const found = sources.map(read);
const catalogues = new Map<string, Catalogue>();
for (const file of readdirSync(join(root, "language/german")))
  catalogues.set(file.replace(".ts", ""), (await import(`./german/${file}`)).default as Catalogue);

test.each([...new Set(found.map(({ section }) => section))].sort())("%s speaks German", (section) => {
  const own = found.filter((each) => each.section === section);
  const words = { ...catalogues.get("base")?.words, ...catalogues.get(section)?.words };
  const problems = own.flatMap(({ file, keys, problems: untold }) => [
    ...untold,
    ...[...keys].flatMap(([key, line]) => {
      const german = words[key];
      if (german === undefined) return `${file}:${line} has no German: ${key}`;
      return argumentsOf(german) === argumentsOf(key)
        ? []
        : `${file}:${line} has other values in German: ${key}`;
    }),
  ]);
  // As one text: a list would be cut.
  expect(problems.join("\n")).toBe("");
});

test("nothing is translated that nobody says any more", () => {
  const said = new Set(found.flatMap(({ keys }) => [...keys.keys()]));
  const unused = [...catalogues].flatMap(([section, { words }]) =>
    Object.keys(words)
      .filter((key) => !said.has(key))
      .map((key) => `${section}: ${key}`),
  );
  expect(unused).toEqual([]);
});

/** A section is a folder; what all may use is "base". */
function read(file: string): Found {
  const text = readFileSync(join(root, file), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const folder = file.includes("/") ? file.split("/")[0]! : "";
  const keys = new Map<string, number>();
  const problems: string[] = [];
  const line = (node: { getStart(): number }) => tree.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const tell = (node: { getStart(): number }, what: string) =>
    problems.push(`${relative(".", file)}:${line(node)} ${what}`);
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "t") {
      const [first] = node.arguments;
      for (const literal of first ? literalsOf(first) : [])
        if (literal === undefined) tell(node, "t() takes a text that stands there");
        else keys.set(literal, line(node));
      // Words among the values: { what: isOpen ? "open" : "closed" }
      for (const value of node.arguments.slice(1).flatMap(wordsWithin))
        tell(node, `“${value}” is not in t()`);
    }
    if (ts.isJsxText(node) && !untranslated.test(node.text.trim()))
      tell(node, `“${node.text.trim()}” is not in t()`);
    if (ts.isJsxAttribute(node) && spokenAttributes.has(node.name.getText())) {
      const value = node.initializer;
      const spoken = value && ts.isJsxExpression(value) ? value.expression : value;
      if (spoken && (ts.isStringLiteral(spoken) || ts.isTemplateExpression(spoken))) {
        const said = ts.isStringLiteral(spoken)
          ? spoken.text
          : [spoken.head, ...spoken.templateSpans.map((span) => span.literal)]
              .map((part) => part.text)
              .join("");
        if (!untranslated.test(said.trim())) tell(node, `${node.name.getText()} “${said}” is not in t()`);
      }
    }
    // { name: "Members", … }
    if (
      ts.isPropertyAssignment(node) &&
      spokenFields.has(node.name.getText()) &&
      ts.isStringLiteral(node.initializer) &&
      /^\p{Lu}/u.test(node.initializer.text) &&
      !untranslated.test(node.initializer.text)
    )
      tell(node, `“${node.initializer.text}” is not in t()`);
    // {"text"}, {condition ? "text" : …} and the like within elements
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent))
      for (const literal of literalsOf(node.expression))
        if (literal !== undefined && !untranslated.test(literal.trim()))
          tell(node, `“${literal}” is not in t()`);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { file, section: everywhere.has(folder) ? "base" : folder, keys, problems };
}

/** Texts to be read that stand in an expression outside of a t() of their own. */
function wordsWithin(node: ts.Node): string[] {
  if (ts.isCallExpression(node) || ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)) return [];
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsEqualsEqualsToken)
    return [];
  if (ts.isStringLiteral(node) && /\p{L}{2}/u.test(node.text)) return [node.text];
  return node.getChildren().flatMap(wordsWithin);
}

/** The texts that an expression can be; undefined among them: something else, where it is not a choice. */
function literalsOf(node: ts.Expression): (string | undefined)[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isParenthesizedExpression(node)) return literalsOf(node.expression);
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue), ...literalsOf(node.whenFalse)];
  return ts.isIdentifier(node) || ts.isTemplateExpression(node) || ts.isBinaryExpression(node)
    ? [undefined]
    : [];
}

/** Names of values and tags in a message, in order. */
function argumentsOf(message: string): string {
  const names = new Set<string>();
  const walk = (elements: ReturnType<typeof parse>): void => {
    for (const element of elements) {
      if ("value" in element && element.type !== 0) names.add(String(element.value));
      if ("children" in element) walk(element.children);
      if ("options" in element) for (const option of Object.values(element.options)) walk(option.value);
    }
  };
  walk(parse(message));
  return [...names].sort().join(",");
}
