import { Progress } from "@mantine/core";
import type { Account } from "../api/client.ts";
import { t } from "../language/language.ts";
import { pieces } from "../words.ts";

const megabyte = 1_000_000;
/** From this share on it is time to ask for more, or to tidy up. */
const tight = 0.8;

/** What the account uses of what it may. */
export function Usage({ account: { quota, usage } }: { account: Account }) {
  const megabytes = usage.storageBytes / megabyte;
  return (
    <section className="card card-section" aria-label={t("Usage")}>
      <strong>{t("Usage")}</strong> <span className="soft">{t("Whoever runs Refill sets the quota.")}</span>
      <div className="usage">
        <Bar name={t("Devices")} used={usage.devices} most={quota.devices} />
        <Bar name={t("Storage")} used={megabytes} most={quota.storageMb} unit="MB" />
        <Bar
          name={t("Requests, last minute")}
          used={usage.requestsLastMinute}
          most={quota.requestsPerMinute}
        />
      </div>
    </section>
  );
}

function Bar({
  name,
  used,
  most,
  unit = "",
}: {
  name: string;
  used: number;
  most: number | null;
  unit?: string;
}) {
  const share = most === null ? 0 : most === 0 ? 1 : used / most;
  const shown = pieces(used < 10 && unit ? Math.round(used * 10) / 10 : Math.round(used));
  return (
    <div>
      <div className="usage-head">
        <span>{name}</span>
        <span>
          {most === null
            ? t("<strong>{shown}</strong><soft>{unit}, no quota</soft>", {
                ...looks,
                shown,
                unit: unit && ` ${unit}`,
              })
            : t("<strong>{shown}</strong><soft> of {most}</soft>", {
                ...looks,
                shown,
                most: pieces(most, unit),
              })}
        </span>
      </div>
      {most !== null && (
        <Progress
          value={Math.min(100, share * 100)}
          color={share >= 1 ? "red" : share >= tight ? "signal" : "spruce"}
          aria-label={t("{name}: used share of the quota", { name })}
        />
      )}
      {most !== null && share >= 1 && (
        <div className="problem small-text">{t("Full: new ones are refused; what is there goes on.")}</div>
      )}
    </div>
  );
}

const looks = {
  strong: (words: React.ReactNode) => <strong key="strong">{words}</strong>,
  soft: (words: React.ReactNode) => (
    <span key="soft" className="soft">
      {words}
    </span>
  ),
};
