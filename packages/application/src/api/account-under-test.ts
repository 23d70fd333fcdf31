import type { Random } from "../../../factory/src/random.ts";
import { systemActor } from "../accounts/actor.ts";
import { type Answer, type ApplicationUnderTest, until } from "../application-under-test.ts";
import { isChosen, isShared, knownBodies, knownValues, makers, references } from "./known-records.ts";
import { isJson, type Operation } from "./operations-under-test.ts";
import type { RawRequest } from "./raw-http.ts";
import { isId, type Place, type Sample, samplesOf, type Taste, withValue } from "./schema-values.ts";

/** An operation's request: what fills the braces of its path, its query, and its body. */
export interface Filled {
  path: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body: Sample | undefined;
}

/** For tests: a customer with records of every kind, made through the API as its document describes it. */
export class AccountUnderTest {
  readonly customer: Awaited<ReturnType<ApplicationUnderTest["createCustomer"]>>;
  readonly #app: ApplicationUnderTest;
  readonly #operations: ReadonlyMap<string, Operation>;
  readonly #dice: Random;
  readonly #held = new Map<string, string>();
  #isFrozen = false;

  private constructor(
    app: ApplicationUnderTest,
    operations: readonly Operation[],
    dice: Random,
    customer: AccountUnderTest["customer"],
  ) {
    this.#app = app;
    this.#operations = new Map(operations.map((each) => [each.name, each]));
    this.#dice = dice;
    this.customer = customer;
  }

  static async open(
    app: ApplicationUnderTest,
    operations: readonly Operation[],
    dice: Random,
    slug: string,
  ): Promise<AccountUnderTest> {
    return new AccountUnderTest(app, operations, dice.fork(slug), await app.createCustomer(slug));
  }

