import { SchemeSwitch } from "../layout/scheme-switch.tsx";

/** The frame of the pages for people who are not signed in. */
export function SignInCard({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <main className="centre">
      <div className="card sign-in-card">
        <div className="sign-in-head">
          <h1>{title}</h1>
          <SchemeSwitch />
        </div>
        {children}
      </div>
    </main>
  );
}
