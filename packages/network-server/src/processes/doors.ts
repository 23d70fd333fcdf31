import { createSocket } from "node:dgram";
import { once } from "node:events";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import type { Logger } from "pino";

/** Of a gateway that speaks UDP. */
export interface UdpAddress {
  address: string;
  port: number;
}

/** Who deals with what reaches this process: itself when it owns the devices, or else the one that does. */
export interface Handler {
  /** `arrivedAt`: ms since 1970. Whatever it holds, it never throws. */
  takeDatagram(bytes: Buffer, from: UdpAddress, arrivedAt: number): void;
  acceptStation(socket: Socket): void;
  acceptApplication(socket: Socket): void;
}

export interface Doors {
  udpPort: number;
  stationPort: number;
  deliveryPort: number;
  /** As `stationPort`, of this process alone: for the other processes. */
  ownStationPort: number;
  handler: Handler;
  /** From the port that gateways send to, which all processes have. */
  sendDatagram(bytes: Buffer, to: UdpAddress): void;
  /** No datagrams and connections any more; what is open stays. */
  shut(): void;
  /** Ends everything that is still open. */
  close(): void;
}

/** Datagrams wait in the kernel while this process is busy: 8 MB are some seconds of a large plant. */
const receiveBufferBytes = 8 * 1024 * 1024;
const mostConnections = 10_000;
export const loopback = "127.0.0.1";

/** Sockets that are open for the life of the process, whoever handles what comes in. */
export async function openDoors(options: {
  udp: { host: string; port: number };
  station: { host: string; port: number };
  /** For the application, on this machine. */
  deliveryPort: number;
  /** Several processes on this machine share the gateways' ports; the kernel divides what comes. */
  isShared: boolean;
  handler: Handler;
  log: Logger;
}): Promise<Doors> {
  const reusePort = options.isShared;
  const sockets = new Set<Socket>();
  const servers: Server[] = [];
  const udp = createSocket({ type: "udp4", recvBufferSize: receiveBufferBytes, reusePort });
  try {
    udp.bind(options.udp.port, options.udp.host);
    await once(udp, "listening");
    udp.on("error", (error) => options.log.error({ reason: error.message }, "the UDP socket failed"));
    const station = await listen(options.station, (socket) => doors.handler.acceptStation(socket), reusePort);
    const delivery = await listen({ host: loopback, port: options.deliveryPort }, (socket) =>
      doors.handler.acceptApplication(socket),
    );
    const ownStation = await listen({ host: loopback, port: 0 }, (socket) =>
      doors.handler.acceptStation(socket),
    );
    const doors: Doors = {
      udpPort: udp.address().port,
      stationPort: station,
      deliveryPort: delivery,
      ownStationPort: ownStation,
      handler: options.handler,
      sendDatagram(bytes, to) {
        udp.send(bytes, to.port, to.address);
      },
      shut() {
        udp.removeAllListeners("message");
        for (const server of servers) server.close();
      },
      close() {
        this.shut();
        for (const socket of sockets) socket.destroy();
        udp.close();
      },
    };
    udp.on("message", (bytes, from) => {
      // A forged source: nothing can be sent there.
      if (from.port !== 0) doors.handler.takeDatagram(bytes, from, Date.now());
    });
    return doors;
  } catch (error) {
    udp.close();
    for (const server of servers) server.close();
    throw error;
  }

  async function listen(
    at: { host: string; port: number },
    accept: (socket: Socket) => void,
    isShared = false,
  ): Promise<number> {
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => {});
      accept(socket);
    });
    server.maxConnections = mostConnections;
    server.listen({ ...at, reusePort: isShared });
    await once(server, "listening");
    servers.push(server);
    return (server.address() as AddressInfo).port;
  }
}
