export { type NetworkServer, startNetworkServer } from "./server.ts";
