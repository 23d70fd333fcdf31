/** With which company's provider this browser signed in last: offered first the next time. */
interface Remembered {
  token: string;
  name: string;
}
const place = "refill-connections";

export function rememberedConnections(): Remembered[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? "[]");
    if (!Array.isArray(kept)) return [];
    return kept.filter(
      (each): each is Remembered => typeof each?.token === "string" && typeof each?.name === "string",
    );
  } catch {
    return [];
  }
}

export function rememberConnection(connection: Remembered): void {
  const others = rememberedConnections().filter(({ token }) => token !== connection.token);
  localStorage.setItem(place, JSON.stringify([connection, ...others].slice(0, 3)));
}
