import type { Location } from "../api/client.ts";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";

/** A level as a bar: filled to what is there, hatched what comes, with the reorder point as a mark. */
export function LevelBar({ location, unit }: { location: Location; unit: string }) {
  const { capacity, onOrder, reorderPoint, level } = location;
  const onHand = level?.onHand ?? null;
  const share = (count: number) => `${Math.min(100, (count / Math.max(1, capacity)) * 100)}%`;
  const label =
    onHand === null
      ? t("The level is not known")
      : t("{onHand} of {capacity} {unit}", { onHand: pieces(onHand), capacity: pieces(capacity), unit });
  return (
    <div className={`level-bar state-${location.state}`} role="img" aria-label={label} title={label}>
      {onHand === null ? (
        <i className="level-bar-unknown" />
      ) : (
        <>
          <i className="level-bar-fill" style={{ width: share(onHand) }} />
          {onOrder > 0 && (
            <i
              className="level-bar-coming"
              style={{ left: share(onHand), width: share(Math.min(onOrder, Math.max(0, capacity - onHand))) }}
            />
          )}
        </>
      )}
      {reorderPoint !== null && reorderPoint > 0 && (
        <i className="level-bar-mark" style={{ left: share(reorderPoint) }} />
      )}
    </div>
  );
}
