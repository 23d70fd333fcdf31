import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";
import { inviteByMail } from "../invite-by-mail.ts";
import { quotaOf } from "../quota.ts";

/** `refill account create`: a customer with its storage account, and the link for its first admin. */
export async function accountCreate(options: {
  customer: string;
  name?: string;
  adminEmail?: string;
  region?: string;
  devices?: string;
  requests?: string;
  storage?: string;
  json?: boolean;
}) {
  if (!/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/.test(options.customer)) {
    throw new CommandRefused("--customer takes 1 to 40 small letters, digits and dashes, e.g. acme.");
  }
  await withRunningInstance(async (controlPlane, baseUrl, instance) => {
    const region = options.region ?? controlPlane.regions[0]!;
    if (!controlPlane.regions.includes(region))
      throw new CommandRefused(
        `--region takes a region that is served here: ${controlPlane.regions.join(", ")} (REFILL_REGIONS).`,
      );
    if (await controlPlane.findCustomer(options.customer)) {
      throw new CommandRefused(`There is a customer "${options.customer}" already.`);
    }
    const accountId = await controlPlane.createCustomer({
      slug: options.customer,
      name: options.name ?? options.customer,
      region,
      quota: quotaOf(options),
      demonstration: false,
    });
    const link = options.adminEmail
      ? await inviteByMail(accountId, options.adminEmail, controlPlane, instance)
      : `${baseUrl}/register#${await controlPlane.createRegistrationLink(accountId)}`;
    if (options.json)
      console.log(JSON.stringify({ customer: options.customer, region, accountId, registrationLink: link }));
    else
      console.log(
        `Customer ${options.customer} created in ${region}, storage account ${accountId}.\nFirst admin: ${link}`,
      );
  });
}
