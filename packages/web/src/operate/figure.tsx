/** A number that counts, with what it is and what stands behind it. */
export function Figures({ children }: { children: React.ReactNode }) {
  return <dl className="figures">{children}</dl>;
}

export function Figure({
  name,
  value,
  note,
  isWrong = false,
}: {
  name: string;
  value: string;
  note?: React.ReactNode;
  /** Marked, and not by its colour alone. */
  isWrong?: boolean;
}) {
  return (
    <div className={isWrong ? "figure figure-wrong" : "figure"}>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {note && <span>{note}</span>}
      </dd>
    </div>
  );
}
