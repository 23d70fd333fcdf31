import { isIPv4 } from "node:net";
import { resolve } from "node:path";
import { isRegion } from "@refill/database";

/** A region that this Refill serves, with a Postgres and a network server of its own. */
export interface RegionSettings {
  region: string;
  /** Its Postgres; undefined: an embedded one. */
  databaseUrl: string | undefined;
  udpPort: number;
  /** Basics Station: TLS, for gateways. */
  stationPort: number;
}

export interface Settings {
  dataFolder: string;
  keysFolder: string;
  /** As `openKeyVault` takes it. */
  vault: string;
  /** Accounts that are in memory are read for so long while the key vault is away. */
  vaultHoldMinutes: number;
  /** Of opened accounts. */
  accountMemoryMb: number;
  /** The programs' passwords of Postgres are changed when they are older. */
  passwordDays: number;
  /** Proxies before the web page whose word of a client's address is taken. */
  trustedProxies: string | undefined;
  httpPort: number;
  /** The first is the primary one. */
  regions: readonly RegionSettings[];
  /** Of the network server: one owns the devices, the others stand by. */
  networkProcesses: number;
  /** Name or address by which gateways reach this machine; undefined: that of REFILL_BASE_URL, or this machine's name. */
  stationHost: string | undefined;
  /** Broker of gateways with ChirpStack's software. */
  mqttUrl: string | undefined;
  /** Customers' identity providers may lie in private networks. */
  hasPrivateProviders: boolean;
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  /** Address under which people reach the web page; undefined: this machine's own. */
  baseUrl: string | undefined;
  /** Address on which gateways are heard; undefined: all. */
  udpHost: string | undefined;
  /** Whether the virtual plant and the demonstration customer run. */
  demonstration: boolean;
  /** Seconds of the virtual plant for each second of the clock. */
  factorySpeed: number;
  factoryLocations: number;
}

/** A setting that cannot be used; the message is one line that names it and says what it takes. */
export class SettingRefused extends Error {}

/**
 * Reads and checks every setting; the first wrong one throws {@link SettingRefused}.
 * The virtual plant runs while nothing else is configured (no DATABASE_URL), or with REFILL_FACTORY=on.
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const dataFolder = resolve(environment.REFILL_DATA || "data");
  const keysFolder = resolve(environment.REFILL_KEYS || "keys");
  if (isInside(keysFolder, dataFolder) || isInside(dataFolder, keysFolder)) {
    throw new SettingRefused(
      `REFILL_KEYS (${keysFolder}) and REFILL_DATA (${dataFolder}) must be apart: neither may lie in the other.`,
    );
  }
  const regions = readRegions(environment);
  const baseUrl = url(environment, "REFILL_BASE_URL", ["http:", "https:"])?.replace(/\/+$/, "");
  const factory = oneOf(environment, "REFILL_FACTORY", ["on", "off"]);
  return {
    dataFolder,
    keysFolder,
    httpPort: integer(environment, "REFILL_HTTP_PORT", 8080, 0, 65535),
    vault: vaultAddress(environment),
    vaultHoldMinutes: integer(environment, "REFILL_VAULT_HOLD_MINUTES", 15, 0, 1440),
    accountMemoryMb: integer(environment, "REFILL_ACCOUNT_MEMORY_MB", 512, 16, 1_000_000),
    passwordDays: integer(environment, "REFILL_PASSWORD_DAYS", 30, 1, 3650),
    trustedProxies: proxies(environment) ?? (baseUrl ? "loopback" : undefined),
    regions,
    networkProcesses: integer(environment, "REFILL_NETWORK_PROCESSES", 1, 1, 8),
    stationHost: hostName(environment, "REFILL_STATION_HOST"),
    mqttUrl: url(environment, "REFILL_MQTT_URL", ["mqtt:", "mqtts:"]),
    hasPrivateProviders: oneOf(environment, "REFILL_PRIVATE_PROVIDERS", ["on", "off"]) === "on",
    smtpUrl: url(environment, "REFILL_SMTP_URL", ["smtp:", "smtps:"]),
    mailFrom: sender(environment, "REFILL_MAIL_FROM"),
    baseUrl,
    udpHost: ipAddress(environment, "REFILL_UDP_HOST"),
    demonstration: factory ? factory === "on" : regions[0]!.databaseUrl === undefined,
    factorySpeed: integer(environment, "REFILL_FACTORY_SPEED", 60, 1, 3600),
    factoryLocations: integer(environment, "REFILL_FACTORY_LOCATIONS", 120, 1, 5000),
  };
}

/** `REFILL_REGIONS`, each with its own settings by suffix; the first is also meant by the settings without one. */
function readRegions(environment: Record<string, string | undefined>): RegionSettings[] {
  const names = (environment.REFILL_REGIONS || "EU").split(",").map((name) => name.trim());
  if (names.some((name) => !isRegion(name)) || new Set(names).size < names.length)
    throw new SettingRefused(
      `REFILL_REGIONS must be regions of 2 to 10 capital letters, each once, e.g. EU,US, not "${environment.REFILL_REGIONS}".`,
    );
  const udpPort = integer(environment, "REFILL_UDP_PORT", 1700, 0, 65535);
  const stationPort = integer(environment, "REFILL_STATION_PORT", 3001, 0, 65535);
  return names.map((region, index) => {
    const own = (name: string) =>
      index === 0 && environment[`${name}_${region}`] === undefined ? name : `${name}_${region}`;
    const next = (port: number) => (port === 0 ? 0 : port + index);
    return {
      region,
      databaseUrl: url(environment, own("DATABASE_URL"), ["postgres:", "postgresql:"]),
      udpPort: integer(environment, own("REFILL_UDP_PORT"), next(udpPort), 0, 65535),
      stationPort: integer(environment, own("REFILL_STATION_PORT"), next(stationPort), 0, 65535),
    };
  });
}

