import { NumberInput } from "@mantine/core";
import { useState } from "react";
import { client, type OperatedCustomerDetails, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { percent, pieces } from "../words.ts";
import { ReasonDialog } from "./reason-dialog.tsx";
import { bytes } from "./sizes.ts";

const megabyte = 2 ** 20;

/** What the customer may use and uses. */
export function CustomerLimits({ customer }: { customer: OperatedCustomerDetails }) {
  const { quota, numbers, requestsLastMinute } = customer;
  return (
    <section className="card card-section" aria-label={t("Limits")}>
      <div className="head-line">
        <h2 className="section-head">{t("Limits")}</h2>
        <ChangeLimits customer={customer} />
      </div>
      <Limit
        name={t("Devices")}
        used={numbers?.devices ?? null}
        limit={quota.devices}
        words={(count) => pieces(count)}
      />
      <Limit
        name={t("Requests in the last minute")}
        used={requestsLastMinute}
        limit={quota.requestsPerMinute}
        words={(count) => pieces(count)}
      />
      <Limit
        name={t("Storage")}
        used={numbers?.storageBytes ?? null}
        limit={quota.storageMb === null ? null : quota.storageMb * megabyte}
        words={bytes}
      />
    </section>
  );
}

function Limit({
  name,
  used,
  limit,
  words,
}: {
  name: string;
  used: number | null;
  limit: number | null;
  words(count: number): string;
}) {
  const share = used !== null && limit ? Math.min(used / limit, 1) : null;
  const isNear = share !== null && share >= 0.9;
  return (
    <div className="limit">
      <div>
        <span>{name}</span>
        <strong>
          {used === null ? "–" : words(used)}
          <span className="soft">
            {" "}
            {limit === null ? t("no limit") : t("of {limit}", { limit: words(limit) })}
          </span>
        </strong>
      </div>
      {share !== null && (
        <div className={isNear ? "limit-bar limit-near" : "limit-bar"} aria-hidden="true">
          <div style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {isNear && <span className="small-text problem">{t("{share} used", { share: percent(share) })}</span>}
    </div>
  );
}

function ChangeLimits({ customer: { accountId, slug, quota } }: { customer: OperatedCustomerDetails }) {
  const [devices, setDevices] = useState<number | "">(quota.devices ?? "");
  const [requests, setRequests] = useState<number | "">(quota.requestsPerMinute ?? "");
  const [storage, setStorage] = useState<number | "">(quota.storageMb ?? "");
  const field = (label: string, value: number | "", onChange: (value: number | "") => void, min: number) => (
    <NumberInput
      label={label}
      placeholder={t("no limit")}
      value={value}
      min={min}
      max={1_000_000_000}
      allowDecimal={false}
      allowNegative={false}
      onChange={(next) => onChange(next === "" ? "" : Number(next))}
    />
  );
  const orNone = (value: number | "") => (value === "" ? null : value);
  return (
    <ReasonDialog
      size="xs"
      label={t("Change")}
      aria-label={t("Change the limits")}
      title={t("What {slug} may use", { slug })}
      action={t("Set the limits")}
      act={(reason) =>
        unwrap(
          client.PUT("/api/v1/operation/customers/{accountId}/quota", {
            params: { path: { accountId } },
            body: {
              devices: orNone(devices),
              requestsPerMinute: orNone(requests),
              storageMb: orNone(storage),
              reason,
            },
          }),
        )
      }
    >
      <div className="form">
        <p style={{ margin: 0 }}>
          {t(
            "They hold from the next request on. An empty field is no limit. What is there already stays, also above a limit.",
          )}
        </p>
        {field(t("Devices"), devices, setDevices, 0)}
        {field(t("Requests a minute"), requests, setRequests, 1)}
        {field(t("Storage, MB"), storage, setStorage, 1)}
      </div>
    </ReasonDialog>
  );
}
