import { expect, test } from "vitest";
import { readSettings, SettingRefused } from "./settings.ts";

test("with no configuration, the virtual plant runs on the ports of the documentation", () => {
  expect(readSettings({})).toMatchObject({
    httpPort: 8080,
    udpPort: 1700,
    demonstration: true,
    databaseUrl: undefined,
  });
});

test("a database of one's own switches the demonstration off unless it is asked for", () => {
  const DATABASE_URL = "postgres://db.example/refill";
  expect(readSettings({ DATABASE_URL }).demonstration).toBe(false);
  expect(readSettings({ DATABASE_URL, REFILL_FACTORY: "on" }).demonstration).toBe(true);
  expect(readSettings({ REFILL_FACTORY: "off" }).demonstration).toBe(false);
});

test.each([
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
