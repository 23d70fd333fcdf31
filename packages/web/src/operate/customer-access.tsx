import { Button } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { client, type OperatedCustomerDetails, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";

/** Whether the customer lets this operator in, and the ways to that. */
export function CustomerAccess({ customer }: { customer: OperatedCustomerDetails }) {
  const { accountId, slug, access } = customer;
  const params = { path: { accountId } };
  const visit = useMutation({
    mutationFn: () => unwrap(client.POST("/api/v1/operation/customers/{accountId}/visit", { params })),
    onSuccess: () => location.assign("/"),
  });
  return (
    <section className="card card-section" aria-label={t("Access")}>
      <h2 className="section-head">{t("Access")}</h2>
      <p>
        {access?.state === "granted"
          ? t(
              "{slug} lets you look in; that ends {time}. You change nothing, and the customer sees each visit.",
              {
                slug,
                time: <Time iso={access.until} />,
              },
            )
          : access
            ? t("You have asked for access: “{reason}”. An admin of the customer decides.", {
                reason: access.reason,
              })
            : t(
                "The data are closed to you. Ask for access: an admin of the customer reads why and decides.",
              )}
      </p>
      <div className="row-actions" style={{ padding: 0 }}>
        {!access && (
          <ReasonDialog
            label={t("Ask for access")}
            title={t("Ask {slug} for access", { slug })}
            action={t("Ask")}
            act={(reason) =>
              unwrap(
                client.POST("/api/v1/operation/customers/{accountId}/access", { params, body: { reason } }),
              )
            }
          >
            {t("An admin of the customer reads your reason and decides for how long you may look.")}
          </ReasonDialog>
        )}
        {access?.state === "granted" && (
          <Button loading={visit.isPending} onClick={() => visit.mutate()}>
            {t("Look in")}
          </Button>
        )}
      </div>
      {visit.error && (
        <p role="alert" className="problem">
          {visit.error.message}
        </p>
      )}
    </section>
  );
}
