import { askNetworkServer } from "../ask-network-server.ts";
import { withRunningInstance } from "../control-plane.ts";

/** `refill message-key rotate`: a new AES-128 key for the stored messages, while everything runs. */
export async function messageKeyRotate(): Promise<void> {
  await withRunningInstance(async ({ vault }, _baseUrl, { deliveryPorts = {} }) => {
    for (const ports of Object.values(deliveryPorts))
      await askNetworkServer(vault, ports, { name: "rotate-message-key" });
    console.log("The stored messages are sealed with a new key; the one before is destroyed.");
  });
}