  /** Makes what any operation may name. */
  async makeAll(): Promise<void> {
    for (const operation of this.#operations.values()) await this.fill(operation);
  }

  /** Nothing is made from now on; what is there is named again. */
  freeze(): void {
    this.#isFrozen = true;
  }

  /** What opens something without a key. */
  get tokens(): string[] {
    return [...this.#held].flatMap(([template, token]) => (template.endsWith("/{token}") ? [token] : []));
  }

  /**
   * A request with ids of this account, which the product takes. `choice`: of several bodies; see {@link choicesOf}.
   * `isFull`: with all that the schemas allow, whether the product takes it or not.
   */
  async fill(operation: Operation, choice = 0, isFresh = false, isFull = false): Promise<Filled> {
    const path: Record<string, string> = {};
    const query: Record<string, string> = {};
    for (const [, name] of operation.path.matchAll(/\{(\w+)\}/g)) {
      const upTo = operation.path.slice(0, operation.path.indexOf(`{${name}}`) + name!.length + 2);
      const template = makers[operation.path] ? operation.path : upTo;
      path[name!] = await this.#record(template, withParameters(upTo, path), isFresh);
    }
    for (const { name, in: where, isRequired, schema } of operation.parameters)
      if (where === "query" && (isRequired || isId(schema)))
        query[name] = isId(schema)
          ? await this.idFor(operation, [name], isFresh)
          : String(samplesOf(schema, name, this.#dice, this.#taste(operation, isFull))[0]!.value);
    let body = this.#samplesFor(operation, isFull)[choice];
    for (const place of body?.ids ?? [])
      if (!isChosen(operation, place))
        body = {
          ...body!,
          value: withValue(body!.value, place, await this.idFor(operation, place, isFresh)),
        };
    return { path, query, body };
  }

  choicesOf(operation: Operation): number {
    return Math.max(1, this.#samplesFor(operation).length);
  }

  /** Where to read what the operation writes, as far as the document says so. */
  readsOf({ path }: Operation, filled: Filled): string[] {
    const above = path.slice(0, path.lastIndexOf("/"));
    const readable = [path, above].filter((each) => this.#operations.has(`GET ${each}`));
    return readable.map((each) => withParameters(each, filled.path));
  }

  /** The id of a record of this account that fits the field: `siteId` names one of `/api/v1/sites`. */
  idFor(operation: Operation, place: Place, isFresh = false): Promise<string> {
    const template = this.#collectionOf(operation, place);
    return this.#record(template, template, isFresh && !isShared(place));
  }

  /** A new record. */
  make(template: string): Promise<string> {
    return this.#record(template, template, true);
  }

  /** Names this record from now on. */
  hold(template: string, id: string): void {
    this.#held.set(template, id);
  }

  /** The token of a registration link for a user. */
  async invitation(): Promise<string> {
    const body = { role: "user", emails: [this.email()] };
    const { items } = await this.answer("POST", "/api/v1/invitations", body);
    return items[0].link.split("#")[1];
  }

  /** The id of a new order that waits for a person. */
  async orderToApprove(): Promise<string> {
    const partId = await this.make("/api/v1/parts/{id}");
    await this.answer("PATCH", `/api/v1/parts/${partId}`, { needsApproval: true });
    const locationId = await this.make("/api/v1/locations/{id}");
    await this.answer("PATCH", `/api/v1/locations/${locationId}`, { partId });
    return (await this.answer("POST", "/api/v1/orders", { locationId, quantity: 10 })).id;
  }

  /** The id of a new proposal of planning, which is open. */
  async proposal(): Promise<string> {
    const locationId = await this.make("/api/v1/locations/{id}");
    const { policy, safetyStock } = await this.answer("GET", `/api/v1/locations/${locationId}`);
    const effect = {
      stock: 5,
      stockValue: null,
      stockOutsPerYear: -2,
      fillRate: 0.01,
      ordersPerYear: 0,
      costPerYear: null,
    };
    const proposalId = await this.#app.accounts.store.change(
      this.customer.accountId,
      systemActor,
      (change) => {
        const { id } = change.put("proposal", {
          id: crypto.randomUUID(),
          locationId,
          state: "open",
          before: { policy, safetyStock },
          after: { policy: { ...policy, minimum: policy.minimum + 5 }, safetyStock },
          reason: "More is used.",
          outcome: "Fewer stock-outs.",
          effect,
          needsPerson: "Changes are not applied automatically.",
          createdAt: change.at,
          decidedAt: null,
          decidedBy: null,
          isAutomatic: false,
          note: "",
        });
        return id;
      },
    );
    // Made by another process than the one that answers.
    await until(
      async () => (await this.request("GET", `/api/v1/planning/proposals/${proposalId}`)).status === 200,
    );
    return proposalId;
  }

  /** A new member's id. */
  async member(): Promise<string> {
    return (await this.#app.member(this.customer.accountId, "user")).id;
  }

  /** The preview of a file that would make a part, or what came of it. */
  async import(isApplied = false): Promise<string> {
    const part = `P-${this.#dice.hex(4)}`;
    const answer = await fetch(`${this.#app.baseUrl}/api/v1/imports?kind=parts`, {
      method: "POST",
      headers: { ...bearer(this.customer.adminKey), "content-type": "text/csv" },
      body: `Part number,Name\n${part},Hexagon screw\n`,
    });
    const { id } = (await answer.json()) as { id: string };
    if (!isApplied) return id;
    await this.answer("POST", `/api/v1/imports/${id}/apply`, {});
    await until(async () => (await this.answer("GET", `/api/v1/imports/${id}`)).state === "applied");
    return id;
  }

  email(): string {
    return `p${this.#dice.hex(4)}@people.example`;
  }

  request(method: string, path: string, body?: unknown): Promise<Answer> {
    return this.#app.request(method, path, { key: this.customer.adminKey, body });
  }

  async answer(method: string, path: string, body?: unknown): Promise<Answer["body"]> {
    const answer = await this.request(method, path, body);
    if (answer.status >= 300)
      throw new Error(`${method} ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  #samplesFor(operation: Operation, isFull = false): Sample[] {
    const { body } = operation;
    return body ? samplesOf(body.schema, "", this.#dice, this.#taste(operation, isFull)) : [];
  }

  #taste({ name }: Operation, isFull: boolean): Taste {
    return { known: { ...knownValues(this.#dice), ...knownBodies[name]?.(this.#dice) }, isFull };
  }

  #collectionOf(operation: Operation, place: Place): string {
    const field = String(place.findLast((each) => typeof each === "string"));
    if (references[field]) return references[field];
    const paths = [...this.#operations.values()].map(({ path }) => path);
    const lists = [...place.map(String).reverse(), operation.path.split("/")[3]!];
    const own = lists.find((list) => paths.some((path) => path.startsWith(`/api/v1/${list}/{`)));
    // What stands beside the operation: of `proposals/apply`, `proposals/{id}`.
    const beside = `${operation.path.slice(0, operation.path.lastIndexOf("/"))}/{id}`;
    if (!own && ["id", "ids"].includes(field) && paths.includes(beside)) return beside;
    const plural = field === "id" || field === "ids" ? own : pluralOf(field);
    const found = paths.find((path) => new RegExp(`^/api/v1/${plural}/\\{\\w+\\}`).test(path));
    if (!found)
      throw new Error(
        `${operation.name} takes an id as ${place.join(".")}, and nothing is read at /api/v1/${plural}/{id}: say in \`references\` of known-records.ts what ${field} names`,
      );
    return found.split("/").slice(0, 5).join("/");
  }

  /** `template`: up to the parameter, e.g. `/api/v1/sites/{id}`; `path`: the same, what comes before it filled in. */
  async #record(template: string, path: string, isFresh: boolean): Promise<string> {
    const held = this.#held.get(template);
    if (held && !isFresh) return held;
    if (this.#isFrozen) throw new Error(`nothing of ${template} was made before`);
    const collection = path.slice(0, path.lastIndexOf("/"));
    const id = await (makers[template]?.(this, collection) ?? this.#create(template, collection));
    if (!isFresh) this.#held.set(template, id);
    return id;
  }

  async #create(template: string, collection: string): Promise<string> {
    const operation = this.#operations.get(`POST ${template.slice(0, template.lastIndexOf("/"))}`);
    const missing = `add "${template}" to \`makers\` in known-records.ts`;
    if (!operation || (operation.body && !isJson(operation.body.type)))
      throw new Error(`no operation makes what ${template} names: ${missing}`);
    const { body } = await this.fill(operation, 0, true);
    let answer = await this.request("POST", collection, body?.value);
    if (answer.status === 409) {
      await this.#makeRoom(template, collection);
      answer = await this.request("POST", collection, body?.value);
    }
    const id = answer.body?.id;
    if (typeof id !== "string")
      throw new Error(
        `POST ${collection} of ${JSON.stringify(body?.value)} was answered ${answer.status} ${JSON.stringify(answer.body)}: say in \`knownValues\` or \`knownBodies\` what it takes, or ${missing}`,
      );
    return id;
  }

  /** An account has only so many of some: all but the one that is held go. */
  async #makeRoom(template: string, collection: string): Promise<void> {
    const { items = [] } = (await this.request("GET", collection)).body;
    for (const { id } of items)
      if (id !== this.#held.get(template)) await this.request("DELETE", `${collection}/${id}`);
  }
}

/** The path with its parameters' values. */
export function withParameters(path: string, values: Readonly<Record<string, string>>): string {
  return path.replaceAll(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

export function bearer(key: string): Record<string, string> {
  return { authorization: `Bearer ${key}` };
}

export function requestOf(
  operation: Operation,
  { path, query, body }: Filled,
  headers: Record<string, string>,
): RawRequest {
  const search = new URLSearchParams(query).toString();
  const value = body?.value;
  return {
    method: operation.method,
    target: `${withParameters(operation.path, path)}${search && `?${search}`}`,
    headers: [
      ...Object.entries(headers),
      ...(body ? ([["content-type", operation.body!.type]] as const) : []),
    ],
    body: body && Buffer.from(typeof value === "string" ? value : JSON.stringify(value)),
  };
}

/** `multicastGroupIds` → `multicast-groups` */
function pluralOf(field: string): string {
  const words = field.replace(/Ids?$/, "").replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return words.endsWith("y") ? `${words.slice(0, -1)}ies` : `${words}s`;
}
