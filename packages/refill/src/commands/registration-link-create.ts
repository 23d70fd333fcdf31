import { withRunningInstance } from "../control-plane.ts";

/** `refill registration-link create`: prints a one-time link for an admin. */
export async function registrationLinkCreate(options: { customer: string; json?: boolean }) {
  await withRunningInstance(async (controlPlane, baseUrl) => {
    const { accountId } = await controlPlane.requireCustomer(options.customer);
    const link = `${baseUrl}/register#${await controlPlane.createRegistrationLink(accountId)}`;
    console.log(options.json ? JSON.stringify({ customer: options.customer, registrationLink: link }) : link);
  });
}
