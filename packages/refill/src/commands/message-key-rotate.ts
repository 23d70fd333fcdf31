import { connectToNetworkServer, NetworkServerAway } from "@refill/protocol";
import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";

const connectedWithinMs = 5_000;

/** `refill message-key rotate`: a new AES-128 key for the stored messages, while everything runs. */
export async function messageKeyRotate(): Promise<void> {
  await withRunningInstance(async ({ vault }, _baseUrl, instance) => {
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
      addresses: (instance.deliveryPorts ?? [0]).map((port) => ({ host: "127.0.0.1", port })),
      onConnection: (isConnected) => {
        if (isConnected) onConnected();
      },
    });
    try {
      await Promise.race([connected, new Promise((resolve) => setTimeout(resolve, connectedWithinMs))]);
      await connection.request({ name: "rotate-message-key" });
    } catch (error) {
      if (!(error instanceof NetworkServerAway)) throw error;
      throw new CommandRefused("The network server does not answer now: see npx refill doctor.");
    } finally {
      await connection.close();
    }
    console.log("The stored messages are sealed with a new key; the one before is destroyed.");
  });
}
