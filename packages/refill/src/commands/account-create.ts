import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";

/** `refill account create`: a customer with its storage account, and the link for its first admin. */
export async function accountCreate(options: {
  customer: string;
  name?: string;
  region: string;
  json?: boolean;
}) {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(options.customer)) {
    throw new CommandRefused("--customer takes 1 to 40 small letters, digits and dashes, e.g. acme.");
  }
  if (!/^[A-Z]{2,10}$/.test(options.region)) {
    throw new CommandRefused("--region takes 2 to 10 capital letters, e.g. EU.");
  }
  await withRunningInstance(async (controlPlane, baseUrl) => {
    if (await controlPlane.findCustomer(options.customer)) {
      throw new CommandRefused(`There is a customer "${options.customer}" already.`);
    }
    const accountId = await controlPlane.createCustomer({
      slug: options.customer,
      name: options.name ?? options.customer,
      region: options.region,
      demonstration: false,
    });
    const link = `${baseUrl}/register#${await controlPlane.createRegistrationLink(accountId)}`;
    if (options.json)
      console.log(JSON.stringify({ customer: options.customer, accountId, registrationLink: link }));
    else
      console.log(
        `Customer ${options.customer} created, storage account ${accountId}.\nFirst admin: ${link}`,
      );
  });
}
