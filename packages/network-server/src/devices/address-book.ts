import type { Device } from "./device.ts";

/**
 * Devices by address. Several may share one; then the one that was heard longest ago comes first, since that is the
 * likeliest to be heard next.
 */
export class AddressBook {
  readonly #byAddress = new Map<number, Device | Set<Device>>();

  add(devAddr: string, device: Device): void {
    const address = Number.parseInt(devAddr, 16);
    const known = this.#byAddress.get(address);
    if (known === undefined || known === device) this.#byAddress.set(address, device);
    else if (known instanceof Set) known.add(device);
    else this.#byAddress.set(address, new Set([known, device]));
  }

  remove(devAddr: string, device: Device): void {
    const address = Number.parseInt(devAddr, 16);
    const known = this.#byAddress.get(address);
    if (known === device) this.#byAddress.delete(address);
    else if (known instanceof Set) {
      known.delete(device);
      if (known.size === 1) this.#byAddress.set(address, known.values().next().value!);
    }
  }

  get(devAddr: string): Device | ReadonlySet<Device> | undefined {
    return this.#byAddress.get(Number.parseInt(devAddr, 16));
  }

  /** It was heard: among those of its address it is the last to be expected again. */
  heard(devAddr: string, device: Device): void {
    const known = this.#byAddress.get(Number.parseInt(devAddr, 16));
    if (!(known instanceof Set)) return;
    known.delete(device);
    known.add(device);
  }

  isTaken(devAddr: string): boolean {
    return this.#byAddress.has(Number.parseInt(devAddr, 16));
  }
}
