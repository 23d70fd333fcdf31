/** A region's Postgres cluster. An account lies in one region and never leaves it. */
export interface RegionDatabase {
  /** e.g. EU, US. */
  region: string;
  /** Its address, without a password unless it is the owner's. */
  url: string;
}

/** 2 to 10 capital letters. */
export function isRegion(text: string): boolean {
  return /^[A-Z]{2,10}$/.test(text);
}
