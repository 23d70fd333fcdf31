import "./notifications.css";
import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { t } from "../language/language.ts";
import { Failed, Loading, PageHead } from "../parts/small.tsx";
import { useIsAdmin } from "../settings/queries.ts";
import { DefaultSettings } from "./default-settings.tsx";
import { Mutes } from "./mutes.tsx";
import { settingsQuery } from "./queries.ts";
import { Summary } from "./summary.tsx";
import { useChangeSettings } from "./use-change-settings.ts";
import { WayMatrix } from "./way-matrix.tsx";
import { WhenAndWhere } from "./when-and-where.tsx";

/** How a person is told of what; admins also choose how those are told who chose nothing. */
export function NotificationSettingsPage() {
  const { of } = useSearch({ from: "/inside/settings/notifications" });
  const navigate = useNavigate({ from: "/settings/notifications" });
  const isAdmin = useIsAdmin();
  const isMine = of !== "everybody" || !isAdmin;
  return (
    <>
      <PageHead title={t("Notifications")}>
        {isAdmin && (
          <SegmentedControl
            aria-label={t("Whose")}
            value={isMine ? "mine" : "everybody"}
            onChange={(value) =>
              void navigate({ search: value === "everybody" ? { of: "everybody" } : {}, replace: true })
            }
            data={[
              { value: "mine", label: t("Mine") },
              { value: "everybody", label: t("Defaults for everybody") },
            ]}
          />
        )}
      </PageHead>
      {isMine ? <MySettings isAdmin={isAdmin} /> : <DefaultSettings />}
    </>
  );
}

function MySettings({ isAdmin }: { isAdmin: boolean }) {
  const settings = useQuery(settingsQuery);
  const change = useChangeSettings();
  if (settings.isPending) return <Loading />;
  if (!settings.data) return <Failed error={settings.error!} onAgain={() => settings.refetch()} />;
  return (
    <>
      <Summary settings={settings.data} />
      <WayMatrix
        kinds={settings.data.kinds}
        wayOf={({ way }) => way}
        onChoose={(kind, way) => change({ ways: { [kind]: way } })}
        onFollow={(kind) => change({ ways: { [kind]: null } })}
      />
      <WhenAndWhere settings={settings.data} onChange={change} />
      <Mutes mutes={settings.data.mutes} />
      {isAdmin && (
        <p className="soft">
          {t("Machines are told by <link>webhooks</link>: each event, signed, as it happens.", {
            link: (words) => (
              <Link key="webhooks" to="/settings/webhooks">
                {words}
              </Link>
            ),
          })}
        </p>
      )}
    </>
  );
}
