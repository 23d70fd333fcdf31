import type { Connection } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { factorHints } from "./sign-in-words.ts";

/** What came of the last test: what went wrong, or whom the provider described. */
export function SignInTestResult({ connection: { test, settings } }: { connection: Connection }) {
  if (test === null)
    return (
      <p className="soft" style={{ margin: 0 }}>
        {t("Sign in there once. Nothing changes, and you see here what the provider says of you.")}
      </p>
    );
  const { at, problem, seen } = test;
  const attributes = Object.entries(seen.attributes);
  return (
    <>
      {problem === null ? (
        <p role="status" style={{ margin: 0 }}>
          <span className="state state-ok">{t("Succeeded")}</span> <Time iso={at} />:{" "}
          {seen.name ?? t("no name")}, <span className="breakable">{seen.email ?? t("no address")}</span>
        </p>
      ) : (
        <p role="alert" className="problem">
          {t("It failed {time}: {problem}", { time: <Time iso={at} />, problem })}
        </p>
      )}
      {problem === null && <Factors hints={factorHints(seen)} isSaml={settings.kind === "saml"} />}
      {attributes.length > 0 && (
        <details>
          <summary>{t("What the provider said")}</summary>
          <dl className="said">
            {attributes.map(([name, values]) => (
              <div key={name}>
                <dt className="breakable">{name}</dt>
                <dd className="breakable">{values.join(", ")}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

/** Refill alone decides whether it was a second factor; here stands what it decides by. */
function Factors({ hints, isSaml }: { hints: [string, string[]][]; isSaml: boolean }) {
  return (
    <p className="soft small-text breakable" style={{ margin: 0 }}>
      {hints.length > 0
        ? t("How you signed in there, as the provider says: {value}", {
            value: hints.map(([claim, values], index) => (
              <span key={claim}>
                {index > 0 && "; "}
                <code>{claim}</code> {values.join(", ")}
              </span>
            )),
          })
        : isSaml
          ? t(
              "No attribute says how you signed in there. The authentication context, which counts too, is not shown here.",
            )
          : t(
              "The provider does not say how you signed in there (amr, acr): a second factor there does not count here.",
            )}
    </p>
  );
}
