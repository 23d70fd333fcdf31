import { t } from "../language/language.ts";
import "../settings/settings.css";
import { Button, Modal, Textarea } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type OperatedCustomer, unwrap } from "../api/client.ts";
import { fieldProblem } from "../parts/form-problem.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";

const customersQuery = {
  queryKey: ["operated-customers"],
  queryFn: async () => (await unwrap(client.GET("/api/v1/operation/customers"))).items,
  refetchInterval: 10_000,
};
const healthQuery = {
  queryKey: ["service-health"],
  queryFn: () => unwrap(client.GET("/api/v1/operation/health")),
  refetchInterval: 5_000,
};

/** The operators' console: how the service does, and who its customers are. */
export function OperatePage() {
  const customers = useQuery(customersQuery);
  if (customers.isPending) return <Loading />;
  if (!customers.data) return <Failed error={customers.error!} onAgain={() => customers.refetch()} />;
  return (
    <>
      <PageHead title={t("Customers")}>
        <span className="soft">{t("You see nothing of their data, unless they let you in.")}</span>
      </PageHead>
      <Health />
      {customers.data.length === 0 ? (
        <Empty title={t("No customers yet")}>
          {t("Make the first one on this machine: <code>npx refill account create --customer NAME</code>", {
            code: (inside) => <code>{inside}</code>,
          })}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Customer")}</th>
                <th>{t("Region")}</th>
                <th>{t("State")}</th>
                <th>{t("Since")}</th>
                <th>{t("Access")}</th>
                <th aria-label={t("Actions")} />
              </tr>
            </thead>
            <tbody>
              {customers.data.map((customer) => (
                <CustomerRow key={customer.accountId} customer={customer} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Health() {
  const { data } = useQuery(healthQuery);
  if (!data) return null;
  const busy = data.jobs.filter(({ waiting, failed }) => waiting + failed > 0);
  return (
    <section className="card card-section health" aria-label={t("Health")}>
      {Object.entries(data.checks).map(([name, words]) => (
        <div key={name}>
          <span className={`state ${words === "ok" ? "state-ok" : "state-empty"}`}>{name}</span>
          {words !== "ok" && <div className="soft small-text">{words}</div>}
        </div>
      ))}
      <div className="soft small-text">
        {t("Version {version} · {accountsInMemory} accounts in memory", {
          version: data.version,
          accountsInMemory: data.accountsInMemory,
        })}
        {busy.length > 0 &&
          ` · ${busy.map(({ queue, region, waiting, failed }) => `${queue} ${region}: ${waiting} waiting, ${failed} failed`).join(" · ")}`}
      </div>
    </section>
  );
}

function CustomerRow({ customer }: { customer: OperatedCustomer }) {
  const { accountId, slug, region, state, createdAt, access, isDemonstration } = customer;
  const visit = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/operation/customers/{accountId}/visit", { params: { path: { accountId } } }),
      ),
    onSuccess: () => location.assign("/"),
  });
  return (
    <tr>
      <td className="wide">
        <strong>{slug}</strong> {isDemonstration && <span className="tag">{t("demonstration")}</span>}
      </td>
      <td data-label="Region">{region}</td>
      <td data-label="State">
        <span className={`state ${state === "active" ? "state-ok" : "state-low"}`}>{state}</span>
      </td>
      <td data-label="Since">
        <Time iso={createdAt} />
      </td>
      <td data-label="Access">
        {access?.state === "granted" ? (
          t("open, ends {time}", { time: <Time iso={access.until} /> })
        ) : access ? (
          t("asked for")
        ) : (
          <span className="soft">{t("none")}</span>
        )}
        {visit.error && (
          <div role="alert" className="problem small-text">
            {visit.error.message}
          </div>
        )}
      </td>
      <td className="wide">
        <div className="row-actions">
          <AskForAccess customer={customer} />
          <Button size="compact-xs" loading={visit.isPending} onClick={() => visit.mutate()}>
            {t("Look in")}
          </Button>
        </div>
      </td>
    </tr>
  );
}

function AskForAccess({ customer: { accountId, slug, access } }: { customer: OperatedCustomer }) {
  const [isOpen, { open, close }] = useDisclosure();
  const [reason, setReason] = useState("");
  const queries = useQueryClient();
  const ask = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/operation/customers/{accountId}/access", {
          params: { path: { accountId } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: customersQuery.queryKey });
      close();
    },
  });
  if (access) return null;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        onClick={open}
        aria-label={t("Ask {slug} for access", { slug })}
      >
        {t("Ask for access")}
      </Button>
      <Modal opened={isOpen} onClose={close} title={t("Ask {slug} for access", { slug })} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <Textarea
            label={t("Why?")}
            description={t("An admin of the customer reads this and decides")}
            required
            maxLength={500}
            autosize
            minRows={3}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={fieldProblem(ask.error, "reason") ?? ask.error?.message}
            data-autofocus
          />
          <Button type="submit" loading={ask.isPending} disabled={reason.trim() === ""}>
            {t("Ask")}
          </Button>
        </form>
      </Modal>
    </>
  );
}
