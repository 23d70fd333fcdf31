import type { ControlPlane } from "./control-plane.ts";
import type { RunningInstance } from "./data-folder-lock.ts";
import { asAdminOf } from "./rest.ts";

/** Invites an admin by the running application, which mails the link; gives the link, too. */
export async function inviteByMail(
  accountId: string,
  email: string,
  controlPlane: ControlPlane,
  instance: RunningInstance,
): Promise<string> {
  let link = "";
  await asAdminOf(accountId, controlPlane, instance, async (call) => {
    const { items } = await call<{ items: { link: string }[] }>("POST", "/invitations", {
      emails: [email],
      role: "admin",
    });
    link = items[0]!.link;
  });
  return link;
}
