import { client, type OperatedCustomerDetails, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** The generations of the customer's keys, how old they are, and new ones. */
export function CustomerKeys({ customer }: { customer: OperatedCustomerDetails }) {
  const { accountId, slug, customerKeyVersion, dataKeys, keyRotation } = customer;
  const newest = dataKeys.at(-1);
  const isRunning = keyRotation !== null && keyRotation.finishedAt === null;
  const rotate = (level: "customer" | "data") => (reason: string) =>
    unwrap(
      client.POST("/api/v1/operation/customers/{accountId}/key-rotation", {
        params: { path: { accountId } },
        body: { level, reason },
      }),
    );
  return (
    <section className="card card-section" aria-label={t("Keys")}>
      <h2 className="section-head">{t("Keys")}</h2>
      <Facts
        facts={[
          [
            t("Customer key, in the vault"),
            customerKeyVersion === null
              ? t("the vault does not answer")
              : t("version {version}", { version: pieces(customerKeyVersion) }),
          ],
          [
            t("Data key"),
            newest
              ? t("generation {generation}, made {time}", {
                  generation: pieces(newest.generation),
                  time: <Time iso={newest.createdAt} />,
                })
              : "–",
          ],
        ]}
      />
      {isRunning && (
        <div role="status">
          <p style={{ marginBottom: 4 }}>
            {t("Everything is being sealed by generation {generation}: {done} of about {total} records.", {
              generation: pieces(keyRotation.generation),
              done: pieces(keyRotation.done),
              total: pieces(keyRotation.total),
            })}
          </p>
          <progress
            value={keyRotation.done}
            max={Math.max(1, keyRotation.total)}
            aria-label={t("Sealed anew")}
            style={{ width: "100%" }}
          />
        </div>
      )}
      <div className="row-actions" style={{ padding: 0 }}>
        <ReasonDialog
          size="xs"
          label={t("New customer key")}
          title={t("A new customer key for {slug}?", { slug })}
          action={t("Make a new customer key")}
          act={rotate("customer")}
        >
          {t(
            "Its data keys are sealed by the new one, and the one before opens nothing any more. Backups from before need a backup of the vault of their time. Everything goes on meanwhile.",
          )}
        </ReasonDialog>
        {!isRunning && (
          <ReasonDialog
            size="xs"
            label={t("New data key")}
            title={t("A new data key for {slug}?", { slug })}
            action={t("Make a new data key")}
            act={rotate("data")}
          >
            {t(
              "All records are sealed anew, which takes a while; then the key before is destroyed. Everything goes on meanwhile.",
            )}
          </ReasonDialog>
        )}
      </div>
    </section>
  );
}
