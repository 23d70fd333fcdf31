import { t } from "../language/language.ts";
/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <main className="centre">
      <div className="card">
        <h1 style={{ margin: "0 0 8px", fontSize: 26 }}>{t("This page does not exist")}</h1>
        <p>
          {t("The address may be mistyped, or what was here was removed. <link>Open the overview</link>", {
            link: (inside) => <a href="/">{inside}</a>,
          })}
        </p>
      </div>
    </main>
  );
}
