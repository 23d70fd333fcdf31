/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main className="centre">
      <div className="card">
        <h1 style={{ margin: "0 0 8px", fontSize: 26 }}>This page does not exist</h1>
        <p>
          The address may be mistyped, or what was here was removed. <a href="/">Open the overview</a>
        </p>
      </div>
    </main>
  );
}
