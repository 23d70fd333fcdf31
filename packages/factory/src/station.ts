import { WebSocket } from "ws";
import type { Heard } from "./gateway.ts";

/** Files that a station is given. */
export interface StationFiles {
  lnsUri: string;
  caCertificate: string;
  /** A certificate with its key, or a token. */
  certificate?: string;
  key?: string;
  token?: string;
}

/** What the server told of the region; only what this station reads. */
export interface StationRouterConfig {
  region: string;
  DRs: [number, number, number][];
  upchannels: [number, number, number][];
  sx1301_conf: Record<string, { enable: boolean; freq?: number; radio?: number; if?: number }>[];
  bcning: { DR: number; layout: number[]; freqs: number[] };
}

/** One `dnmsg` or entry of a `dnsched` as the station took it. */
export interface StationDownlink {
  dC?: number;
  pdu: string;
  RxDelay?: number;
  RX1DR?: number;
  RX1Freq?: number;
  RX2DR?: number;
  RX2Freq?: number;
  DR?: number;
  Freq?: number;
  gpstime?: number;
  diid?: number;
  xtime?: string;
}

const listensForMs = 7_000;
const mostDownlinks = 1_000;
const connectAgainMs = 2_000;
const firstXtime = 0x2300_0000_0000_01n;

/**
 * A gateway with LoRa Basics Station, written from its documentation's point of view of the station: asks where to connect,
 * tells its version, is configured, forwards frames field by field, and sends what it is told when its window comes.
 */
export class VirtualStation {
  readonly config: StationRouterConfig;
  readonly #socket: WebSocket;
  readonly #isInstant: boolean;
  readonly #heard = new Map<string, { packet: Heard; at: number }>();
  #xtime = firstXtime;
  readonly downlinks: StationDownlink[] = [];
  /** Answers to `timesync`, µs since the GPS epoch. */
  readonly gpsTimes: number[] = [];
  /** Drops what it is told to send, as a station does whose schedule is full: nothing is said of it. */
  isDeaf = false;

  private constructor(socket: WebSocket, config: StationRouterConfig, isInstant: boolean) {
    this.#socket = socket;
    this.config = config;
    this.#isInstant = isInstant;
    socket.on("error", () => {});
    socket.on("message", (data) => this.#take(String(data)));
  }

  /** Rejects with the server's own words when it does not want this station. */
  static async connect(
    gatewayEui: string,
    files: StationFiles,
    options: { isInstant?: boolean; hasGps?: boolean; address?: string | undefined } = {},
  ): Promise<VirtualStation> {
    const discovery = await open(`${files.lnsUri}/router-info`, files, options.address);
    discovery.send(JSON.stringify({ router: id6(gatewayEui) }));
    const found = JSON.parse(await next(discovery)) as { uri?: string; error?: string };
    discovery.close();
    if (!found.uri) throw new Error(found.error ?? "the server told no address");
    const socket = await open(found.uri, files, options.address);
    socket.send(
      JSON.stringify({
        msgtype: "version",
        station: "2.0.6(corecell/std)",
        firmware: null,
        package: "1.2.0",
        model: "corecell",
        protocol: 2,
        features: options.hasGps ? "rmtsh gps" : "rmtsh",
      }),
    );
    const config = JSON.parse(await next(socket)) as StationRouterConfig & { msgtype: string };
    return new VirtualStation(socket, config, options.isInstant ?? false);
  }

  hear(packet: Heard): void {
    this.#xtime += 1_000_003n;
    const xtime = this.#xtime.toString();
    this.#forget();
    if (packet.onDownlink) this.#heard.set(xtime, { packet, at: Date.now() });
    const { bytes } = packet;
    const radio = `"DR":${this.#rate(packet.dataRate)},"Freq":${Math.round(packet.frequencyMhz * 1e6)},"upinfo":{"rctx":0,"xtime":${xtime},"gpstime":0,"fts":-1,"rssi":${packet.rssiDbm},"snr":${packet.snrDb},"rxtime":${Date.now() / 1000}}`;
    const fields = JSON.stringify(fieldsOf(bytes));
    this.sendText(`${fields.slice(0, -1)},${radio},"RefTime":0}`);
  }

  askTime(): void {
    this.sendText(`{"msgtype":"timesync","txtime":${this.#xtime}}`);
  }

  /** Any text, as a damaged or hostile station would. */
  sendText(text: string): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(text);
  }

