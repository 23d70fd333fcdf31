import { Button } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import type { NotificationSettings } from "../api/client.ts";
import { t } from "../language/language.ts";
import { dateTime } from "../words.ts";
import { useMute } from "./queries.ts";

/** Of what nothing is told for now. */
export function Mutes({ mutes }: { mutes: NotificationSettings["mutes"] }) {
  const mute = useMute();
  if (mutes.length === 0) return null;
  return (
    <section className="card way-group" aria-labelledby="muted">
      <h2 id="muted" className="section-head">
        {t("Muted for now")}
      </h2>
      <ul className="mute-list">
        {mutes.map(({ subjectId, name, until }) => (
          <li key={subjectId} className="mute-row">
            <span>
              <strong>{name}</strong>{" "}
              <span className="soft">{t("until {time}", { time: dateTime(until) })}</span>
            </span>
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconBell size={15} stroke={1.8} />}
              loading={mute.isPending && mute.variables.subjectId === subjectId}
              onClick={() => mute.mutate({ subjectId, until: null })}
            >
              {t("Tell me of it again")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
