import { SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { t } from "../language/language.ts";
import { Failed, Loading } from "../parts/small.tsx";
import { defaultsQuery } from "./queries.ts";
import { TimesFields } from "./times-fields.tsx";
import { useChangeDefaults } from "./use-change-settings.ts";
import { WayMatrix } from "./way-matrix.tsx";

/** How those are told who chose nothing themselves, by role. */
export function DefaultSettings() {
  const defaults = useQuery(defaultsQuery);
  const change = useChangeDefaults();
  const [role, setRole] = useState<"admin" | "user">("admin");
  if (defaults.isPending) return <Loading />;
  if (!defaults.data) return <Failed error={defaults.error!} onAgain={() => defaults.refetch()} />;
  const { kinds, quietHours, digest } = defaults.data;
  return (
    <>
      <section className="card way-summary" aria-label={t("Whom this concerns")}>
        <p>
          {t(
            "New members, and all who have chosen nothing themselves, are told so. A user whose privilege makes it their work, such as approving orders, is told as an admin is.",
          )}
        </p>
        <SegmentedControl
          aria-label={t("Role")}
          value={role}
          onChange={(value) => setRole(value as "admin" | "user")}
          data={[
            { value: "admin", label: t("Admins") },
            { value: "user", label: t("Users") },
          ]}
        />
      </section>
      <WayMatrix
        kinds={role === "admin" ? kinds : kinds.filter(({ user }) => user !== null)}
        wayOf={(row) => (role === "admin" ? row.admin : (row.user ?? "none"))}
        onChoose={(kind, way) => change({ [role]: { [kind]: way } })}
      />
      <section className="card way-group" aria-labelledby="default-times">
        <h2 id="default-times" className="section-head">
          {t("When")}
        </h2>
        <TimesFields times={{ quietHours, digest }} onChange={change} />
      </section>
    </>
  );
}
