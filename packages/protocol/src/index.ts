export {
  type Address,
  connectToNetworkServer,
  NetworkServerAway,
  type NetworkServerConnection,
  NetworkServerSilent,
} from "./application-client.ts";
export {
  type DeliveryServer,
  RequestRefused,
  type Subscriber,
  serveDelivery,
  type TlsMaterial,
} from "./delivery-server.ts";
export { ContractBroken, longestMessage, readMessages, writeMessage } from "./framing.ts";
export * from "./messages.ts";
