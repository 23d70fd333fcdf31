import type { AccountChange } from "../accounts/account-change.ts";
import type { Device, Gateway } from "../accounts/records.ts";
import type { Network } from "../network.ts";
import type { NewDevice } from "./device.ts";

/** What the network server is told of a change, collected so that many records take one request. */
export class NetworkWork {
  readonly newDevices: NewDevice[] = [];
  readonly changedDevices: Device[] = [];
  readonly removedDevices: string[] = [];
  readonly gateways: Gateway[] = [];
  readonly removedGateways: string[] = [];

  add(other: NetworkWork): void {
    this.newDevices.push(...other.newDevices);
    this.changedDevices.push(...other.changedDevices);
    this.removedDevices.push(...other.removedDevices);
    this.gateways.push(...other.gateways);
    this.removedGateways.push(...other.removedGateways);
  }

  /**
   * Asks for all of it. What is new there goes again when the change is not committed. Removals come last: the keys that
   * go with them are kept nowhere else.
   */
  async run(network: Network, change: AccountChange): Promise<void> {
    const { accountId } = change.base;
    const fresh = this.gateways.filter(({ id }) => !change.base.get("gateway", id));
    if (this.newDevices.length > 0 || fresh.length > 0)
      change.undos.push(async (now) => {
        const gone = this.newDevices.map(({ id }) => id).filter((id) => !now?.get("device", id));
        await network.removeDevices(accountId, gone).catch(() => {});
        for (const { id } of fresh)
          if (!now?.get("gateway", id)) await network.removeGateway(accountId, id).catch(() => {});
      });
    await network.registerGateways(accountId, this.gateways);
    await network.registerDevices(accountId, this.newDevices);
    for (const device of this.changedDevices) await network.changeDevice(accountId, device);
    await network.removeDevices(accountId, this.removedDevices);
    for (const id of this.removedGateways) await network.removeGateway(accountId, id);
  }
}
