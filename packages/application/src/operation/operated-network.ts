import {
  type AccountTraffic,
  type GatewayStatus,
  NetworkServerAway,
  type NetworkServerConnection,
  type NetworkStatus,
} from "@refill/protocol";

export interface RegionStatus {
  region: string;
  isConnected: boolean;
  /** Undefined: it does not answer. */
  status: NetworkStatus | undefined;
}

/** The regions' network servers as operators look at them. */
export interface OperatedNetwork {
  /** At most two seconds old. */
  regions(): Promise<RegionStatus[]>;
  gateways(): Promise<{ region: string; gateway: GatewayStatus }[]>;
  /** By account. */
  traffic(): Promise<ReadonlyMap<string, AccountTraffic>>;
}

const freshForMs = 2_000;

export function openOperatedNetwork(
  connections: ReadonlyMap<string, NetworkServerConnection>,
): OperatedNetwork {
  let asked: { at: number; answer: Promise<RegionStatus[]> } | undefined;

  function regions(): Promise<RegionStatus[]> {
    const now = performance.now();
    if (!asked || now - asked.at > freshForMs)
      asked = {
        at: now,
        answer: Promise.all(
          [...connections].map(async ([region, connection]) => ({
            region,
            isConnected: connection.isConnected(),
            status: await ask<NetworkStatus>(connection, "network-status"),
          })),
        ),
      };
    return asked.answer;
  }

  return {
    regions,
    async gateways() {
      const lists = [...connections].map(async ([region, connection]) =>
        ((await ask<GatewayStatus[]>(connection, "all-gateways")) ?? []).map((gateway) => ({
          region,
          gateway,
        })),
      );
      return (await Promise.all(lists)).flat();
    },
    async traffic() {
      const all = (await regions()).flatMap(({ status }) => status?.accounts ?? []);
      return new Map(all.map((account) => [account.accountId, account]));
    },
  };
}

/** Undefined: it does not answer, which the page says. */
async function ask<T>(
  connection: NetworkServerConnection,
  name: "network-status" | "all-gateways",
): Promise<T | undefined> {
  try {
    return ((await connection.request({ name })) ?? undefined) as T | undefined;
  } catch (error) {
    if (error instanceof NetworkServerAway) return undefined;
    throw error;
  }
}
