import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { TLSSocket } from "node:tls";
import type { Authority } from "@refill/certificates";
import { gpsSeconds } from "@refill/lorawan";
import type { Logger } from "pino";
import { type WebSocket, WebSocketServer } from "ws";
import type { Receiver } from "../../uplink/receiver.ts";
import type { Gateway, GatewayEui } from "../gateway.ts";
import type { Gateways } from "../gateways.ts";
import {
  areEnding,
  checkCredentials,
  credentialBytes,
  credentialsCrc,
  type Proof,
  type StationCredentials,
} from "./credentials.ts";
import { type Firmware, longestUpdateInfo, readUpdateInfo, type UpdateInfo, writeUpdate } from "./cups.ts";
import { routerConfig } from "./router-config.ts";
import { StationLink } from "./station-link.ts";
import {
  longestStationMessage,
  packetOf,
  parseEui,
  parseStationJson,
  rawNumber,
  readStationMessage,
  type StationMessage,
  writeId6,
} from "./station-messages.ts";

const pingEveryMs = 30_000;
const discoveryWithinMs = 10_000;
/** A station that says so many things that can't be is not one: its connection ends. */
const mostRefusals = 20;
const notYours = "the credentials are not this gateway's: renew them on its page and put them onto it";

export interface StationServer {
  /** Takes a connection that was accepted elsewhere. */
  accept(socket: Socket): void;
  /** As stations are to reach it. */
  lnsUri: string;
  cupsUri: string;
  close(): void;
}

/** What the server asks of the rest. */
interface Options {
  /** Name or address, and port, by which gateways reach this server. */
  publicHost: string;
  publicPort: number;
  tls: { cert: string; key: string };
  authority: Authority;
  gateways: Gateways;
  receiver: Receiver;
  /** New credentials, kept before they are handed out. */
  renew(gateway: Gateway): Promise<StationCredentials>;
  /** The ones before are no longer taken. */
  settle(gateway: Gateway): Promise<void>;
  firmwareFor(model: string): Promise<Firmware | undefined>;
  log: Logger;
}

/**
 * LoRa Basics Station: LNS (`/router-info`, `/gateway/<EUI>`) and CUPS (`/update-info`) on one port with TLS. A station
 * proves itself by the certificate or the token that it was given. Remote commands and shells are never sent, nor taken.
 */
