import { Alert, Button, Checkbox, SegmentedControl } from "@mantine/core";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { locationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { said, t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { NoHistory } from "./no-history.tsx";
import { ProposalView, SumOfEffects } from "./proposal.tsx";
import { DecideProposals, type Refused } from "./proposal-decision.tsx";
import { latestRunQuery, type Proposal, type ProposalState, proposalsQuery } from "./queries.ts";
import { RunStatus } from "./run-status.tsx";
import { proposalWords } from "./words.ts";

const listNames: Record<ProposalState, string> = {
  open: t("Open proposals"),
  applied: t("Applied proposals"),
  dismissed: t("Dismissed proposals"),
  withdrawn: t("Withdrawn proposals"),
};

/** What planning proposes, and what people and planning itself decided about it. */
export function ProposalsPage() {
  const { state = "open" } = useSearch({ from: "/inside/planning/proposals" });
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={t("Planning")}>
        <SegmentedControl
          size="xs"
          aria-label={t("State of the proposals")}
          style={{ marginLeft: "auto" }}
          data={Object.entries(proposalWords).map(([value, label]) => ({ value, label }))}
          value={state}
          onChange={(next) =>
            void navigate({ to: "/planning/proposals", search: { state: next as ProposalState } })
          }
        />
      </PageHead>
      <div className="stack">
        <RunStatus />
        <ProposalList key={state} state={state} />
      </div>
    </>
  );
}

function ProposalList({ state }: { state: ProposalState }) {
  const found = useInfiniteQuery(proposalsQuery(state));
  const { part } = useCatalogue();
  const locations = useQuery(locationsQuery).data;
  const decides = useMay("manage-inventory") && state === "open";
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Refused[]>([]);
  const [onlyAutomatic, setOnlyAutomatic] = useState(false);
  if (found.isPending) return <Loading />;
  if (found.error && !found.data) return <Failed error={found.error} onAgain={() => found.refetch()} />;
  const all = found.data.pages.flatMap(({ items }) => items);
  const shown = onlyAutomatic ? all.filter(({ isAutomatic }) => isAutomatic) : all;
  if (all.length === 0) return <NoProposals state={state} />;
  const locationOf = new Map(locations?.map((location) => [location.id, location]));
  const selected = shown.filter(({ id }) => chosen.has(id));
  return (
    <>
      {state === "applied" && (
        <Checkbox
          label={t("Only what planning applied by itself")}
          checked={onlyAutomatic}
          onChange={(event) => setOnlyAutomatic(event.currentTarget.checked)}
        />
      )}
      {decides && (
        <SelectionBar
          all={shown}
          selected={selected}
          onSelect={(proposals) => setChosen(new Set(proposals.map(({ id }) => id)))}
          onDone={(problems) => {
            setChosen(new Set());
            setRefused(problems);
          }}
        />
      )}
      {refused.length > 0 && (
        <Alert
          color="red"
          role="alert"
          title={t("{length} could not be decided", { length: refused.length })}
          withCloseButton
          closeButtonLabel={t("Close")}
          onClose={() => setRefused([])}
        >
          <ul className="plain-list">
            {refused.map(({ id, detail }) => (
              <li key={id}>{said(detail)}</li>
            ))}
          </ul>
        </Alert>
      )}
      <ul className="card proposal-list" aria-label={listNames[state]}>
        {shown.map((proposal) => {
          const location = locationOf.get(proposal.locationId);
          return (
            <li key={proposal.id}>
              {decides && (
                <Checkbox
                  aria-label={t("Select the proposal for {name}", {
                    name: location?.name ?? t("this location"),
                  })}
                  checked={chosen.has(proposal.id)}
                  onChange={(event) => {
                    const next = new Set(chosen);
                    if (event.currentTarget.checked) next.add(proposal.id);
                    else next.delete(proposal.id);
                    setChosen(next);
                  }}
                />
              )}
              <ProposalView
                proposal={proposal}
                location={location}
                part={location && part.get(location.partId)}
              >
                {decides && <DecideProposals size="xs" proposals={[proposal]} />}
              </ProposalView>
            </li>
          );
        })}
      </ul>
      {shown.length === 0 && (
        <Empty title={t("None of these")}>{t("Planning applied none of them by itself.")}</Empty>
      )}
      {found.hasNextPage && (
        <Button variant="default" loading={found.isFetchingNextPage} onClick={() => found.fetchNextPage()}>
          {t("Show more")}
        </Button>
      )}
    </>
  );
}

function SelectionBar({
  all,
  selected,
  onSelect,
  onDone,
}: {
  all: readonly Proposal[];
  selected: readonly Proposal[];
  onSelect(proposals: readonly Proposal[]): void;
  onDone(refused: Refused[]): void;
}) {
  const isAll = selected.length === all.length;
  return (
    <div className="selection-bar card">
      <Checkbox
        label={
          selected.length === 0
            ? t("Select all {length}", { length: all.length })
            : t("{length} selected", { length: selected.length })
        }
        checked={isAll}
        indeterminate={selected.length > 0 && !isAll}
        onChange={() => onSelect(isAll ? [] : all)}
      />
      {selected.length > 1 && (
        <>
          <SumOfEffects proposals={selected} />
          <span className="selection-actions">
            <DecideProposals proposals={selected} onDone={onDone} />
          </span>
        </>
      )}
    </div>
  );
}

function NoProposals({ state }: { state: ProposalState }) {
  const run = useQuery(latestRunQuery).data;
  if (state !== "open")
    return (
      <Empty title={t("None of these")}>
        {t("Proposals that were applied, dismissed or withdrawn stand here.")}
      </Empty>
    );
  return (
    <>
      <Empty title={t("Nothing is proposed")}>
        {run?.state === "done"
          ? t("All policies that could be judged are as good as what planning would choose.")
          : t("As soon as planning has run, changes that are worth it are proposed here.")}{" "}
        {t("See <link>the forecasts</link>, or try something in <link2>What if</link2>.", {
          link: (inside) => <Link to="/planning/locations">{inside}</Link>,
          link2: (inside) => <Link to="/planning/what-if">{inside}</Link>,
        })}
      </Empty>
      <NoHistory />
    </>
  );
}
