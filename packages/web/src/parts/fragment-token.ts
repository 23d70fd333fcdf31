/** The token behind the `#` of this page's address. It is taken out of the address bar and so out of the history. */
let taken: string | undefined;
export function fragmentToken(): string {
  if (location.hash.length > 1) {
    taken = location.hash.slice(1);
    history.replaceState(history.state, "", location.pathname);
  }
  return taken ?? "";
}
