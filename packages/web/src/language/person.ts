/**
 * How the page looks and speaks to a person. It has to be known before the first word is drawn, so the browser keeps it.
 * Where nobody chose in this browser, the profile's language and time zone are taken over (`adopt`).
 */
export type Language = "en" | "de";
export type Density = "comfortable" | "dense";
export interface Person {
  language: Language;
  /** IANA; null: the browser's. */
  timeZone: string | null;
  density: Density;
}
/** `isAdopted`: language and time zone are the profile's, not chosen here. */
type Kept = Partial<Person> & { isAdopted?: boolean };

const key = "refill.person";
const kept = read();

/** As of the page's load. */
export const person: Readonly<Person> = {
  language: kept.language ?? (navigator.language.toLowerCase().startsWith("de") ? "de" : "en"),
  timeZone: kept.timeZone ?? null,
  density: kept.density ?? "comfortable",
};
document.documentElement.dataset.density = person.density;

/** Keeps a choice; when what was said so far sounds otherwise now, the page is loaded anew. */
export function choose(choice: Partial<Person>): void {
  if (choice.density) document.documentElement.dataset.density = choice.density;
  const isSpoken = "language" in choice || "timeZone" in choice;
  keep(isSpoken ? { ...choice, isAdopted: false } : choice);
}

/** Takes over what the profile says, unless somebody chose in this browser. */
export function adopt({ language, timeZone }: Pick<Person, "language" | "timeZone">): void {
  const isChosenHere = kept.language !== undefined && !kept.isAdopted;
  if (isChosenHere || (language === person.language && timeZone === person.timeZone)) return;
  keep({ language, timeZone, isAdopted: true });
}

function keep(change: Kept): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...read(), ...change }));
  } catch {
    return;
  }
  const { language = person.language, timeZone = null } = read();
  if (language !== person.language || timeZone !== person.timeZone) location.reload();
}

function read(): Kept {
  try {
    const value = JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Record<keyof Kept, unknown>>;
    return {
      ...(value.language === "en" || value.language === "de" ? { language: value.language } : {}),
      ...(typeof value.timeZone === "string" && isZone(value.timeZone) ? { timeZone: value.timeZone } : {}),
      ...(value.density === "dense" || value.density === "comfortable" ? { density: value.density } : {}),
      ...(value.isAdopted === true ? { isAdopted: true } : {}),
    };
  } catch {
    // Private windows of some browsers keep nothing.
    return {};
  }
}

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
