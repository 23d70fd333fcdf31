import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import gw from "@chirpstack/chirpstack-api/gw/gw_pb.js";
import { Aedes } from "aedes";
import { connectAsync, type MqttClient } from "mqtt";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  accountId,
  type DeviceUnderTest,
  type NetworkUnderTest,
  startNetworkUnderTest,
  until,
} from "../../network-under-test.ts";
import { readEvent, readTopic } from "./chirpstack-messages.ts";

let net: NetworkUnderTest;
let broker: Aedes;
let brokerServer: ReturnType<typeof createServer>;
let gateway: Awaited<ReturnType<NetworkUnderTest["gateway"]>>;
/** As a gateway bridge: publishes events, takes commands. */
let bridge: MqttClient;
const commands: gw.DownlinkFrame[] = [];
let status: keyof typeof gw.TxAckStatus = "OK";

beforeAll(async () => {
  broker = await Aedes.createBroker();
  brokerServer = createServer(broker.handle);
  brokerServer.listen(0, "127.0.0.1");
  await once(brokerServer, "listening");
  const url = `mqtt://127.0.0.1:${(brokerServer.address() as AddressInfo).port}`;
  net = await startNetworkUnderTest("mqtt tests", { mqttUrl: url });
  gateway = await net.gateway();
  bridge = await connectAsync(url);
  await bridge.subscribeAsync(`eu868/gateway/${gateway.gatewayEui}/command/down`);
  bridge.on("message", (_topic, bytes) => {
    const frame = gw.DownlinkFrame.deserializeBinary(bytes);
    commands.push(frame);
    const ack = new gw.DownlinkTxAck();
    ack.setGatewayId(gateway.gatewayEui);
    ack.setDownlinkId(frame.getDownlinkId());
    const item = new gw.DownlinkTxAckItem();
    item.setStatus(gw.TxAckStatus[status]);
    ack.addItems(item);
    publish("event/ack", ack.serializeBinary());
  });
  await until(async () => (await net.health()).checks.mqtt === "ok");
});
afterAll(async () => {
  await bridge?.endAsync(true);
  await net?.stop();
  await new Promise<void>((resolve) => broker.close(resolve));
  brokerServer.close();
});

function publish(what: string, bytes: Uint8Array, eui = gateway.gatewayEui): void {
  bridge.publish(`eu868/gateway/${eui}/${what}`, Buffer.from(bytes));
}

function uplinkOf(
  bytes: Buffer,
  { sensor }: DeviceUnderTest,
  options: { eui?: string; crc?: keyof typeof gw.CRCStatus } = {},
) {
  const [, spreading, bandwidth] = /^SF(\d+)BW(\d+)$/.exec(sensor.sending.dataRate)!;
  const lora = new gw.LoraModulationInfo();
  lora.setBandwidth(Number(bandwidth) * 1000);
  lora.setSpreadingFactor(Number(spreading));
  const modulation = new gw.Modulation();
  modulation.setLora(lora);
  const tx = new gw.UplinkTxInfo();
  tx.setFrequency(Math.round(sensor.sending.frequencyMhz * 1e6));
  tx.setModulation(modulation);
  const rx = new gw.UplinkRxInfo();
  rx.setGatewayId(options.eui ?? gateway.gatewayEui);
  rx.setRssi(-71);
  rx.setSnr(8.25);
  rx.setContext(new Uint8Array([1, 2, 3, 4]));
  rx.setCrcStatus(gw.CRCStatus[options.crc ?? "CRC_OK"]);
  const frame = new gw.UplinkFrame();
  frame.setPhyPayload(new Uint8Array(bytes));
  frame.setTxInfo(tx);
  frame.setRxInfo(rx);
  return frame.serializeBinary();
}

test("a sensor joins, sends and is acknowledged by a gateway with ChirpStack's gateway bridge", async () => {
  const device = await net.device();
  const { sensor } = device;
  sensor.useDataRate(5);
  publish("event/up", uplinkOf(sensor.joinRequest(), device));
  const accept = await until(() => commands[0]);
  const tx = accept.getItemsList()[0]!.getTxInfo()!;
  expect(tx.getTiming()!.getDelay()!.getDelay()!.getSeconds()).toBe(5);
  expect([...tx.getContext_asU8()]).toEqual([1, 2, 3, 4]);
  expect(tx.getModulation()!.getLora()!.getPolarizationInversion()).toBe(true);
  expect(sensor.hear(Buffer.from(accept.getItemsList()[0]!.getPhyPayload_asU8()))).toBe("joined");
  publish("event/up", uplinkOf(sensor.uplink(85, Buffer.from("017564", "hex"), true), device));
  const answer = await until(() => commands[1]);
  expect(sensor.hear(Buffer.from(answer.getItemsList()[0]!.getPhyPayload_asU8()))).toBe("acknowledged");
  await until(() => net.of(device).length === 1);
  expect(net.of(device)[0]).toMatchObject({
    receptions: [{ gatewayEui: gateway.gatewayEui, rssiDbm: -71, snrDb: 8.25 }],
  });
});

