/** A column of a list. */
export interface Column<Row> {
  /** In addresses and kept views. */
  key: string;
  name: string;
  /** By it rows are sorted, and it stands in the CSV file. Null: nothing is known, and stands last. */
  value(row: Row): string | number | null;
  /** What is drawn; default: the value. */
  cell?(row: Row): React.ReactNode;
  /** Aligned to the right. */
  isNumber?: boolean;
  /** Shown only when somebody chooses it. */
  isOptional?: boolean;
  /** On a phone it takes a card's whole width, without its name. */
  isWide?: boolean;
  /** CSS, e.g. `120px` or `minmax(160px, 2fr)`; default: as wide as others. */
  width?: string;
}

/** What a list can be narrowed down by. */
export interface Filter<Row> {
  key: string;
  name: string;
  /** What can be chosen; those that no row has are left out. */
  options: readonly { value: string; label: string }[];
  /** What a row is like. */
  of(row: Row): string | readonly string[] | null;
}

/** What is shown of a list; it stands in the page's address. */
export interface TableState {
  search: string;
  /** A column's key, with "-" before it: downwards. Empty: as the rows come. */
  sort: string;
  /** Chosen values by filter. */
  filters: Readonly<Record<string, readonly string[]>>;
}
