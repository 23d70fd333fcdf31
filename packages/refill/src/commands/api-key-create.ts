import { CommandRefused } from "../command-refused.ts";
import { withRunningInstance } from "../control-plane.ts";

/** `refill api-key create`: prints a new key once. */
export async function apiKeyCreate(options: {
  customer: string;
  role: string;
  name: string;
  json?: boolean;
}) {
  const { role } = options;
  if (role !== "admin" && role !== "user")
    throw new CommandRefused(`--role takes admin or user, not "${role}".`);
  await withRunningInstance(async (controlPlane) => {
    const { accountId } = await controlPlane.requireCustomer(options.customer);
    const key = await controlPlane.createApiKey(accountId, { name: options.name, role });
    console.log(options.json ? JSON.stringify({ customer: options.customer, role, key }) : key);
  });
}
