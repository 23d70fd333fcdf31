import type { ServiceHealth } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { measure } from "../words.ts";

const roleWords: Record<string, string> = {
  owner: t("owns the devices"),
  standby: t("stands by"),
  serving: t("serves"),
};

/** The programs that run, with their versions. */
export function Processes({ processes }: { processes: ServiceHealth["processes"] }) {
  return (
    <div className="card" style={{ overflow: "hidden", marginTop: 16 }}>
      <table className="table">
        <thead>
          <tr>
            <th>{t("Process")}</th>
            <th>{t("Role")}</th>
            <th>{t("Version")}</th>
            <th>{t("Protocol")}</th>
            <th>{t("Node.js")}</th>
            <th>{t("Memory")}</th>
            <th>{t("Runs since")}</th>
          </tr>
        </thead>
        <tbody>
          {processes.map((each) => (
            <tr key={`${each.region} ${each.name} ${each.startedAt}`}>
              <td className="wide">
                <strong>{each.name}</strong> <span className="soft">{each.region}</span>
              </td>
              <td data-label={t("Role")}>{roleWords[each.role] ?? each.role}</td>
              <td data-label={t("Version")}>{each.version}</td>
              <td data-label={t("Protocol")}>{each.protocolVersion}</td>
              <td data-label={t("Node.js")}>{each.nodeVersion}</td>
              <td data-label={t("Memory")}>{measure(each.memoryMb, "MB", 0)}</td>
              <td data-label={t("Runs since")}>
                <Time iso={each.startedAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
