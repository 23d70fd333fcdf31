import { expect, test } from "vitest";
import { readSettings, SettingRefused } from "./settings.ts";

test("with no configuration, the virtual plant runs on the ports of the documentation", () => {
  expect(readSettings({})).toMatchObject({
    httpPort: 8080,
    demonstration: true,
    regions: [{ region: "EU", databaseUrl: undefined, udpPort: 1700, stationPort: 3001 }],
  });
});

test("a database of one's own switches the demonstration off unless it is asked for", () => {
  const DATABASE_URL = "postgres://db.example/refill";
  expect(readSettings({ DATABASE_URL }).demonstration).toBe(false);
  expect(readSettings({ DATABASE_URL, REFILL_FACTORY: "on" }).demonstration).toBe(true);
  expect(readSettings({ REFILL_FACTORY: "off" }).demonstration).toBe(false);
});

test("each further region has a database and ports of its own", () => {
  const DATABASE_URL_US = "postgres://us.example/refill";
  expect(readSettings({ REFILL_REGIONS: "EU,US", DATABASE_URL_US }).regions).toEqual([
    { region: "EU", databaseUrl: undefined, udpPort: 1700, stationPort: 3001 },
    { region: "US", databaseUrl: DATABASE_URL_US, udpPort: 1701, stationPort: 3002 },
  ]);
  expect(readSettings({ REFILL_REGIONS: "EU,US", REFILL_UDP_PORT_US: "1800" }).regions[1]!.udpPort).toBe(
    1800,
  );
});

test.each([
  [{ REFILL_REGIONS: "eu" }, "REFILL_REGIONS"],
  [{ REFILL_REGIONS: "EU,EU" }, "REFILL_REGIONS"],
  [{ REFILL_REGIONS: "EU,US", REFILL_STATION_PORT_US: "x" }, "REFILL_STATION_PORT_US"],
  [{ REFILL_VAULT: "s3:bucket" }, "REFILL_VAULT"],
  [{ REFILL_TRUSTED_PROXIES: "everybody" }, "REFILL_TRUSTED_PROXIES"],
  [{ REFILL_ACCOUNT_MEMORY_MB: "1" }, "REFILL_ACCOUNT_MEMORY_MB"],
  [{ REFILL_HTTP_PORT: "http" }, "REFILL_HTTP_PORT"],
  [{ REFILL_HTTP_PORT: "70000" }, "REFILL_HTTP_PORT"],
  [{ REFILL_UDP_PORT: "-1" }, "REFILL_UDP_PORT"],
  [{ REFILL_STATION_PORT: "70000" }, "REFILL_STATION_PORT"],
  [{ REFILL_NETWORK_PROCESSES: "0" }, "REFILL_NETWORK_PROCESSES"],
  [{ REFILL_STATION_HOST: "-x/y" }, "REFILL_STATION_HOST"],
  [{ REFILL_MQTT_URL: "http://broker" }, "REFILL_MQTT_URL"],
  [{ REFILL_FACTORY: "maybe" }, "REFILL_FACTORY"],
  [{ REFILL_FACTORY_SPEED: "0" }, "REFILL_FACTORY_SPEED"],
  [{ REFILL_SMTP_URL: "mail.example" }, "REFILL_SMTP_URL"],
  [{ REFILL_BASE_URL: "refill.example" }, "REFILL_BASE_URL"],
  [{ REFILL_MAIL_FROM: "nobody" }, "REFILL_MAIL_FROM"],
  [{ REFILL_UDP_HOST: "gateway-net" }, "REFILL_UDP_HOST"],
  [{ REFILL_DATA: "/srv/refill", REFILL_KEYS: "/srv/refill/keys" }, "REFILL_KEYS"],
])("a wrong setting ends the start with one line that names it: %o", (environment, name) => {
  expect(() => readSettings(environment)).toThrow(SettingRefused);
  expect(() => readSettings(environment)).toThrow(new RegExp(`^${name}[^\n]*$`));
});

test("a refused database address does not repeat the password", () => {
  expect(() => readSettings({ DATABASE_URL: "mysql://refill:hunter2@db" })).toThrow(/^((?!hunter2).)*$/);
});
