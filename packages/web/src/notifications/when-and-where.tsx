import { MultiSelect } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { NotificationSettings } from "../api/client.ts";
import { sitesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { byName } from "../words.ts";
import { TimesFields } from "./times-fields.tsx";
import type { SettingsChange } from "./use-change-settings.ts";

/** When nothing is mailed, when the digest comes, and of which sites. */
export function WhenAndWhere({
  settings,
  onChange,
}: {
  settings: NotificationSettings;
  onChange(change: SettingsChange): void;
}) {
  const sites = useQuery(sitesQuery).data ?? [];
  const { quietHours, digest, timeZone, siteIds } = settings;
  return (
    <section className="card way-group" aria-labelledby="when">
      <h2 id="when" className="section-head">
        {t("When, and of what")}
      </h2>
      <TimesFields times={{ quietHours, digest }} onChange={onChange} />
      <p className="soft small-text">
        {t("Times are those of {zone}, from <link>your profile</link>.", {
          zone: timeZone,
          link: (words) => (
            <Link key="profile" to="/profile">
              {words}
            </Link>
          ),
        })}
      </p>
      {sites.length > 1 && (
        <MultiSelect
          label={t("Sites")}
          description={t("None chosen: all of them. What belongs to no site is always told.")}
          placeholder={siteIds === null ? t("All sites") : ""}
          data={[...sites].sort(byName).map(({ id, name }) => ({ value: id, label: name }))}
          value={siteIds ?? []}
          onChange={(ids) => onChange({ siteIds: ids.length === 0 ? null : ids })}
          clearable
          searchable
          maw={520}
        />
      )}
    </section>
  );
}
