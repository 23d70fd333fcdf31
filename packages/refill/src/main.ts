import { PostgresRefused } from "@refill/database";
import { VaultAway, VaultRefused } from "@refill/vault";
import { Command } from "commander";
import { CommandRefused } from "./command-refused.ts";
import {
  accountClose,
  accountClosings,
  accountList,
  accountQuota,
  accountSetState,
  accountVerifyClosing,
} from "./commands/account.ts";
import { accountCreate } from "./commands/account-create.ts";
import { accountExport } from "./commands/account-export.ts";
import { apiKeyCreate } from "./commands/api-key-create.ts";
import { auditExport, auditList, auditVerify } from "./commands/audit.ts";
import { consumptionImport } from "./commands/consumption.ts";
import { deviceAdd, deviceImport } from "./commands/device.ts";
import { doctor } from "./commands/doctor.ts";
import { deviceFrames, deviceMessages, gatewayFrames } from "./commands/frames.ts";
import { gatewayAdd, gatewayCredentials, gatewayFirmware } from "./commands/gateway.ts";
import { keyRotate } from "./commands/key-rotate.ts";
import { messageKeyRotate } from "./commands/message-key-rotate.ts";
import { operatorInvite } from "./commands/operator-invite.ts";
import { passwordRotate } from "./commands/password-rotate.ts";
import { registrationLinkCreate } from "./commands/registration-link-create.ts";
import { simulateCommand } from "./commands/simulate.ts";
import { start } from "./commands/start.ts";
import { DataFolderInUse } from "./data-folder-lock.ts";
import { ProgramFailed } from "./program.ts";
import { SettingRefused } from "./settings.ts";

const program = new Command("refill")
  .description("Refill: sensors watch the stock of every storage location, orders place themselves.")
  .version("0.1.0")
  .showHelpAfterError();

program
  .command("start")
  .description(
    "start everything on this machine: Postgres, network server, application, web page, virtual plant",
  )
  .action(start);

program
  .command("doctor")
  .description("say what is running, where data and keys lie, and what is wrong, each with its remedy")
  .option("--json", "print as JSON")
  .action(doctor);

const account = program.command("account").description("customers' storage accounts");
const quotaOptions = (command: Command) =>
  command
    .option("--devices <n>", "how many devices it may have, or none for no limit")
    .option("--requests <n>", "how many requests a minute, or none")
    .option("--storage <mb>", "how many megabytes of storage, or none");
quotaOptions(
  account
    .command("create")
    .description(
      "create a customer with a storage account of its own, and its first admin's registration link",
    )
    .requiredOption("--customer <name>", "short name, e.g. acme (letters, digits, dashes)")
    .option("--name <text>", "full name")
    .option("--admin-email <address>", "mail the link to the first admin, for this address only")
    .option("--region <region>", "where its data lie for good (default: the first of REFILL_REGIONS)")
    .option("--json", "print as JSON"),
).action(accountCreate);
account
  .command("list")
  .description("customers with their regions and states")
  .option("--all", "closed ones, too")
  .option("--json", "print as JSON")
  .action(accountList);
account
  .command("suspend")
  .description(
    "nobody of the customer can read or change anything; sensors are still heard, nothing is ordered",
  )
  .requiredOption("--customer <name>", "the customer's short name")
  .option("--json", "print as JSON")
  .action((options) => accountSetState("suspended", options));
account
  .command("resume")
  .description("end a suspension")
  .requiredOption("--customer <name>", "the customer's short name")
  .option("--json", "print as JSON")
  .action((options) => accountSetState("active", options));
quotaOptions(
  account
    .command("quota")
    .description("show or change what a customer may use")
    .requiredOption("--customer <name>", "the customer's short name")
    .option("--json", "print as JSON"),
).action(accountQuota);
account
  .command("export")
  .description("write all of a customer's data into a new file (NDJSON), to move out")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--file <path>", "a new file")
  .option("--json", "print as JSON")
  .action(accountExport);
account
  .command("close")
  .description("destroy a customer's key and then its data, for good, with a signed record of it")
  .requiredOption("--customer <name>", "the customer's short name")
  .option("--confirm <name>", "the name again")
  .option("--record <file>", "where to write the signed record (default: printed)")
  .option("--json", "print as JSON")
  .action(accountClose);
account
  .command("closings")
  .description("the signed records of closed customers")
  .option("--json", "print as JSON")
  .action(accountClosings);
account
  .command("verify-closing <file>")
  .description("whether a signed record is genuine")
  .action(accountVerifyClosing);

program
  .command("api-key")
  .description("keys for the REST API")
  .command("create")
  .description("create a key; it is printed once and kept as a hash only")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--role <role>", "admin or user")
  .option("--name <text>", "what the key is for", "command line")
  .option("--json", "print as JSON")
  .action(apiKeyCreate);

program
  .command("registration-link")
  .description("links by which a customer's admin registers")
  .command("create")
  .description("create a one-time registration link for an admin")
  .requiredOption("--customer <name>", "the customer's short name")
  .option("--email <address>", "mail it, for this address only (default: for whoever registers first)")
  .option("--json", "print as JSON")
  .action(registrationLinkCreate);

