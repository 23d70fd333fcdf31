import { useQuery } from "@tanstack/react-query";
import { unknownGatewaysQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { protocolWords } from "../words.ts";
import { AddGateway } from "./add-gateway.tsx";

/** Gateways of this network that send and that nobody registered. */
export function UnknownGateways() {
  const unknown = useQuery(unknownGatewaysQuery).data ?? [];
  if (unknown.length === 0) return null;
  return (
    <section className="unknown-gateways" aria-labelledby="unknown-head">
      <h2 className="section-head" id="unknown-head">
        {t("Heard, and not registered")}
      </h2>
      <p className="soft">{t("Their frames are refused until somebody adopts them.")}</p>
      <div className="card" style={{ overflow: "hidden" }}>
        <table className="table">
          <tbody>
            {unknown.map(({ gatewayEui, protocol, lastSeenAt }) => (
              <tr key={gatewayEui}>
                <td className="wide">
                  <code>{gatewayEui}</code>
                </td>
                <td data-label={t("Connected by")}>
                  {protocolWords[protocol as keyof typeof protocolWords] ?? protocol}
                </td>
                <td data-label={t("Last seen")}>
                  <Time iso={lastSeenAt} none="–" />
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
