import { PostgresRefused } from "@refill/database";
import { VaultRefused } from "@refill/vault";
import { Command } from "commander";
import { CommandRefused } from "./command-refused.ts";
import { accountCreate } from "./commands/account-create.ts";
import { apiKeyCreate } from "./commands/api-key-create.ts";
import { doctor } from "./commands/doctor.ts";
import { registrationLinkCreate } from "./commands/registration-link-create.ts";
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

program
  .command("account")
  .description("customers' storage accounts")
  .command("create")
  .description("create a customer with a storage account of its own, and its first admin's registration link")
  .requiredOption("--customer <name>", "short name, e.g. acme (letters, digits, dashes)")
  .option("--name <text>", "full name")
  .option("--region <region>", "the region in which this Refill's Postgres stands", "EU")
  .option("--json", "print as JSON")
  .action(accountCreate);

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
  .option("--json", "print as JSON")
  .action(registrationLinkCreate);

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
  ].some((kind) => error instanceof kind);
  console.error(expected ? `refill: ${(error as Error).message}` : error);
  process.exit(1);
}
