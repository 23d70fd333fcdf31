import { client, unwrap } from "../api/client.ts";
import { askForConfirmation } from "../api/confirmation.ts";

/** For a link to a file that is given only to who confirmed: asks first, where that was too long ago. */
export async function confirmedDownload(event: React.MouseEvent<HTMLAnchorElement>): Promise<void> {
  event.preventDefault();
  const { href } = event.currentTarget;
  const { confirmedUntil } = await unwrap(client.GET("/api/v1/session"));
  if (confirmedUntil !== null && Date.parse(confirmedUntil) < Date.now() + 5_000)
    if (!(await askForConfirmation())) return;
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
