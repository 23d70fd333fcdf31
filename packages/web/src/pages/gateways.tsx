import { useQuery } from "@tanstack/react-query";
import { gatewaysQuery } from "../api/queries.ts";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { pieces } from "../words.ts";

/** Forwarders ask for downlinks every few seconds; after two minutes without, something is wrong. */
const awayAfterMs = 120_000;

export function GatewaysPage() {
  const gateways = useQuery(gatewaysQuery);
  const now = useNow();
  if (gateways.isPending) return <Loading />;
  if (gateways.error && !gateways.data)
    return <Failed error={gateways.error} onAgain={() => gateways.refetch()} />;
  return (
    <>
      <PageHead title="Gateways" />
      {gateways.data.length === 0 ? (
        <Empty title="No gateways yet">
          Point a gateway's Semtech UDP packet forwarder to this machine and register its EUI with POST
          /api/v1/gateways.
        </Empty>
      ) : (
        <div className="card" style={{ overflow: "hidden" }}>
          <table className="table">
            <thead>
              <tr>
                <th>Gateway</th>
                <th>State</th>
                <th>Last seen</th>
                <th className="number">Packets heard</th>
                <th className="number">Downlinks</th>
              </tr>
            </thead>
            <tbody>
              {gateways.data.map((gateway) => {
                const isHere =
                  gateway.lastSeenAt !== null && now - Date.parse(gateway.lastSeenAt) < awayAfterMs;
                return (
                  <tr key={gateway.id}>
                    <td className="wide">
                      <strong>{gateway.name}</strong>
                      <div className="soft" style={{ fontSize: 12 }}>
                        <code>{gateway.gatewayEui}</code>
                      </div>
                    </td>
                    <td>
                      <span className={`state ${isHere ? "state-ok" : "state-empty"}`}>
                        {isHere ? "Connected" : gateway.lastSeenAt ? "Away" : "Never seen"}
                      </span>
                    </td>
                    <td data-label="Last seen">
                      <Time iso={gateway.lastSeenAt} />
                    </td>
                    <td className="number" data-label="Packets heard">
                      {pieces(gateway.uplinks)}
                    </td>
                    <td className="number" data-label="Downlinks">
                      {pieces(gateway.downlinks)}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