program
  .command("operator")
  .description("operators of the service, who have a console of their own")
  .command("invite")
  .description("create a one-time registration link for an operator")
  .option("--email <address>", "mail it, for this address only (default: for whoever registers first)")
  .option("--json", "print as JSON")
  .action(operatorInvite);

const device = program.command("device").description("a customer's sensors");
const deviceOptions = (command: Command) =>
  command
    .requiredOption("--customer <name>", "the customer's short name")
    .requiredOption("--profile <name>", "milesight-em310-udl, dragino-llds12 or milesight-ws101")
    .option("--region <plan>", "channel plan, e.g. EU868, US915 (default: EU868)")
    .option("--lorawan <version>", "1.0.2, 1.0.3, 1.0.4 or 1.1 (default: 1.0.3)")
    .option("--json", "print as JSON");
deviceOptions(
  device
    .command("add")
    .description("register a device")
    .option("--qr <text>", "text of the device's QR code (LoRa Alliance TR005)")
    .option("--dev-eui <eui>", "DevEUI, 16 hexadecimal digits")
    .option("--join-eui <eui>", "JoinEUI (AppEUI), 16 hexadecimal digits")
    .requiredOption("--app-key <key>", "AppKey, 32 hexadecimal digits")
    .option("--nwk-key <key>", "NwkKey of a LoRaWAN 1.1 device")
    .option("--name <text>", "name (default: serial number or DevEUI)")
    .option("--class <class>", "A, B or C (default: A)"),
).action(deviceAdd);
deviceOptions(
  device
    .command("import <file>")
    .description(
      "register the devices of a CSV file, as vendors send them along (DevEUI, JoinEUI, AppKey, …)",
    )
    .option("--join-eui <eui>", "JoinEUI of devices for which the file has none"),
).action(deviceImport);
device
  .command("frames")
  .description("what goes over the air: header, MAC commands and refusals in words")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--dev-eui <eui>", "DevEUI, 16 hexadecimal digits")
  .option("--follow", "go on with those to come, until Ctrl-C")
  .option("--json", "print as JSON, one a line")
  .action(deviceFrames);
device
  .command("messages")
  .description("the stored messages (at most 14), decrypted")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--dev-eui <eui>", "DevEUI, 16 hexadecimal digits")
  .option("--json", "print as JSON")
  .action(deviceMessages);

const gateway = program.command("gateway").description("a customer's gateways");
gateway
  .command("add")
  .description("register a gateway, so that it is trusted")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--eui <eui>", "gateway EUI, 16 hexadecimal digits")
  .option("--name <text>", "name (default: the EUI)")
  .option("--region <plan>", "channel plan (default: EU868)")
  .option("--json", "print as JSON")
  .action(gatewayAdd);
gateway
  .command("credentials")
  .description("write the files for LoRa Basics Station (tc.*, cups.*); those before are no longer taken")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--eui <eui>", "gateway EUI, 16 hexadecimal digits")
  .requiredOption("--folder <path>", "where to write them")
  .option("--token", "a token instead of a certificate")
  .action(gatewayCredentials);
gateway
  .command("frames")
  .description("what a gateway hears and sends: header, MAC commands and refusals in words")
  .requiredOption("--customer <name>", "the customer's short name")
  .requiredOption("--eui <eui>", "gateway EUI, 16 hexadecimal digits")
  .option("--follow", "go on with those to come, until Ctrl-C")
  .option("--json", "print as JSON, one a line")
  .action(gatewayFrames);
gateway
  .command("firmware <file>")
  .description("offer signed firmware to all gateways of a model with LoRa Basics Station (CUPS)")
  .requiredOption("--model <name>", "as the gateways call it")
  .requiredOption("--firmware <version>", "as the gateways will say in `package` afterwards")
  .requiredOption("--signature <file>", "ECDSA P-256 over SHA-512, DER")
  .requiredOption("--key <file>", "public key that the gateways know, 64 bytes (sig-0.key)")
  .action(gatewayFirmware);

program
  .command("message-key")
  .description("the key of the sensors' stored messages")
  .command("rotate")
  .description("seal them with a new key and destroy the one before, while everything runs")
  .action(messageKeyRotate);

program
  .command("key")
  .description("the keys that everything is sealed by")
  .command("rotate")
  .description("a new key of one level, while everything runs")
  .requiredOption("--level <level>", "root, customer or data")
  .option("--customer <name>", "the customer's short name, for customer and data")
  .option("--json", "print as JSON")
  .action(keyRotate);
program
  .command("password")
  .description("the programs' passwords of Postgres")
  .command("rotate")
  .description(
    "new passwords for all of them, while everything runs (done every REFILL_PASSWORD_DAYS by itself)",
  )
  .option("--json", "print as JSON")
  .action(passwordRotate);

