import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Gateway } from "../api/client.ts";
import { gatewaysQuery, unknownGatewaysQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { gatewayState, pieces, protocolWords } from "../words.ts";
import { AddGateway } from "./add-gateway.tsx";

export function GatewaysPage() {
  const gateways = useQuery(gatewaysQuery);
  const now = useNow();
  if (gateways.isPending) return <Loading />;
  if (gateways.error && !gateways.data)
    return <Failed error={gateways.error} onAgain={() => gateways.refetch()} />;
  return (
    <>
      <PageHead title={t("Gateways")}>
        <AddGateway />
      </PageHead>
      {gateways.data.length === 0 ? (
        <Empty title={t("No gateways yet")}>
          {t(
            "Point a gateway to this machine: by Semtech's UDP packet forwarder, LoRa Basics Station or ChirpStack's gateway bridge. It appears here as soon as it sends, or add it by its EUI.",
          )}
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>{t("Gateway")}</th>
                <th>{t("State")}</th>
                <th>{t("Connected by")}</th>
                <th>{t("Last seen")}</th>
                <th className="number">{t("Packets heard")}</th>
                <th className="number">{t("Downlinks")}</th>
                <th className="number">{t("Time on air")}</th>
              </tr>
            </thead>
            <tbody>
              {gateways.data.map((gateway) => (
                <GatewayRow key={gateway.id} gateway={gateway} now={now} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <UnknownGateways />
    </>
  );
}

function GatewayRow({ gateway, now }: { gateway: Gateway; now: number }) {
  const state = gatewayState(gateway, now);
  const used = Math.max(0, ...gateway.dutyCycle.map((band) => band.used / band.dutyCycle));
  return (
    <tr>
      <td className="wide">
        <Link to="/gateways/$id" params={{ id: gateway.id }}>
          <strong>{gateway.name}</strong>
        </Link>
        <div className="soft small-text">
          <code>{gateway.gatewayEui}</code> · {gateway.region}
          {gateway.softwareVersion && ` · ${gateway.softwareVersion}`}
        </div>
      </td>
      <td>
        <span className={`state ${state.className}`}>{state.words}</span>
      </td>
      <td data-label="Connected by">{gateway.protocol ? protocolWords[gateway.protocol] : "–"}</td>
      <td data-label="Last seen">
        <Time iso={gateway.lastSeenAt} />
      </td>
      <td className="number" data-label="Packets heard">
        {pieces(gateway.uplinks)}
      </td>
      <td className="number" data-label="Downlinks">
        {pieces(gateway.downlinks)}
      </td>
      <td className="number" data-label="Time on air" title={t("Of what is allowed in its busiest sub-band")}>
        {Math.round(used * 100)} %
      </td>
    </tr>
  );
}

/** Gateways of this network that send and that nobody registered. */
function UnknownGateways() {
  const unknown = useQuery(unknownGatewaysQuery).data ?? [];
  if (unknown.length === 0) return null;
  return (
    <section style={{ marginTop: 28 }} aria-label={t("Unknown gateways")}>
      <h2 className="section-head">{t("Heard, and not registered")}</h2>
      <p className="soft">{t("Their frames are refused until somebody adopts them.")}</p>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <tbody>
            {unknown.map(({ gatewayEui, protocol, lastSeenAt }) => (
              <tr key={gatewayEui}>
                <td className="wide">
                  <code>{gatewayEui}</code>
                </td>
                <td data-label="Sends by">
                  {protocolWords[protocol as keyof typeof protocolWords] ?? protocol}
                </td>
                <td data-label="Last seen">
                  <Time iso={lastSeenAt} />
                </td>
                <td className="number">
                  <AddGateway gatewayEui={gatewayEui} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
