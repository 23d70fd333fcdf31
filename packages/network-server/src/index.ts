export { firmwareProblem, keyCrcOf } from "./gateways/station/cups.ts";
export { keepFirmware } from "./gateways/station/firmware-store.ts";
export { type NetworkServer, startNetworkServer } from "./server.ts";
