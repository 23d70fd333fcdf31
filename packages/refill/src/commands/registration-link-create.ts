import { withRunningInstance } from "../control-plane.ts";
import { inviteByMail } from "../invite-by-mail.ts";

/** `refill registration-link create`: prints a one-time link for an admin. */
export async function registrationLinkCreate(options: { customer: string; email?: string; json?: boolean }) {
  await withRunningInstance(async (controlPlane, baseUrl, instance) => {
    const { accountId } = await controlPlane.requireCustomer(options.customer);
    const link = options.email
      ? await inviteByMail(accountId, options.email, controlPlane, instance)
      : `${baseUrl}/register#${await controlPlane.createRegistrationLink(accountId)}`;
    console.log(options.json ? JSON.stringify({ customer: options.customer, registrationLink: link }) : link);
  });
}
