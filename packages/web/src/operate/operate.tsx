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
      <PageHead title="Customers">
        <span className="soft">You see nothing of their data, unless they let you in.</span>
      </PageHead>
      <Health />
      {customers.data.length === 0 ? (
        <Empty title="No customers yet">
          Make the first one on this machine: <code>npx refill account create --customer NAME</code>
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>Customer</th>
                <th>Region</th>
                <th>State</th>
                <th>Since</th>
                <th>Access</th>
                <th aria-label="Actions" />
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
    <section className="card card-section health" aria-label="Health">
      {Object.entries(data.checks).map(([name, words]) => (
        <div key={name}>
          <span className={`state ${words === "ok" ? "state-ok" : "state-empty"}`}>{name}</span>
          {words !== "ok" && <div className="soft small-text">{words}</div>}
        </div>
      ))}
      <div className="soft small-text">
        Version {data.version} · {data.accountsInMemory} accounts in memory
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
        <strong>{slug}</strong> {isDemonstration && <span className="tag">demonstration</span>}
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
          <>
            open, ends <Time iso={access.until} />
          </>
        ) : access ? (
          "asked for"
        ) : (
          <span className="soft">none</span>
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
            Look in
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
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Ask ${slug} for access`}>
        Ask for access
      </Button>
      <Modal opened={isOpen} onClose={close} title={`Ask ${slug} for access`} centered>
        <form
          className="form"
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <Textarea
            label="Why?"
            description="An admin of the customer reads this and decides"
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
            Ask
          </Button>
        </form>
      </Modal>
    </>
  );
}
