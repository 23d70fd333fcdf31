import { ApiProblem } from "../api/client.ts";

/** What the API says of a field, also of its parts (`events[2]`); undefined: nothing. */
export function fieldProblem(error: Error | null, name: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined;
  return Object.entries(error.fields).find(([field]) => isOf(field, name))?.[1];
}

/** What was refused and belongs to none of the form's own fields. */
export function FormProblem({ error, shown }: { error: Error | null; shown: readonly string[] }) {
  if (!error) return null;
  const fields = error instanceof ApiProblem ? Object.entries(error.fields) : [];
  const others = fields.filter(([field]) => !shown.some((name) => isOf(field, name)));
  if (fields.length > 0 && others.length === 0) return null;
  return (
    <p role="alert" className="problem">
      {fields.length === 0
        ? error.message
        : others.map(([field, message]) => `${field} ${message}`).join("; ")}
    </p>
  );
}

function isOf(field: string, name: string): boolean {
  return field === name || field.startsWith(`${name}[`) || field.startsWith(`${name}.`);
}
