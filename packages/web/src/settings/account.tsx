import { useQuery } from "@tanstack/react-query";
import type { Account } from "../api/client.ts";
import { accountQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Failed, Loading, PageHead } from "../parts/small.tsx";
import { Encryption } from "./encryption.tsx";
import { Exports } from "./exports.tsx";
import { Ordering } from "./ordering.tsx";
import { useIsAdmin } from "./queries.ts";
import { Retention } from "./retention.tsx";
import { Usage } from "./usage.tsx";

export function AccountPage() {
  const account = useQuery(accountQuery);
  const isAdmin = useIsAdmin();
  if (account.isPending) return <Loading />;
  if (account.error && !account.data)
    return <Failed error={account.error} onAgain={() => account.refetch()} />;
  const { state } = account.data;
  return (
    <>
      <PageHead title={t("Storage account")}>
        <span className={`state ${state === "active" ? "state-ok" : "state-empty"}`}>
          {state === "active" ? t("Active") : t("Suspended")}
        </span>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Usage account={account.data} />
          {isAdmin && <Exports />}
        </div>
        <div className="stack">
          <About account={account.data} />
          <Encryption generation={account.data.encryption.generation} isAdmin={isAdmin} />
          <Ordering account={account.data} isAdmin={isAdmin} />
          <Retention days={account.data.rawMeasurementDays} isAdmin={isAdmin} />
        </div>
      </div>
    </>
  );
}

function About({ account: { id, customerName, region } }: { account: Account }) {
  return (
    <section className="card card-section" aria-label={t("Account")}>
      <strong>{t("Account")}</strong>
      <Facts
        facts={[
          [t("Customer"), customerName],
          [t("Region"), region],
          [
            t("Id"),
            <code key="id" className="small-text">
              {id}
            </code>,
          ],
        ]}
      />
    </section>
  );
}
