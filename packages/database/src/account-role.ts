/** A storage account's role and schema: both have this name. The id must be a UUID, so the name needs no quoting. */
export function accountRole(accountId: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(accountId))
    throw new RangeError("an account id is a UUID in lower case");
  return `account_${accountId.replaceAll("-", "")}`;
}
