/** Rows as a table of a statement: one array a column, appended to its `values`. */
export function unnest(types: readonly string[], rows: unknown[][], values: unknown[]): string {
  const parameters = types.map((type, index) => {
    values.push(rows.map((row) => row[index]));
    return `$${values.length}::${type}[]`;
  });
  return `unnest(${parameters.join(", ")})`;
}
