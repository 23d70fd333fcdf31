import { Modal } from "@mantine/core";
import { useState } from "react";
import { client, type OperatedCustomerDetails, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { CopyField } from "../parts/copy-field.tsx";
import { dateTime } from "../words.ts";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Suspend, or go on. */
export function ChangeState({ customer: { accountId, slug, state } }: { customer: OperatedCustomerDetails }) {
  const change = (to: "active" | "suspended") => (reason: string) =>
    unwrap(
      client.PUT("/api/v1/operation/customers/{accountId}/state", {
        params: { path: { accountId } },
        body: { state: to, reason },
      }),
    );
  if (state === "suspended")
    return (
      <ReasonDialog
        label={t("Resume")}
        title={t("Let {slug} go on?", { slug })}
        action={t("Resume")}
        act={change("active")}
      >
        {t(
          "Its people and machines get in again at once. What its sensors said meanwhile is there, and what is due is ordered.",
        )}
      </ReasonDialog>
    );
  if (state !== "active") return null;
  return (
    <ReasonDialog
      label={t("Suspend")}
      title={t("Suspend {slug}?", { slug })}
      action={t("Suspend")}
      act={change("suspended")}
      isDangerous
    >
      {t(
        "From now on nobody of it can read or change anything, and nothing is ordered: its plant may run out of parts. Its sensors are still heard. You can take it back at any time.",
      )}
    </ReasonDialog>
  );
}

/** For a customer that nobody has registered with yet. */
export function RegistrationLink({ customer: { accountId, slug } }: { customer: OperatedCustomerDetails }) {
  const [made, setMade] = useState<{ link: string; expiresAt: string }>();
  return (
    <>
      <ReasonDialog
        label={t("Link for its first admin")}
        title={t("A registration link for {slug}", { slug })}
        action={t("Make the link")}
        act={async (reason) =>
          setMade(
            await unwrap(
              client.POST("/api/v1/operation/customers/{accountId}/registration-link", {
                params: { path: { accountId } },
                body: { reason },
              }),
            ),
          )
        }
      >
        {t("Whoever opens it first becomes the customer's admin. It works once, for seven days.")}
      </ReasonDialog>
      <Modal
        opened={made !== undefined}
        onClose={() => setMade(undefined)}
        title={t("Link for the first admin of {slug}", { slug })}
        centered
      >
        {made && (
          <div className="form">
            <p style={{ margin: 0 }}>
              {t("It is shown once. Hand it over on a way that only this person reads. It ends {time}.", {
                time: dateTime(made.expiresAt),
              })}
            </p>
            <CopyField label={t("Registration link")} value={made.link} />
          </div>
        )}
      </Modal>
    </>
  );
}
