import { useQuery } from "@tanstack/react-query";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { percent, pieces, protocolWords } from "../words.ts";
import { gatewaysQuery } from "./queries.ts";

/** The customer's gateways as the network server knows them. */
export function CustomerNetwork({ accountId, region }: { accountId: string; region: string }) {
  const gateways = useQuery(gatewaysQuery);
  const own = (gateways.data ?? []).filter((gateway) => gateway.accountId === accountId);
  if (own.length === 0) return null;
  return (
    <section className="below" aria-label={t("Gateways")}>
      <h2 className="section-head">{t("Gateways at the network server of {region}", { region })}</h2>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <thead>
            <tr>
              <th>{t("EUI")}</th>
              <th>{t("State")}</th>
              <th>{t("Last seen")}</th>
              <th>{t("Protocol")}</th>
              <th>{t("Uplinks")}</th>
              <th>{t("Time on air used")}</th>
            </tr>
          </thead>
          <tbody>
            {own.map((gateway) => (
              <tr key={gateway.gatewayEui}>
                <td className="wide">
                  <code>{gateway.gatewayEui}</code> <span className="soft">{gateway.channelPlan}</span>
                </td>
                <td data-label={t("State")}>
                  <span className={`state ${gateway.isConnected ? "state-ok" : "state-empty"}`}>
                    {gateway.isConnected ? t("Connected") : t("Away")}
                  </span>
                </td>
                <td data-label={t("Last seen")}>
                  <Time iso={gateway.lastSeenAt} none={t("never")} />
                </td>
                <td data-label={t("Protocol")}>
                  {gateway.protocol
                    ? (protocolWords[gateway.protocol as "semtech-udp"] ?? gateway.protocol)
                    : "–"}
                </td>
                <td data-label={t("Uplinks")}>{pieces(gateway.uplinks)}</td>
                <td data-label={t("Time on air used")}>{percent(gateway.dutyCycleUsed)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