  #forget(): void {
    const now = Date.now();
    for (const [xtime, { at }] of this.#heard) {
      if (at + listensForMs > now) break;
      this.#heard.delete(xtime);
    }
    if (this.downlinks.length > mostDownlinks) this.downlinks.splice(0, mostDownlinks / 2);
  }

  get isOpen(): boolean {
    return this.#socket.readyState === WebSocket.OPEN;
  }

  close(): void {
    this.#socket.terminate();
  }

  #rate(name: string): number {
    const [, spreading, bandwidth] = /^SF(\d+)BW(\d+)$/.exec(name)!;
    return this.config.DRs.findIndex(
      ([sf, bw, isDownlinkOnly]) =>
        sf === Number(spreading) && bw === Number(bandwidth) && isDownlinkOnly === 0,
    );
  }

  #take(text: string): void {
    const message = JSON.parse(text.replace(/"(xtime|txtime)":(-?\d+)/g, '"$1":"$2"'));
    if (message.msgtype === "timesync") this.gpsTimes.push(message.gpstime);
    if (message.msgtype === "dnsched") this.downlinks.push(...message.schedule);
    if (message.msgtype !== "dnmsg") return;
    this.downlinks.push(message);
    if (this.isDeaf) return;
    const own = this.#heard.get(String(message.xtime));
    const send = () => {
      this.sendText(
        `{"msgtype":"dntxed","diid":${message.diid},"DevEui":"${message.DevEui}","rctx":0,"xtime":${this.#xtime},"txtime":${Date.now() / 1000},"gpstime":0}`,
      );
      own?.packet.onDownlink?.(Buffer.from(message.pdu, "hex"));
    };
    if (this.#isInstant) send();
    else setTimeout(send, message.RxDelay * 1000 - (own ? Date.now() - own.at : 0)).unref();
  }
}

/** A gateway with Basics Station over the years: when its connection is lost, it makes a new one. */
export class StationGateway {
  readonly #gatewayEui: string;
  readonly #files: () => Promise<StationFiles>;
  readonly #address: string | undefined;
  #station: VirtualStation | undefined;
  #timer: NodeJS.Timeout | undefined;
  #isClosed = false;

  /** `address`: of the server, whatever its name is. */
  constructor(gatewayEui: string, files: () => Promise<StationFiles>, address?: string) {
    this.#gatewayEui = gatewayEui;
    this.#files = files;
    this.#address = address;
    void this.#stay();
  }

  hear(packets: readonly Heard[]): void {
    for (const packet of packets) this.#station?.hear(packet);
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#station?.close();
  }

  async #stay(): Promise<void> {
    try {
      if (!this.#station?.isOpen) {
        this.#station = undefined;
        this.#station = await VirtualStation.connect(this.#gatewayEui, await this.#files(), {
          address: this.#address,
        });
      }
    } catch {
      // The server is away, or just being started.
    }
    if (this.#isClosed) this.#station?.close();
    else this.#timer = setTimeout(() => void this.#stay(), connectAgainMs);
  }
}

function fieldsOf(bytes: Buffer): object {
  const mic = bytes.readInt32LE(bytes.length - 4);
  const type = bytes[0]! >> 5;
  if (type === 0)
    return {
      msgtype: "jreq",
      MHdr: bytes[0],
      JoinEui: dashed(Buffer.from(bytes.subarray(1, 9)).reverse()),
      DevEui: dashed(Buffer.from(bytes.subarray(9, 17)).reverse()),
      DevNonce: bytes.readUInt16LE(17),
      MIC: mic,
    };
  if (type === 7) return { msgtype: "propdf", FRMPayload: bytes.toString("hex") };
  const options = bytes[5]! & 0x0f;
  const portAt = 8 + options;
  const hasPort = portAt < bytes.length - 4;
  return {
    msgtype: "updf",
    MHdr: bytes[0],
    DevAddr: bytes.readInt32LE(1),
    FCtrl: bytes[5],
    FCnt: bytes.readUInt16LE(6),
    FOpts: bytes.toString("hex", 8, portAt),
    FPort: hasPort ? bytes[portAt] : -1,
    FRMPayload: hasPort ? bytes.toString("hex", portAt + 1, bytes.length - 4) : "",
    MIC: mic,
  };
}

function dashed(eui: Buffer): string {
  return eui
    .toString("hex")
    .toUpperCase()
    .replace(/(..)(?=.)/g, "$1-");
}

function id6(eui: string): string {
  return eui.replace(/(....)(?=.)/g, "$1:").replace(/(^|:)0{1,3}(?=[0-9a-f])/g, "$1");
}

async function open(uri: string, files: StationFiles, address: string | undefined): Promise<WebSocket> {
  const socket = new WebSocket(uri, {
    ...(address
      ? {
          lookup: (_name, { all }, done) =>
            all ? done(null, [{ address, family: 4 }]) : done(null, address, 4),
        }
      : {}),
    ca: files.caCertificate,
    ...(files.certificate ? { cert: files.certificate, key: files.key } : {}),
    headers: files.token && !files.certificate ? { authorization: `Bearer ${files.token}` } : {},
  });
  await new Promise<void>((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
    socket.once("unexpected-response", (_request, response) =>
      reject(new Error(`the server answered ${response.statusCode}`)),
    );
  });
  return socket;
}

function next(socket: WebSocket): Promise<string> {
  return new Promise((resolve, reject) => {
    socket.once("message", (data) => resolve(String(data)));
    socket.once("close", (code) => reject(new Error(`the server ended the connection (${code})`)));
    socket.once("error", reject);
  });
}