function vaultAddress(environment: Record<string, string | undefined>): string {
  const text = environment.REFILL_VAULT || "local";
  if (text !== "local" && !/^(azure|openbao|vault):https?:\/\/\S+$/.test(text))
    throw new SettingRefused(
      "REFILL_VAULT must be local, azure:https://NAME.vault.azure.net or openbao:https://HOST:8200.",
    );
  return text;
}

function proxies(environment: Record<string, string | undefined>): string | undefined {
  const text = environment.REFILL_TRUSTED_PROXIES;
  if (!text) return undefined;
  if (!/^[0-9a-fA-F.:/]+(,\s*[0-9a-fA-F.:/]+)*$|^(loopback|uniquelocal)$/.test(text))
    throw new SettingRefused(
      `REFILL_TRUSTED_PROXIES must be IP addresses or networks, e.g. 10.0.0.0/8, not "${text}".`,
    );
  return text;
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function integer(
  environment: Record<string, string | undefined>,
  name: string,
  fallback: number,
  minimum: number,
  maximum: number,
): number {
  const text = environment[name];
  if (text === undefined || text === "") return fallback;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum || value > maximum) {
    throw new SettingRefused(`${name} must be a whole number from ${minimum} to ${maximum}, not "${text}".`);
  }
  return value;
}

function oneOf(
  environment: Record<string, string | undefined>,
  name: string,
  values: string[],
): string | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  if (!values.includes(text))
    throw new SettingRefused(`${name} must be ${values.join(" or ")}, not "${text}".`);
  return text;
}

function ipAddress(environment: Record<string, string | undefined>, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  if (!isIPv4(text))
    throw new SettingRefused(`${name} must be an IPv4 address of this machine, not "${text}".`);
  return text;
}

function hostName(environment: Record<string, string | undefined>, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  if (!/^[a-zA-Z0-9]([a-zA-Z0-9.-]{0,250}[a-zA-Z0-9])?$/.test(text))
    throw new SettingRefused(`${name} must be a host name or an IPv4 address, not "${text}".`);
  return text;
}

function sender(environment: Record<string, string | undefined>, name: string): string | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  if (!/^[^\r\n<>@]*<?[^\s<>@]+@[^\s<>@]+>?$/.test(text))
    throw new SettingRefused(`${name} must be an address such as "Refill <orders@plant.example>".`);
  return text;
}

/** The value is not repeated in the error: an address may hold a password. */
function url(
  environment: Record<string, string | undefined>,
  name: string,
  schemes: string[],
): string | undefined {
  const text = environment[name];
  if (text === undefined || text === "") return undefined;
  if (!URL.canParse(text) || !schemes.includes(new URL(text).protocol)) {
    throw new SettingRefused(
      `${name} must be an address that starts with ${schemes.map((s) => `${s}//`).join(" or ")}.`,
    );
  }
  return text;
}
