import { Link } from "@tanstack/react-router";
import type { Location, Part } from "../api/client.ts";
import { t } from "../language/language.ts";
import { pieces, stateWords } from "../words.ts";

/** A storage location drawn as a bin: filled to its level, its reorder point dashed, what is on order hatched above. */
export function Bin({ location, part }: { location: Location; part: Part | undefined }) {
  const { capacity, onOrder, state } = location;
  const reorderPoint = location.reorderPoint ?? 0;
  const onHand = location.level?.onHand ?? null;
  const share = (count: number) => `${Math.min(100, (count / capacity) * 100)}%`;
  const unit = part?.unit ?? "";
  const level =
    onHand === null
      ? t("level unknown")
      : t("{onHand} of {capacity}", { onHand: pieces(onHand, unit), capacity: pieces(capacity) });
  const coming = onOrder ? `, ${t("{count} on order", { count: pieces(onOrder) })}` : "";
  const label = `${location.name}, ${part?.name ?? ""}: ${level}, ${stateWords[state]}${coming}`;
  return (
    <Link to="/locations/$id" params={{ id: location.id }} className={`bin state-${state}`} title={label}>
      <span className="visually-hidden">{label}</span>
      <div className="bin-box" aria-hidden>
        {onHand === null ? (
          <div className="bin-unknown" />
        ) : (
          <>
            <div className="bin-fill" style={{ height: share(onHand) }} />
            {onOrder > 0 && (
              <div
                className="bin-coming"
                style={{ bottom: share(onHand), height: share(Math.min(onOrder, capacity - onHand)) }}
              />
            )}
          </>
        )}
        {reorderPoint > 0 && <div className="bin-minimum" style={{ bottom: share(reorderPoint) }} />}
        <div className="bin-number">
          <span>{onHand === null ? "?" : pieces(onHand)}</span>
        </div>
      </div>
      <div className="bin-name" aria-hidden>
        {location.name}
      </div>
      <div className="bin-part" aria-hidden>
        {part?.name}
      </div>
    </Link>
  );
}

export function StateMark({ state }: { state: Location["state"] }) {
  return <span className={`state state-${state}`}>{stateWords[state]}</span>;
}