export function serveStations(options: Options): StationServer {
  const { gateways, receiver, log } = options;
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: longestStationMessage,
    perMessageDeflate: false,
    clientTracking: true,
  });
  const server = createServer(
    {
      ...options.tls,
      ca: options.authority.certificate,
      requestCert: true,
      // Stations with a token have no certificate; one that is shown is checked against its gateway.
      rejectUnauthorized: false,
      // mbedTLS of the stations in the field knows no 1.3.
      minVersion: "TLSv1.2",
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      maxHeaderSize: 8 * 1024,
    },
    (request, response) => {
      answerHttp(request, response).catch((error) => {
        log.error({ reason: error.message }, "a station's request was not answered");
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.on("tlsClientError", () => receiver.refuse("station-tls"));
  server.on("secureConnection", (socket) => {
    if (socket.authorized || !socket.getPeerCertificate().raw) return;
    receiver.refuse("station-certificate");
    socket.destroy();
  });
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head));
  const authority = `${options.publicHost}:${options.publicPort}`;
  const uris = { lnsUri: `wss://${authority}`, cupsUri: `https://${authority}` };
  const pinging = setInterval(ping, pingEveryMs);
  const alive = new WeakSet<WebSocket>();

  return {
    ...uris,
    accept(socket) {
      server.emit("connection", socket);
    },
    close() {
      clearInterval(pinging);
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
    },
  };

  function ping(): void {
    for (const socket of sockets.clients) {
      if (!alive.has(socket)) socket.terminate();
      alive.delete(socket);
      socket.ping();
    }
  }

  /** The gateway, if the connection proves to be it. */
  function identify(request: IncomingMessage, eui: GatewayEui): { gateway: Gateway; proof: Proof } | string {
    const socket = request.socket as TLSSocket;
    const sender = { address: request.socket.remoteAddress ?? "", protocol: "basics-station" };
    const known = gateways.byEui.get(eui);
    if (!known) {
      gateways.seen(eui, sender, Date.now());
      receiver.refuse("gateway-unknown");
      return "this gateway is not registered: register it in Refill first";
    }
    const certificate = socket.getPeerCertificate().raw as Buffer | undefined;
    const { authorization } = request.headers;
    const proof =
      known.credentials && (!certificate || socket.authorized)
        ? checkCredentials(known.credentials, { certificate, authorization })
        : undefined;
    if (!proof) {
      receiver.refuse(certificate ? "station-certificate" : "station-token");
      return notYours;
    }
    gateways.seen(eui, sender, Date.now());
    if (!proof.isBefore && known.credentials?.before)
      options
        .settle(known)
        .catch((error) => log.error({ reason: error.message }, "credentials stay as they were"));
    return { gateway: known, proof };
  }

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on("error", () => {});
    const path = new URL(request.url ?? "/", "wss://station").pathname;
    const eui = /^\/gateway\/([0-9a-f]{16})$/.exec(path)?.[1];
    if (path === "/router-info") {
      sockets.handleUpgrade(request, socket, head, (opened) => discover(request, opened));
      return;
    }
    const identified = eui ? identify(request, eui) : undefined;
    if (!identified || typeof identified === "string") {
      socket.end(
        `HTTP/1.1 ${identified ? "401 Unauthorized" : "404 Not Found"}\r\nConnection: close\r\n\r\n`,
      );
      return;
    }
    sockets.handleUpgrade(request, socket, head, (opened) => serve(identified.gateway, opened));
  }

  /** Where a station is told to connect to. */
  function discover(request: IncomingMessage, socket: WebSocket): void {
    alive.add(socket);
    const timer = setTimeout(() => socket.terminate(), discoveryWithinMs);
    socket.on("error", () => receiver.refuse("station-websocket"));
    socket.on("close", () => clearTimeout(timer));
    socket.once("message", (data, isBinary) => {
      const eui = isBinary ? undefined : parseEui(parseStationJson(String(data))?.router);
      if (!eui) {
        receiver.refuse("station-message");
        socket.close(1002);
        return;
      }
      const identified = identify(request, eui);
      const router = writeId6(eui);
      socket.send(
        JSON.stringify(
          typeof identified === "string"
            ? { router, error: identified }
            : { router, muxs: "::1", uri: `${uris.lnsUri}/gateway/${eui}` },
        ),
        () => socket.close(),
      );
    });
  }

  function serve(gateway: Gateway, socket: WebSocket): void {
    alive.add(socket);
    const link = new StationLink(socket);
    let refusals = 0;
    // The newest connection counts: a station that lost its network connects anew before the old one is noticed.
    gateway.link = link;
    socket.on("pong", () => alive.add(socket));
    socket.on("error", () => receiver.refuse("station-websocket"));
    socket.on("close", () => {
      link.end();
      if (gateway.link === link) gateway.link = undefined;
    });
    socket.on("message", (data, isBinary) => {
      alive.add(socket);
      const message = isBinary
        ? ({ rejected: "station-message" } as const)
        : readStationMessage(String(data));
      // Removed, or given another region, while it was connected.
      if (gateways.byEui.get(gateway.gatewayEui) !== gateway) {
        socket.close(1008);
        return;
      }
      if ("rejected" in message) {
        receiver.refuse(message.rejected);
        refusals += 1;
        if (refusals > mostRefusals) socket.close(1008);
        return;
      }
      hear(gateway, link, message, socket);
    });
  }

  function hear(gateway: Gateway, link: StationLink, message: StationMessage, socket: WebSocket): void {
    const now = Date.now();
    gateways.seen(gateway.gatewayEui, { address: "", protocol: "basics-station" }, now);
    switch (message.msgtype) {
      case "version": {
        const { station, firmware, model, features } = message;
        const words = [model, station, firmware].filter((each) => each && each !== "null");
        gateways.learn(gateway, {
          version: words.join(", ").slice(0, 100) || undefined,
          location: undefined,
        });
        link.knowsGpsTime ||= String(features ?? "").includes("gps");
        const config = routerConfig(gateway.region, gateway.channelBlock, new Date());
        if (config) link.say(config);
        else {
          log.warn(
            { gatewayEui: gateway.gatewayEui, region: gateway.regionName },
            "Basics Station serves no gateway in this region",
          );
          socket.close(1008);
        }
        return;
      }
      case "timesync":
        // Who asks for the time keeps it, and can send by it.
        link.knowsGpsTime = true;
        link.say({
          msgtype: "timesync",
          txtime: rawNumber(message.txtime),
          gpstime: Math.round(gpsSeconds(now) * 1_000_000),
          MuxTime: now / 1000,
        });
        return;
      case "dntxed":
        link.sent(message.diid);
        return;
      default: {
        if (receiver.isFull) {
          receiver.refuse("queue-full");
          return;
        }
        const packet = packetOf(message, gateway.region);
        if (!packet) {
          receiver.refuse("packet-data-rate");
          return;
        }
        if ((message.upinfo.gpstime ?? 0) > 0) link.knowsGpsTime = true;
        receiver.take(gateway, packet, now);
      }
    }
  }

  async function answerHttp(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.method !== "POST" || request.url !== "/update-info") {
      response.writeHead(404).end();
      return;
    }
    const text = await bodyOf(request);
    const info = text === undefined ? undefined : readUpdateInfo(text);
    const eui = info && parseEui(info.router);
    if (!info || !eui) {
      receiver.refuse("station-message");
      response.writeHead(400).end();
      return;
    }
    const identified = identify(request, eui);
    if (typeof identified === "string") {
      response.writeHead(401).end();
      return;
    }
    const update = writeUpdate(await updateFor(identified.gateway, identified.proof, info));
    response.writeHead(200, { "content-type": "application/octet-stream", "content-length": update.length });
    response.end(update);
  }

  async function updateFor(gateway: Gateway, { kind }: Proof, info: UpdateInfo) {
    let credentials = gateway.credentials!;
    if (areEnding(credentials, new Date())) credentials = await options.renew(gateway);
    const bytes = credentialBytes(options.authority, credentials, kind);
    const crc = credentialsCrc(bytes);
    const firmware = info.model ? await options.firmwareFor(info.model) : undefined;
    const isWanted = firmware && firmware.version !== info.package && info.keys?.includes(firmware.keyCrc);
    if (isWanted)
      log.info(
        { gatewayEui: gateway.gatewayEui, version: firmware.version },
        "a gateway is given new firmware",
      );
    return {
      cupsUri: info.cupsUri === uris.cupsUri ? undefined : uris.cupsUri,
      tcUri: info.tcUri === uris.lnsUri ? undefined : uris.lnsUri,
      cupsCredentials: info.cupsCredCrc === crc ? undefined : bytes,
      tcCredentials: info.tcCredCrc === crc ? undefined : bytes,
      firmware: isWanted ? firmware : undefined,
    };
  }
}

/** Undefined when it is too long, which ends the connection. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > longestUpdateInfo) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
