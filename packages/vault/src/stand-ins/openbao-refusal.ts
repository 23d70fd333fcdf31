import type { Answer } from "./json-requests.ts";

/** An answer other than success, thrown from wherever it is found. */
export class OpenBaoRefusal extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`answer ${answer.status}`);
    this.answer = answer;
  }
}

/** What is not there is answered by 404 without an error; `data` goes with what was deleted. */
export function refuse(status: number, error?: string, data?: object): OpenBaoRefusal {
  const body = data === undefined ? { errors: error === undefined ? [] : [error] } : { data };
  return new OpenBaoRefusal({ status, body });
}
