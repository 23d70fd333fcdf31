import "./imports.css";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { ApiProblem } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { ColumnsCard } from "./columns-card.tsx";
import { kindWords } from "./import-words.ts";
import { LinesCard } from "./lines-card.tsx";
import { importKindsQuery, importQuery } from "./queries.ts";
import { StepCard } from "./step-card.tsx";

/** One import: what it would do, then how far it is, then what came of it. */
export function ImportPage() {
  const { id } = useParams({ from: "/inside/settings/imports/$id" });
  const found = useQuery(importQuery(id));
  const kinds = useQuery(importKindsQuery);
  const back = (
    <Link to="/settings/imports" className="back-link">
      ← {t("Import")}
    </Link>
  );
  if (found.error instanceof ApiProblem && found.error.status === 404)
    return (
      <>
        {back}
        <PageHead title={t("No such import")} />
        <Empty title={t("There is no such import")}>
          {t("Imports are kept for 30 days, the newest 20 of them.")}
        </Empty>
      </>
    );
  if (found.error && !found.data) return <Failed error={found.error} onAgain={() => found.refetch()} />;
  if (!found.data || !kinds.data) return <Loading />;
  const { kind, fileName, createdAt, state } = found.data;
  const { fields } = kinds.data.find((each) => each.kind === kind)!;
  return (
    <>
      {back}
      <PageHead
        title={
          fileName
            ? t("{what} from {file}", { what: kindWords[kind].name, file: fileName })
            : kindWords[kind].name
        }
      >
        <span className="soft">
          <Time iso={createdAt} />
        </span>
      </PageHead>
      <div className="stack">
        <StepCard of={found.data} />
        {state === "ready" && <ColumnsCard key={id} of={found.data} fields={fields} />}
        <LinesCard of={found.data} fields={fields} />
      </div>
    </>
  );
}
