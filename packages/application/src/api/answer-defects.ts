import type { HostileRequest } from "./hostile-requests.ts";
import { isJson } from "./operations-under-test.ts";
import { isProblem, type RawAnswer, type RawRequest, type Silence } from "./raw-http.ts";

/** For tests: what no answer of the API may be or tell, in words. */
export function defectsOf(
  { method }: RawRequest,
  answer: RawAnswer | Silence,
  expected?: HostileRequest["expected"],
): string[] {
  if (typeof answer === "string") return [`not answered: ${answer}`];
  const { status, headers, text, body } = answer;
  const code = body?.code ?? body?.message ?? body?.type ?? "";
  const defects: string[] = [];
  if (status >= 500) defects.push(`answered ${status} ${code}`);
  if (status >= 400 && method !== "HEAD" && (!isProblem(answer) || body.status !== status || !body.detail))
    defects.push(`refused with ${status} ${code}, but without problem details`);
  if (isJson(headers.get("content-type") ?? "") && text !== "" && body === undefined)
    defects.push("answered with broken JSON");
  if (expected === "refused" && status < 400) defects.push("took a field that nobody knows");
  // An earlier request may be under way still.
  if (expected === "done" && status >= 300 && status !== 409)
    defects.push(`refused with ${status} what is right`);
  if (headers.has("x-injected")) defects.push("a header of the answer was forged");
  for (const [what, pattern] of Object.entries(inside))
    if (pattern.test(text)) defects.push(`${what} in the answer`);
  return defects;
}

/** How to get there again, and what the log says of it. */
export function reproduction(
  what: string,
  { method, target, headers, body }: RawRequest,
  answer: RawAnswer | Silence,
  lastLine = "",
): string {
  const sent = headers.filter(([name]) => !["authorization", "cookie"].includes(name));
  const lines = sent.map(([name, value]) => ` ${name}: ${value.slice(0, 40)};`).join("");
  const text = body ? ` ${body.length} bytes ${body.toString("utf8", 0, 300)}` : "";
  const said = typeof answer === "string" ? answer : `${answer.status} ${answer.text.slice(0, 300)}`;
  const reason = /"reason":("(?:[^"\\]|\\.)*")/.exec(lastLine)?.[1];
  const why = said.startsWith("5") && reason ? `\n    → log: ${reason.slice(0, 300)}` : "";
  return `  ${what}\n    ${method} ${target.slice(0, 200)}${lines}${text}\n    → ${said}${why}`;
}

const inside = {
  "a stack": /\bat (async )?(file:|\/|\w+ \()|node_modules|\.m?[jt]s:\d/,
  SQL: /\b(select|insert|update|delete)\b.{1,80}\b(from|into|set)\b|syntax error at|violates|relation "|invalid input syntax|out of range/i,
};
