import { PostgresRefused } from "@refill/database";
import { profileNames } from "@refill/sensors";
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
import { addAudit } from "./commands/audit.ts";
import { addConsumption } from "./commands/consumption.ts";
import { deviceAdd, deviceImport } from "./commands/device.ts";
import { doctor } from "./commands/doctor.ts";
import { deviceFrames, deviceMessages, gatewayFrames } from "./commands/frames.ts";
import { gatewayAdd, gatewayCredentials, gatewayFirmware } from "./commands/gateway.ts";
import { keyRotate } from "./commands/key-rotate.ts";
import { messageKeyRotate } from "./commands/message-key-rotate.ts";
import { operatorInvite } from "./commands/operator-invite.ts";
import { passwordRotate } from "./commands/password-rotate.ts";
import { registrationLinkCreate } from "./commands/registration-link-create.ts";
import { addSimulate } from "./commands/simulate.ts";
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
    .requiredOption("--profile <name>", `its type: ${profileNames.join(", ")}`)
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

addConsumption(program);
addSimulate(program);
addAudit(program);

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
