/** A card of a connection's page. */
export function SignInStep({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="card connection-step" aria-label={title}>
      <h2 className="section-head" style={{ marginTop: 0 }}>
        {title}
      </h2>
      <div className="form">{children}</div>
    </section>
  );
}
