import { useEffect } from "react";

/** Nobody is signed in: what to do. */
export function SignInPage() {
  useEffect(() => {
    document.title = "Refill";
  }, []);
  return (
    <main className="centre">
      <div className="card">
        <h1 style={{ margin: "0 0 8px", fontSize: 26 }}>Refill</h1>
        <p>This browser has no session.</p>
        <ul style={{ paddingLeft: 20 }}>
          <li>First time? Open the registration link that Refill printed when it started.</li>
          <li>
            Link used or expired? Whoever runs Refill makes a new one:
            <br />
            <code>npx refill registration-link create --customer demo</code>
          </li>
        </ul>
      </div>
    </main>
  );
}
