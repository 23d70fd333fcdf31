import { connectToNetworkServer, NetworkServerAway, type Request } from "@refill/protocol";
import type { KeyVault } from "@refill/vault";
import { CommandRefused } from "./command-refused.ts";

const connectedWithinMs = 5_000;

/** One request to a region's network server, by whichever of its processes answers. */
export async function askNetworkServer(
  vault: KeyVault,
  deliveryPorts: readonly number[],
  request: Request,
): Promise<unknown> {
  const secret = async (name: string) => (await vault.getSecret(`tls/${name}`)) ?? "";
  let onConnected = () => {};
  const connected = new Promise<void>((resolve) => {
    onConnected = resolve;
  });
  const connection = connectToNetworkServer({
    tls: {
      ca: await secret("ca-certificate"),
      cert: await secret("application-certificate"),
      key: await secret("application-key"),
    },
    addresses: deliveryPorts.map((port) => ({ host: "127.0.0.1", port })),
    onConnection: (isConnected) => {
      if (isConnected) onConnected();
    },
  });
  try {
    await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, connectedWithinMs))]);
    return await connection.request(request);
  } catch (error) {
    if (!(error instanceof NetworkServerAway)) throw error;
    throw new CommandRefused("The network server does not answer now: see npx refill doctor.");
  } finally {
    await connection.close();
  }
}
