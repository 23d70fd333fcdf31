import { UnstyledButton } from "@mantine/core";
import { IconArrowRight, IconFlask } from "@tabler/icons-react";
import type { SignInState } from "../api/client.ts";
import { t } from "../language/language.ts";

type Someone = SignInState["demonstration"][number];

/** Made-up people of the demonstration's plant, to be by one click: marked as what they are. */
export function DemonstrationPeople({
  people,
  busy,
  onChosen,
}: {
  people: readonly Someone[];
  /** The hint of the one who is signing in. */
  busy: string | undefined;
  onChosen(person: { token: string; hint: string }): void;
}) {
  return (
    <section className="demonstration" aria-label={t("Demonstration")}>
      <p className="demonstration-mark">
        <IconFlask size={16} stroke={1.8} aria-hidden /> {t("Demonstration")}
      </p>
      <p className="soft small-text">
        {t(
          "A virtual plant runs on this machine. Be one of its people by one click; no password, no e-mail.",
        )}
      </p>
      <div className="demonstration-people">
        {people.map(({ token, hint, name }) => (
          <UnstyledButton
            key={hint}
            className="demonstration-person"
            disabled={busy !== undefined}
            aria-busy={busy === hint}
            onClick={() => onChosen({ token, hint })}
          >
            <span className="demonstration-face" aria-hidden>
              {initialsOf(name)}
            </span>
            <span>
              <strong>{name}</strong>
              <span className="small-text">{whatFor(name)}</span>
            </span>
            <IconArrowRight size={18} stroke={1.8} aria-hidden />
          </UnstyledButton>
        ))}
      </div>
    </section>
  );
}

function initialsOf(name: string): string {
  return name
    .replace(/,.*/, "")
    .split(" ")
    .map((word) => word[0])
    .join("")
    .slice(0, 2);
}

/** The role stands behind the name: "Maria Berger, admin". */
function whatFor(name: string): string {
  return /, admin$/.test(name)
    ? t("decides, orders and sets everything up")
    : t("looks, counts and approves, as far as an admin allows");
}
