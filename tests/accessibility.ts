import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { expect } from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/**
 * Fails with what keeps people who see, hear or move less from using the page as it stands (WCAG 2.2 A and AA, and axe-core's
 * best practices).
 */
export async function expectAccessible(page: Page, what = page.url()): Promise<void> {
  // Not as a script element: the page's content security policy rightly refuses those.
  await page.evaluate(`if (!window.axe) { ${axe} }`);
  // What fades in has its colours only afterwards.
  await page.evaluate(() => {
    const fading = document
      .getAnimations()
      .filter((each) => Number.isFinite(each.effect?.getComputedTiming().endTime))
      .map((each) => each.finished.catch(() => undefined));
    return Promise.race([Promise.all(fading), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  });
  const violations = await page.evaluate(async () => {
    const { violations } = await (
      window as unknown as {
        axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
      }
    ).axe.run(document, {
      runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.slice(0, 4).map(({ html, failureSummary }) => `${html.slice(0, 200)} — ${failureSummary}`),
    }));
  });
  expect(violations, `${what} for everybody`).toEqual([]);
}

interface Violation {
  id: string;
  help: string;
  nodes: { html: string; failureSummary: string }[];
}
