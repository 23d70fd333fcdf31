import { Progress } from "@mantine/core";
import type { Gateway } from "../api/client.ts";
import { t } from "../language/language.ts";
import { measure, percent } from "../words.ts";

/** What it has sent within the last hour, and what the law of its band allows. */
export function DutyCycle({ gateway: { dutyCycle } }: { gateway: Gateway }) {
  return (
    <section className="card device-card" aria-labelledby="air-head">
      <h2 id="air-head">{t("Time on air, last hour")}</h2>
      {dutyCycle.length === 0 && <p className="soft">{t("It has sent nothing.")}</p>}
      {dutyCycle.map((band) => {
        const share = band.used / band.dutyCycle;
        const words = t("{from} to {to} MHz", {
          from: measure(band.fromHz / 1e6),
          to: measure(band.toHz / 1e6),
        });
        return (
          <div key={band.fromHz} className="duty-band">
            <div className="small-text">
              {words}: {measure(band.used * 100, "%", 2)}{" "}
              <span className="soft">
                {band.dutyCycle < 1
                  ? t("of {share} allowed", { share: percent(band.dutyCycle) })
                  : t("not limited")}
              </span>
            </div>
            <Progress
              value={Math.min(100, share * 100)}
              color={share > 0.8 ? "var(--empty)" : "var(--ok)"}
              aria-label={t("Used share of the allowed time on air, {band}", { band: words })}
            />
          </div>
        );
      })}
    </section>
  );
}
