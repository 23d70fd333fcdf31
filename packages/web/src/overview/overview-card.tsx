import { useState } from "react";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";

/** A card of the overview with what it counts. */
export function OverviewCard({
  title,
  count,
  children,
}: {
  title: string;
  count: number;
  children: React.ReactNode;
}) {
  return (
    <section className="card overview-card" aria-label={title}>
      <h2>
        <span className="overview-figure">{pieces(count)}</span> {title}
      </h2>
      {children}
    </section>
  );
}

/** The first `most` of a list, and the others when somebody wants them. `more`: how many there are beyond the list. */
export function FirstOf<Item>({
  items,
  most,
  children,
}: {
  items: readonly Item[];
  most: number;
  children(shown: readonly Item[]): React.ReactNode;
}) {
  const [isAll, setAll] = useState(false);
  // One more is no reason to hide it.
  const isShort = items.length <= most + 1;
  return (
    <>
      {children(isAll || isShort ? items : items.slice(0, most))}
      {!isShort && (
        <button type="button" className="more-button" aria-expanded={isAll} onClick={() => setAll(!isAll)}>
          {isAll ? t("Show fewer") : t("Show {count} more", { count: pieces(items.length - most) })}
        </button>
      )}
    </>
  );
}
