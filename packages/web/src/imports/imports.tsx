import "./imports.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import {
  areasQuery,
  locationsQuery,
  partsQuery,
  racksQuery,
  sitesQuery,
  suppliersQuery,
  useMay,
} from "../api/queries.ts";
import { language, t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import { FileDrop } from "./file-drop.tsx";
import { kindNames, kindWords, stateClass, stateWords } from "./import-words.ts";
import { type DataImport, type ImportKindName, importsQuery } from "./queries.ts";

/** Where files are brought in, and what became of those before. */
export function ImportsPage() {
  const manages = useMay("manage-inventory");
  return (
    <>
      <PageHead title={t("Import")}>
        <span className="soft">
          {t("Bring in what you have as a table: you see what it would do before anything changes.")}
        </span>
      </PageHead>
      {manages ? (
        <div className="stack">
          <NewImport />
          <EarlierImports />
        </div>
      ) : (
        <Empty title={t("You may not do this")}>
          {t("Ask an admin of your account for the privilege “Manage the inventory”.")}
        </Empty>
      )}
    </>
  );
}

function NewImport() {
  const { kind = "parts" } = useSearch({ from: "/inside/settings/imports" });
  const navigate = useNavigate();
  const present = useCounts();
  const count = present[kind];
  return (
    <section className="card card-section form" aria-labelledby="import-new">
      <h2 id="import-new" className="section-head">
        {t("What do you bring in?")}
      </h2>
      <div className="import-kinds" role="radiogroup" aria-labelledby="import-new">
        {kindNames.map((each) => (
          <label key={each} className="import-kind">
            <input
              type="radio"
              name="kind"
              value={each}
              checked={each === kind}
              onChange={() =>
                void navigate({ to: "/settings/imports", search: { kind: each }, replace: true })
              }
            />
            <span className="import-kind-name">
              <strong>{kindWords[each].name}</strong>
              {present[each] !== undefined && (
                <span className="soft import-kind-count">{pieces(present[each])}</span>
              )}
            </span>
            <span className="soft small-text">{kindWords[each].what}</span>
          </label>
        ))}
      </div>
      <FileDrop kind={kind} />
      <p className="soft import-help">
        {t(
          "Excel and other programs save a table as CSV. The first line names the columns, in English or German.",
        )}{" "}
        <a href={fileAddress("template", kind)} download>
          {t("Download a template with an example")}
        </a>
        {count !== undefined && count > 0 && kind !== "stock-counts" && (
          <>
            {" · "}
            <a href={fileAddress("records", kind)} download>
              {t("Download all {count} that are there, to change them", { count: pieces(count) })}
            </a>
          </>
        )}
      </p>
    </section>
  );
}

function fileAddress(file: "template" | "records", kind: ImportKindName): string {
  return `/api/v1/imports/${file}?kind=${kind}&language=${language}`;
}

/** How many there are of each kind; undefined: nobody counts them, or they are not known yet. */
function useCounts(): Record<ImportKindName, number | undefined> {
  return {
    sites: useQuery(sitesQuery).data?.length,
    areas: useQuery(areasQuery).data?.length,
    racks: useQuery(racksQuery).data?.length,
    suppliers: useQuery(suppliersQuery).data?.length,
    parts: useQuery(partsQuery).data?.length,
    locations: useQuery(locationsQuery).data?.length,
    "stock-counts": undefined,
  };
}

function EarlierImports() {
  const imports = useQuery(importsQuery);
  if (imports.isPending) return <Loading />;
  if (imports.error) return <Failed error={imports.error} onAgain={() => imports.refetch()} />;
  if (imports.data.length === 0) return null;
  return (
    <section className="card import-earlier" aria-labelledby="import-earlier">
      <h2 id="import-earlier" className="section-head">
        {t("Imports of the last 30 days")}
      </h2>
      <ul className="import-list">
        {imports.data.map((each) => (
          <EarlierImport key={each.id} of={each} />
        ))}
      </ul>
    </section>
  );
}

function EarlierImport({ of: { id, kind, fileName, state, lines, by, createdAt } }: { of: DataImport }) {
  const done = [
    lines.new > 0 && t("{count} new", { count: pieces(lines.new) }),
    lines.changed > 0 && t("{count} changed", { count: pieces(lines.changed) }),
    lines.error > 0 && t("{count} in error", { count: pieces(lines.error) }),
  ].filter(Boolean);
  return (
    <li>
      <Link to="/settings/imports/$id" params={{ id }} className="import-row">
        <span>
          <strong>{kindWords[kind].name}</strong> <span className="soft">{fileName}</span>
        </span>
        <span className={`state ${stateClass[state]}`}>{stateWords[state]}</span>
        <span className="soft">{done.join(", ") || t("nothing to do")}</span>
        <span className="soft import-when">
          {by}, <Time iso={createdAt} />
        </span>
      </Link>
    </li>
  );
}
