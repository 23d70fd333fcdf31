import { Button, SegmentedControl, Tooltip } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { t } from "../language/language.ts";
import type { Kind, Way } from "./use-change-settings.ts";

interface Row {
  kind: Kind;
  group: string;
  groupTitle: string;
  title: string;
  description: string;
}

export const wayWords: Record<Way, string> = {
  mail: t("E-mail at once"),
  digest: t("Digest"),
  page: t("Only here"),
  none: t("Not at all"),
};

/** One line for each kind: what it tells, and the way by which; from the loudest way to none. */
export function WayMatrix<R extends Row & { isChosen?: boolean; defaultWay?: Way }>({
  kinds,
  wayOf,
  onChoose,
  onFollow,
}: {
  kinds: readonly R[];
  wayOf(row: R): Way;
  onChoose(kind: Kind, way: Way): void;
  /** Back to the default; undefined: there is none behind it. */
  onFollow?(kind: Kind): void;
}) {
  const groups = Map.groupBy(kinds, ({ group }) => group);
  return [...groups].map(([group, rows]) => (
    <section key={group} className="card way-group" aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`} className="section-head">
        {rows[0]!.groupTitle}
      </h2>
      {rows.map((row) => (
        <div key={row.kind} className="way-row">
          <div className="way-words">
            <strong>{row.title}</strong>
            <div className="soft">{row.description}</div>
          </div>
          <div className="way-choice">
            <SegmentedControl
              fullWidth
              size="xs"
              aria-label={row.title}
              value={wayOf(row)}
              onChange={(way) => onChoose(row.kind, way as Way)}
              data={Object.entries(wayWords).map(([value, label]) => ({ value, label }))}
            />
            {onFollow && row.isChosen && row.defaultWay && (
              <Tooltip label={t("The default is “{way}”", { way: wayWords[row.defaultWay] })}>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  color="gray"
                  leftSection={<IconArrowBackUp size={14} stroke={1.8} />}
                  onClick={() => onFollow(row.kind)}
                >
                  {t("Back to the default")}
                </Button>
              </Tooltip>
            )}
          </div>
        </div>
      ))}
    </section>
  ));
}
