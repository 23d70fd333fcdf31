import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { VirtualGateway } from "../../factory/src/gateway.ts";
import { type NetworkUnderTest, startNetworkUnderTest, until } from "./network-under-test.ts";

let net: NetworkUnderTest;
beforeAll(async () => {
  net = await startNetworkUnderTest("clock");
});
afterAll(async () => {
  vi.restoreAllMocks();
  await net?.stop();
});

const hour = 3_600_000;

test("when the server's clock jumps, ahead or back, sensors are heard and answered all the same", async () => {
  const trueNow = Date.now;
  let offset = 0;
  vi.spyOn(Date, "now").mockImplementation(() => trueNow() + offset);
  const { gatewayEui } = await net.gateway();
  const server = { host: "127.0.0.1", port: net.server.udpPort };
  const gateway = await VirtualGateway.start(gatewayEui, server, { isInstant: true });
  const device = await net.device();
  const { sensor } = device;
  sensor.useDataRate(5);
  const answerTo = async (bytes: Buffer) => {
    let meaning: string | undefined;
    gateway.hear([
      {
        bytes,
        ...sensor.sending,
        rssiDbm: -60,
        snrDb: 8,
        onDownlink: (downlink) => (meaning = sensor.hear(downlink)),
      },
    ]);
    return await until(() => meaning);
  };
  expect(await answerTo(sensor.joinRequest())).toBe("joined");
  for (const [count, jump] of [0, 24 * hour, -24 * hour, -300_000, 600_000, -30 * 24 * hour, 0].entries()) {
    offset = jump;
    expect(await answerTo(sensor.uplink(85, Buffer.from([count]), true))).toBe("acknowledged");
    await until(() => net.of(device).length === count + 1);
  }
  offset = -hour;
  expect(await answerTo(sensor.joinRequest())).toBe("joined");
  gateway.close();
});