program
  .command("consumption")
  .description("what was used of a customer's storage locations before there were sensors")
  .command("import <file>")
  .description(
    "bring it from a CSV file of an ERP system (columns location, date, quantity), all of it or nothing",
  )
  .requiredOption("--customer <name>", "the customer's short name")
  .option("--gaps <meaning>", "a day that the file does not name: zero or unknown (default: zero)")
  .option("--json", "print as JSON")
  .addHelpText(
    "after",
    `
A line a booking or a day, e.g. A-01-1,2027-03-31,12 (also A-01-1;31.03.2027;12). The location is its name or its id;
bookings of a day are summed. What was brought for a location before is replaced.`,
  )
  .action(consumptionImport);

program
  .command("simulate [file]")
  .description(
    "replay past demand against today's and a proposed policy: service, stock, orders and cost of both",
  )
  .option("--present <policy>", "today's policy (default: the location's), e.g. min-max:40/100")
  .option("--present-safety <pieces>", "today's safety stock (default: the location's, or 0)")
  .option("--proposed <policy>", "the proposed policy (default: planned for --service)")
  .option("--proposed-safety <pieces>", "its safety stock (default: as planned, or 0)")
  .option("--service <percent>", "what is planned for (default: the account's, or 98)")
  .option(
    "--measure <measure>",
    "of the service: fill-rate (pieces) or cycle (default: the account's, or fill-rate)",
  )
  .option("--plan-days <n>", "plan on the first n days, replay those after them; 0: all (default: half)")
  .option("--location <id>", "replay this storage location's history instead of a file")
  .option("--url <url>", "address of Refill, for --location")
  .option("--api-key <key>", "key for its REST API (default: REFILL_API_KEY)")
  .option("--days <n>", "so many days of the location's history, at most 728 (default: 365)")
  .option("--gaps <meaning>", "a day that the file does not name: zero or missing (default: zero)")
  .option("--lead-time <days>", "from the order to the shelf (default: the supplier's)")
  .option("--lead-time-deviation <days>", "standard deviation (default: 0)")
  .option("--pack <pieces>", "pieces in a pack (default: the supply's, or 1)")
  .option("--minimum-order <pieces>", "minimum order quantity (default: the supply's, or 0)")
  .option("--multiple <pieces>", "orders are a multiple of it (default: the supply's, or 1)")
  .option("--capacity <pieces>", "most that fit (default: the location's, or no limit)")
  .option("--start-stock <pieces>", "at the begin (default: what the policy orders up to)")
  .option("--price <amount>", "of a piece (default: the supply's; without one, stock costs nothing)")
  .option("--holding-rate <percent>", "cost of stock a year, of its value (default: the account's, or 20)")
  .option("--order-cost <amount>", "of an order (default: the account's, or 5)")
  .option(
    "--shortage-cost <amount>",
    "of a piece that is waited for, a day; with --lost, of each (default: 0)",
  )
  .option("--lost", "what is not there is not waited for")
  .option("--seed <n>", "of lead times that vary (default: 1)")
  .option("--svg <file>", "write the plot as SVG")
  .option("--json", "print as JSON")
  .addHelpText(
    "after",
    `
The file has a line a day, e.g. 2027-03-31,12 (also 31.03.2027;12); a header may name the columns date and quantity.
Policies: min-max:MINIMUM/MAXIMUM, reorder-point:POINT/QUANTITY, periodic:POINT/MAXIMUM/DAYS (1,4: Mondays and
Thursdays), kanban:CARDS/PIECES, two-bin:PIECES, event:QUANTITY (ordered when the safety stock is begun).

Examples:
  npx refill simulate demand.csv --present min-max:40/100 --lead-time 7 --price 2.50
  npx refill simulate demand.csv --present min-max:40/100 --proposed reorder-point:30/50 --lead-time 7 --svg plot.svg
  npx refill simulate --location LOCATION_ID --url http://localhost:8080 --api-key KEY --service 99`,
  )
  .action(simulateCommand);

const audit = program.command("audit").description("audit trails: what was done, by whom, on what");
audit
  .command("verify")
  .description("whether every entry is there, unchanged and in order; ends with 1 when not")
  .option("--customer <name>", "one customer only (default: all, and the service)")
  .option("--json", "print as JSON")
  .action(auditVerify);
audit
  .command("list")
  .description("the newest entries")
  .option("--customer <name>", "the customer's short name")
  .option("--service", "what operators did to customers")
  .option("--action <begin>", "only actions that begin so, e.g. api-key.")
  .option("--limit <n>", "how many", "50")
  .option("--json", "print as JSON, one a line")
  .action(auditList);
audit
  .command("export")
  .description("a whole trail, oldest first")
  .option("--customer <name>", "the customer's short name")
  .option("--service", "what operators did to customers")
  .requiredOption("--file <path>", "a new file")
  .option("--format <format>", "ndjson or csv", "ndjson")
  .action(auditExport);

try {
  await program.parseAsync();
} catch (error) {
  const expected = [
    SettingRefused,
    DataFolderInUse,
    CommandRefused,
    ProgramFailed,
    PostgresRefused,
    VaultRefused,
    VaultAway,
  ].some((kind) => error instanceof kind);
  console.error(expected ? `refill: ${(error as Error).message}` : error);
  process.exit(1);
}