test("what the gateway refuses goes out in the next window", async () => {
  commands.length = 0;
  status = "TOO_LATE";
  const device = await net.device();
  device.sensor.useDataRate(5);
  const errors = 'refill_tx_ack_errors_total{error="TOO_LATE"}';
  const before = await net.metric(errors);
  publish("event/up", uplinkOf(device.sensor.joinRequest(), device));
  await until(() => commands.length === 2);
  const delays = commands.map((each) =>
    each.getItemsList()[0]!.getTxInfo()!.getTiming()!.getDelay()!.getDelay()!.getSeconds(),
  );
  expect(delays).toEqual([5, 6]);
  await until(async () => (await net.metric(errors)) === before + 2);
  status = "OK";
});

test("statistics tell version and place; an unregistered gateway is shown for adoption", async () => {
  const stats = new gw.GatewayStats();
  stats.setGatewayId(gateway.gatewayEui);
  stats.getMetadataMap().set("model", "rak_7289").set("concentratord_version", "4.4.1");
  publish("event/stats", stats.serializeBinary());
  await until(async () => {
    const [found] = (await net.request({ name: "gateway-status", accountId })) as { version: string }[];
    return found!.version === "rak_7289, 4.4.1";
  });
  publish("event/stats", stats.serializeBinary(), "00800000a0000001");
  await until(async () =>
    ((await net.request({ name: "unknown-gateways" })) as { gatewayEui: string }[]).some(
      ({ gatewayEui }) => gatewayEui === "00800000a0000001",
    ),
  );
});

test("a gateway that goes offline is no way for downlinks until it is heard again", async () => {
  const offline = new gw.ConnState();
  offline.setGatewayId(gateway.gatewayEui);
  offline.setState(gw.ConnState.State.OFFLINE);
  publish("state/conn", offline.serializeBinary());
  const protocol = async () =>
    ((await net.request({ name: "gateway-status", accountId })) as { protocol: string | null }[])[0]!
      .protocol;
  await until(async () => (await protocol()) === null);
  const device = await net.device();
  publish("event/up", uplinkOf(device.sensor.joinRequest(), device));
  await until(async () => (await protocol()) === "chirpstack-mqtt");
});

test("frames with a bad CRC, of another gateway, or that are no messages are refused and counted", async () => {
  const device = await net.device();
  const join = device.sensor.joinRequest();
  const reasons = ["packet-crc", "mqtt-gateway", "mqtt-message", "mqtt-topic"];
  const before = await Promise.all(reasons.map((reason) => net.refused(reason)));
  publish("event/up", uplinkOf(join, device, { crc: "BAD_CRC" }));
  publish("event/up", uplinkOf(join, device, { eui: "0102030405060708" }));
  publish("event/up", Buffer.from("ffffffffffffff", "hex"));
  publish("event/up", new Uint8Array(100_000));
  publish("event/unknown", new Uint8Array(0));
  publish("event/ack", new Uint8Array(0));
  await until(async () => (await net.refused("mqtt-topic")) > before[3]!);
  expect(await Promise.all(reasons.map((reason) => net.refused(reason)))).toEqual([
    before[0]! + 1,
    before[1]! + 1,
    before[2]! + 2,
    before[3]! + 1,
  ]);
});

test("topics of other shapes are nobody's", () => {
  expect(readTopic("gateway/0102030405060708/event/up")).toMatchObject({ prefix: "", what: "up" });
  expect(readTopic("us915_0/gateway/0102030405060708/state/conn")).toMatchObject({ prefix: "us915_0/" });
  for (const wrong of [
    "gateway/01/event/up",
    "a/b/gateway/0102030405060708/event/up",
    "gateway/0102030405060708/command/down",
    "",
  ])
    expect(readTopic(wrong)).toBeUndefined();
  const topic = readTopic("gateway/0102030405060708/event/up")!;
  expect(readEvent(topic, Buffer.alloc(0))).toEqual({ rejected: "mqtt-message" });
});
