/** Names and what they are, one below the other. */
export function Facts({ facts }: { facts: [string, React.ReactNode][] }) {
  return (
    <dl className="fact-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
