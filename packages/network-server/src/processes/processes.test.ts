import { connect } from "node:tls";
import { loginConfig } from "@refill/database";
import type { GatewayStatus } from "@refill/protocol";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { VirtualGateway } from "../../../factory/src/gateway.ts";
import { VirtualStation } from "../../../factory/src/station.ts";
import {
  accountId,
  type DeviceUnderTest,
  type NetworkUnderTest,
  startNetworkUnderTest,
  until,
} from "../network-under-test.ts";
import type { NetworkServer } from "../server.ts";

let net: NetworkUnderTest;
const gateways: VirtualGateway[] = [];
const servers: NetworkServer[] = [];

beforeEach(async () => {
  net = await startNetworkUnderTest("processes");
});
afterEach(async () => {
  for (const gateway of gateways.splice(0)) gateway.close();
  for (const server of servers.splice(0)) await server.stop();
  await net.stop();
});

async function another(onLost?: (reason: string) => void): Promise<NetworkServer> {
  const server = await net.another(onLost);
  servers.push(server);
  return server;
}

/** A registered gateway that sends to this process. */
async function gatewayOf(server: NetworkServer, eui?: string): Promise<VirtualGateway> {
  const gatewayEui = eui ?? (await net.gateway()).gatewayEui;
  const gateway = await VirtualGateway.start(
    gatewayEui,
    { host: "127.0.0.1", port: server.udpPort },
    { isInstant: true },
  );
  gateways.push(gateway);
  return gateway;
}

async function healthOf(server: NetworkServer) {
  return (await fetch(`http://127.0.0.1:${server.httpPort}/health`)).json() as Promise<{
    status: string;
    role: string;
    checks: Record<string, string>;
  }>;
}

/** Sends until it is answered, as a device does with what it wants confirmed. */
async function join({ sensor }: DeviceUnderTest, through: VirtualGateway): Promise<void> {
  const isDone = () => sensor.isJoined;
  await until(async () => {
    if (isDone()) return true;
    const bytes = sensor.joinRequest();
    through.hear([
      { bytes, ...sensor.sending, rssiDbm: -60, snrDb: 8, onDownlink: (accept) => sensor.hear(accept) },
    ]);
    await new Promise((resolve) => setTimeout(resolve, 600));
    return isDone();
  });
}

test("a frame that reaches two processes is handled once, with what both gateways heard", async () => {
  const standby = await another();
  expect([net.server.isOwner, standby.isOwner]).toEqual([true, false]);
  expect(await healthOf(standby)).toMatchObject({ status: "ok", role: "standby", checks: { owner: "ok" } });
  const near = await gatewayOf(net.server);
  const far = await gatewayOf(standby);
  const device = await net.device();
  device.sensor.useDataRate(5);
  await join(device, far);
  const bytes = device.sensor.uplink(85, Buffer.from([1, 2, 3]));
  const heard = { bytes, ...device.sensor.sending, snrDb: 8 };
  near.hear([{ ...heard, rssiDbm: -60 }]);
  far.hear([{ ...heard, rssiDbm: -90 }]);
  const [message] = await until(() => net.of(device).length > 0 && net.of(device));
  expect(message?.receptions.map(({ gatewayEui }) => gatewayEui)).toEqual([near.gatewayEui, far.gatewayEui]);
  expect(net.of(device)).toHaveLength(1);
});

test("the application and a Basics Station are served over the process that stands by", async () => {
  const standby = await another();
  await net.reconnect([standby]);
  const gateway = await net.gateway();
  const files = await net.credentials(gateway);
  const station = await VirtualStation.connect(gateway.gatewayEui, {
    ...files,
    lnsUri: `wss://localhost:${standby.stationPort}`,
  });
  const statuses = await net.request({ name: "gateway-status", accountId });
  expect(statuses).toContainEqual(
    expect.objectContaining({ gatewayId: gateway.gatewayId, protocol: "basics-station" }),
  );
  station.close();
});

