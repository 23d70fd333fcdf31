import { FrontDoor } from "./front-door.tsx";

/** The frame of the pages for people who are not signed in. */
export function SignInCard({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <FrontDoor>
      <div className="card sign-in-card">
        <div className="sign-in-head">
          <h1>{title}</h1>
        </div>
        {children}
      </div>
    </FrontDoor>
  );
}
