import type { IncomingMessage, ServerResponse } from "node:http";

export interface Answer {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

/** Serves JSON requests by a function; what it throws is a defect of the stand-in and answered by 500. */
export function serveJson(
  answer: (request: IncomingMessage, body: Record<string, unknown>) => Promise<Answer> | Answer,
) {
  return async (request: IncomingMessage, response: ServerResponse) => {
    let result: Answer;
    try {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString("utf8");
      result = await answer(request, text === "" ? {} : JSON.parse(text));
    } catch (error) {
      result = { status: 500, body: { errors: [String(error)] } };
    }
    response.writeHead(result.status, {
      ...(result.body === undefined ? {} : { "Content-Type": "application/json; charset=utf-8" }),
      ...result.headers,
    });
    response.end(result.body === undefined ? undefined : JSON.stringify(result.body));
  };
}
