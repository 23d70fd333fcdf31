import { randomUUID } from "node:crypto";
import { macVersions, regionNames } from "@refill/lorawan";
import { isProfileName, profileNames } from "@refill/sensors";
import { parse } from "csv-parse/sync";
import type { Device } from "../accounts/records.ts";
import type { Api } from "../api/api.ts";
import type { Principal } from "../api/authentication.ts";
import type { DeviceInput } from "../api/schemas.ts";
import { type FieldProblem, Refusal, refuseFields } from "../refusal.ts";
import { putDevice } from "./device.ts";
import { NetworkWork } from "./network-work.ts";

/** What makers call their columns, without blanks, dashes and underscores. */
const columnNames: Record<string, keyof DeviceInput> = {
  deveui: "devEui",
  deviceeui: "devEui",
  joineui: "joinEui",
  appeui: "joinEui",
  applicationeui: "joinEui",
  appkey: "appKey",
  applicationkey: "appKey",
  nwkkey: "nwkKey",
  networkkey: "nwkKey",
  name: "name",
  devicename: "name",
  sn: "name",
  serialnumber: "name",
  serial: "name",
  profile: "profile",
  region: "region",
  version: "macVersion",
  macversion: "macVersion",
  lorawanversion: "macVersion",
  class: "deviceClass",
  deviceclass: "deviceClass",
};
const mostDevices = 5_000;
const mostProblems = 100;

export interface FileDefaults {
  profile?: string;
  joinEui?: string;
  region?: string;
  macVersion?: string;
}

/** Registers every device of the file, or none: a refusal names line and column. */
export async function registerFile(
  { store, network }: Api,
  { accountId, actor }: Principal,
  csv: string,
  defaults: FileDefaults,
): Promise<Device[]> {
  const inputs = readDevices(csv, defaults);
  const ids = inputs.map(() => randomUUID());
  return store.change(accountId, actor, async (change) => {
    const work = new NetworkWork();
    for (const [index, { line, input }] of inputs.entries()) {
      try {
        work.newDevices.push(putDevice(change, ids[index]!, input));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        throw new Refusal(error.status, error.code, `line ${line}: ${error.message}`, [
          ...error.errors.map(({ field, message }) => ({ field: `line ${line}, ${field}`, message })),
        ]);
      }
    }
    await work.run(network, change);
    return work.newDevices.map(({ keys: _, ...device }) => device);
  });
}

function readDevices(csv: string, defaults: FileDefaults): { line: number; input: DeviceInput }[] {
  const { devices } = readDeviceLines(csv, defaults);
  const problems = devices.flatMap(({ line, problems }) =>
    problems.map(({ field, message }) => ({ field: `line ${line}, ${field}`, message })),
  );
  if (problems.length > 0) refuseFields(problems.slice(0, mostProblems));
  return devices.map(({ line, values }) => ({ line, input: values as unknown as DeviceInput }));
}

/** A line of the file with the defaults filled in, and what is wrong with it. */
export interface DeviceLine {
  line: number;
  values: Readonly<Record<string, string>>;
  problems: FieldProblem[];
}

/** All lines, good and bad; `passedOver`: columns that say nothing of a device. Refuses what is no such file at all. */
export function readDeviceLines(
  csv: string,
  defaults: FileDefaults,
): { devices: DeviceLine[]; passedOver: string[] } {
  const rows = readRows(csv);
  const header = rows.shift();
  if (!header) throw new Refusal(422, "file-empty", "The file has no line.");
  const columns = header.cells.map((name) => columnNames[name.toLowerCase().replace(/[^a-z0-9]/g, "")]);
  if (!columns.includes("devEui") || !columns.includes("appKey"))
    refuseFields([
      { field: `line ${header.line}`, message: "must name the columns, with DevEUI and AppKey among them" },
    ]);
  if (rows.length > mostDevices)
    throw new Refusal(
      422,
      "file-too-long",
      `A file has at most ${mostDevices} devices; this one ${rows.length}.`,
    );
  const devices = rows.map(({ line, cells }): DeviceLine => {
    const values: Record<string, string> = { ...defaults } as Record<string, string>;
    for (const [index, column] of columns.entries()) {
      const text = cells[index]?.trim() ?? "";
      if (column && text !== "") values[column] = text;
    }
    for (const field of ["devEui", "joinEui", "appKey", "nwkKey"])
      if (values[field]) values[field] = values[field].replace(/^0x/i, "").replace(/[\s:-]/g, "");
    values.name ??= values.devEui ?? "";
    return { line, values, problems: problemsOf(values) };
  });
  if (devices.length === 0)
    throw new Refusal(422, "file-empty", "The file has no device below its first line.");
  return { devices, passedOver: header.cells.filter((_, index) => !columns[index]) };
}

function problemsOf(values: Record<string, string>): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const check = (field: string, isGood: boolean, message: string) => {
    if (!isGood) problems.push({ field, message });
  };
  const isHex = (text: string | undefined, digits: number) =>
    text !== undefined && text.length === digits && /^[0-9a-f]+$/i.test(text);
  check("devEui", isHex(values.devEui, 16), "must be 16 hexadecimal digits");
  check("joinEui", isHex(values.joinEui, 16), "must be 16 hexadecimal digits (in the file or for all of it)");
  check("appKey", isHex(values.appKey, 32), "must be 32 hexadecimal digits");
  if (values.nwkKey !== undefined) check("nwkKey", isHex(values.nwkKey, 32), "must be 32 hexadecimal digits");
  check("profile", isProfileName(values.profile ?? ""), `must be one of ${profileNames.join(", ")}`);
  check("name", (values.name ?? "").length <= 200, "must be at most 200 characters");
  const { region, macVersion, deviceClass } = values;
  if (region !== undefined)
    check("region", (regionNames as string[]).includes(region), `must be one of ${regionNames.join(", ")}`);
  if (macVersion !== undefined)
    check(
      "version",
      (macVersions as readonly string[]).includes(macVersion),
      `must be one of ${macVersions.join(", ")}`,
    );
  if (deviceClass !== undefined) check("class", /^[ABC]$/.test(deviceClass), "must be A, B or C");
  return problems;
}

/** RFC 4180, with commas, semicolons or tabs: whichever the first line has most of. Blank lines are passed over. */
function readRows(text: string): { line: number; cells: string[] }[] {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const delimiter = [",", ";", "\t"].sort((a, b) => first.split(b).length - first.split(a).length)[0]!;
  try {
    const records = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      max_record_size: 10_000,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record }));
  } catch (error) {
    throw new Refusal(422, "file-malformed", `The file is no CSV: ${(error as Error).message}.`);
  }
}
