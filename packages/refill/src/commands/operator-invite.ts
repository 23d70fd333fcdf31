import { withRunningInstance } from "../control-plane.ts";
import { inviteByMail } from "../invite-by-mail.ts";

/** `refill operator invite`: a one-time link by which somebody becomes an operator of the service. */
export async function operatorInvite(options: { email?: string; json?: boolean }) {
  await withRunningInstance(async (controlPlane, baseUrl, instance) => {
    const { accountId } = await controlPlane.ensureService();
    const link = options.email
      ? await inviteByMail(accountId, options.email, controlPlane, instance)
      : `${baseUrl}/register#${await controlPlane.createRegistrationLink(accountId)}`;
    await controlPlane.record(controlPlane.regions[0]!, {
      action: "operator.invited",
      accountId,
      detail: { email: options.email ?? null },
    });
    console.log(options.json ? JSON.stringify({ registrationLink: link }) : link);
  });
}