test("when the owner ends, the process that stood by goes on with sessions and counters, and has missed nothing", async () => {
  const standby = await another();
  const gateway = await net.gateway();
  const through = await gatewayOf(standby, gateway.gatewayEui);
  const device = await net.device();
  device.sensor.useDataRate(5);
  await join(device, through);
  const first = device.sensor.uplink(85, Buffer.from([1]));
  through.hear([{ bytes: first, ...device.sensor.sending, rssiDbm: -60, snrDb: 8 }]);
  for (const count of [2, 3]) {
    await until(() => net.of(device).length === count - 1);
    const bytes = device.sensor.uplink(85, Buffer.from([count]));
    through.hear([{ bytes, ...device.sensor.sending, rssiDbm: -60, snrDb: 8 }]);
  }
  await until(() => net.of(device).length === 3);
  await net.reconnect([standby, net.server]);

  const ending = net.server.stop();
  // While nobody owns the devices.
  const meanwhile = device.sensor.uplink(85, Buffer.from([4]));
  through.hear([{ bytes: meanwhile, ...device.sensor.sending, rssiDbm: -60, snrDb: 8 }]);
  await ending;
  await until(() => standby.isOwner);
  await until(() => net.of(device).length === 4);
  expect((await healthOf(standby)).role).toBe("owner");
  // The join accept that the first process sent still counts in the gateway's hour.
  const [status] = (await net.request({ name: "gateway-status", accountId })) as GatewayStatus[];
  expect(status!.dutyCycle.some(({ used }) => used > 0)).toBe(true);

  // A replay is one there, too; what is new is acknowledged at once, without waiting for the gateway to ask.
  through.hear([{ bytes: first, ...device.sensor.sending, rssiDbm: -60, snrDb: 8 }]);
  let answer: string | undefined;
  const last = device.sensor.uplink(85, Buffer.from([5]), true);
  through.hear([
    {
      bytes: last,
      ...device.sensor.sending,
      rssiDbm: -60,
      snrDb: 8,
      onDownlink: (bytes) => (answer = device.sensor.hear(bytes)),
    },
  ]);
  await until(() => answer);
  expect(answer).toBe("acknowledged");
  await until(() => net.of(device).length === 5);
  expect(net.of(device).map(({ payload }) => Buffer.from(payload, "base64")[0])).toEqual([1, 2, 3, 4, 5]);
  // What the first process heard and did not write down does not count as lost.
  expect((await net.facts(device)).radio?.lossShare).toBe(0);
});

test("when Postgres drops every connection, one process owns the devices afterwards, and the one that lost them ends", async () => {
  const lost: string[] = [];
  const second = await another((reason) => lost.push(`second: ${reason}`));
  const third = await another((reason) => lost.push(`third: ${reason}`));
  await net.server.stop();
  await until(() => second.isOwner !== third.isOwner && (second.isOwner || third.isOwner));
  const network = new pg.Client(loginConfig(net.database, "refill_network", net.vault));
  await network.connect();
  for (let round = 0; round < 10; round++) {
    await network.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'refill_network' and pid <> pg_backend_pid()",
    );
    await new Promise((resolve) => setTimeout(resolve, 50 * round));
    const holders = await net.owner.query(
      "select count(distinct objid)::int as locks from pg_locks where locktype = 'advisory' and mode = 'ExclusiveLock'",
    );
    expect(holders.rows[0].locks).toBeLessThanOrEqual(1);
  }
  await until(async () => {
    const alive = [second, third].filter(({ isOwner }) => isOwner).length - lost.length;
    return alive === 1;
  });
  expect(lost.length).toBeLessThanOrEqual(1);
  await network.end();
});

test("nobody but a network server hands datagrams to the owner", async () => {
  await until(() => net.server.isOwner);
  const { rows } = await net.owner.query("select place from network.owner");
  const secret = async (name: string) => (await net.vault.getSecret(`tls/${name}`))!;
  const isTaken = async (cert: string, key: string) =>
    new Promise<boolean>((resolve) => {
      const socket = connect({
        host: "127.0.0.1",
        port: rows[0].place.datagramPort,
        servername: "network-server",
        ca: ca,
        cert,
        key,
      });
      socket.on("error", () => {});
      socket.once("data", () => {
        resolve(true);
        socket.destroy();
      });
      socket.once("close", () => resolve(false));
    });
  const ca = await secret("ca-certificate");
  expect(await isTaken(await secret("network-server-certificate"), await secret("network-server-key"))).toBe(
    true,
  );
  expect(await isTaken(await secret("application-certificate"), await secret("application-key"))).toBe(false);
});
