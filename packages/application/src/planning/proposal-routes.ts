import { Type } from "typebox";
import type { Proposal as ProposalRecord } from "../accounts/records.ts";
import type { Api, ApiServer } from "../api/api.ts";
import {
  byNumber,
  createdFilters,
  filter,
  findPage,
  foldedOf,
  type ListQuery,
  type ListRules,
  listQuery,
} from "../api/list-rules.ts";
import { Page } from "../api/paging.ts";
import { IdParameter, refusals } from "../api/resource-routes.ts";
import * as schemas from "../api/schemas.ts";
import { foldedPart } from "../inventory/lists.ts";
import { notFound, Refusal, refuseFields } from "../refusal.ts";
import { applyProposal, dismissProposal } from "./apply-proposal.ts";
import { proposalView } from "./proposal-view.ts";
import { Applied, ApplyInput, DismissInput, Proposal, ProposalState } from "./schema.ts";

const states = Type.Array(ProposalState, {
  minItems: 1,
  maxItems: 4,
  description: "One or more: state=open&state=applied",
});
const proposalList: ListRules<"proposal"> = {
  searched: "the location's name, its part's number and name",
  searchedText: ({ locationId }, set) => {
    const location = set.get("location", locationId);
    return location
      ? `${foldedOf(location, ({ name }) => name)}\n${foldedPart(set.get("part", location.partId))}`
      : "";
  },
  sorts: { createdAt: byNumber(({ createdAt }) => createdAt) },
  filters: {
    state: filter<ProposalRecord, readonly string[]>(states, ({ state }, wanted) => wanted.includes(state)),
    locationId: filter<ProposalRecord, string>(schemas.Id, ({ locationId }, id) => locationId === id),
    siteId: filter<ProposalRecord, string>(
      schemas.Id,
      ({ locationId }, id, set) => set.get("location", locationId)?.siteId === id,
    ),
    ...createdFilters,
  },
};

/** What planning proposes, and what people decide about it. */
export function proposalRoutes(app: ApiServer, { store }: Api): void {
  const tags = ["planning"];
  const answer = { 200: Proposal, ...refusals };
  app.get(
    "/planning/proposals",
    {
      schema: {
        tags,
        summary: "List what planning proposes: changes of locations' policies and safety stocks",
        querystring: listQuery(proposalList),
        response: { 200: Page(Proposal), ...refusals },
      },
    },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const query = request.query as ListQuery;
      const { records, nextCursor } = findPage(set, "proposal", proposalList, query, Date.now());
      return { items: records.map(proposalView) as never, nextCursor };
    },
  );

  app.get(
    "/planning/proposals/:id",
    { schema: { tags, summary: "Read a proposal", params: IdParameter, response: answer } },
    async (request) => {
      const set = await store.read(request.principal.accountId);
      const proposal = set.get("proposal", request.params.id);
      if (!proposal) throw notFound("proposal");
      return proposalView(proposal) as never;
    },
  );

  app.post(
    "/planning/proposals/:id/apply",
    {
      schema: {
        tags,
        summary: "Give the location the parameters that are proposed",
        params: IdParameter,
        response: answer,
      },
    },
    async (request) => {
      const { accountId, actor, name } = request.principal;
      const proposal = await store.change(accountId, actor, (change) => {
        const known = change.get("proposal", request.params.id);
        if (!known) throw notFound("proposal");
        return applyProposal(change, known, name, false);
      });
      return proposalView(proposal) as never;
    },
  );

  app.post(
    "/planning/proposals/:id/dismiss",
    {
      schema: {
        tags,
        summary: "Dismiss a proposal: the same is not proposed again for half a year",
        params: IdParameter,
        body: DismissInput,
        response: answer,
      },
    },
    async (request) => {
      const { accountId, actor, name } = request.principal;
      const proposal = await store.change(accountId, actor, (change) => {
        const known = change.get("proposal", request.params.id);
        if (!known) throw notFound("proposal");
        return dismissProposal(change, known, name, request.body.reason ?? "");
      });
      return proposalView(proposal) as never;
    },
  );

  app.post(
    "/planning/proposals/apply",
    {
      schema: {
        tags,
        summary: "Apply many proposals: each by itself, so that one that is refused holds up no other",
        body: ApplyInput,
        response: { 200: Applied, ...refusals },
      },
    },
    async (request) => {
      const { accountId, actor, name } = request.principal;
      return store.change(accountId, actor, async (change) => {
        const wanted = request.body.ids.map((id) => change.get("proposal", id) ?? { id, isUnknown: true });
        refuseFields(
          wanted.flatMap((each, index) =>
            "isUnknown" in each ? [{ field: `ids[${index}]`, message: "there is no such proposal" }] : [],
          ),
        );
        const applied: string[] = [];
        const refused: { id: string; code: string; detail: string }[] = [];
        for (const { id } of wanted) {
          try {
            await change.attempt(() => applyProposal(change, change.get("proposal", id)!, name, false));
            applied.push(id);
          } catch (error) {
            if (!(error instanceof Refusal)) throw error;
            refused.push({ id, code: error.code, detail: error.message });
          }
        }
        return { applied, refused };
      });
    },
  );
}
