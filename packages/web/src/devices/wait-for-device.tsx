import { useQuery } from "@tanstack/react-query";
import type { Device } from "../api/client.ts";
import { lorawanQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { measure } from "../words.ts";
import { bestRssi, signalBars, signalWords } from "./device-words.ts";

const wakeUp: Partial<Record<Device["profile"], string>> = {
  "milesight-em310-udl": t("Hold its power button for 3 seconds: the light blinks."),
  "milesight-em300-mcs": t("Hold its power button for 3 seconds: the light blinks."),
  "milesight-ws101": t("Press its reset button for 3 seconds, then the button itself."),
  "mclimate-button": t("Take the strip out of its battery, and press the button."),
  "dragino-llds12": t("Set its jumper to ON, or press the reset button."),
};

/** A new device on its way: registered, joined, heard. It follows by itself. */
export function WaitForDevice({ device }: { device: Device }) {
  const facts = useQuery({ ...lorawanQuery(device.id), refetchInterval: 3_000 }).data;
  const isHeard = device.lastSeenAt !== null;
  const isJoined = isHeard || device.activation === "abp" || facts?.joinedAt != null;
  const bars = signalBars(device.signalMarginDb);
  return (
    <section className="card device-card wait-card" aria-labelledby="wait-head">
      <h2 id="wait-head">
        {isHeard ? t("It is heard") : isJoined ? t("It has joined") : t("Not heard yet")}
      </h2>
      <div role="status">
        <ol className="wait-steps">
          <Step isDone>{t("Registered: Refill knows its keys.")}</Step>
          {device.activation === "otaa" && (
            <Step isDone={isJoined}>
              {isJoined ? (
                <>
                  {t("Joined the network")}
                  {facts?.joinedAt && (
                    <>
                      , <Time iso={facts.joinedAt} none="" />
                    </>
                  )}
                  .
                </>
              ) : (
                <>
                  {t("Waits for it to join.")} {wakeUp[device.profile] ?? t("Switch it on.")}
                </>
              )}
            </Step>
          )}
          <Step isDone={isHeard}>
            {isHeard ? (
              <>
                {t("First message")}, <Time iso={device.lastSeenAt} none="" />:{" "}
                {measure(bestRssi(device), "dBm", 0)}
                {bars !== null && `, ${signalWords[bars]}`}.
              </>
            ) : (
              t("Waits for its first message.")
            )}
          </Step>
        </ol>
      </div>
      {!isJoined && (
        <p className="soft small-text">
          {t(
            "Nothing happens? It may be out of reach of a gateway, or its AppKey was mistyped: refused requests to join show under On the air.",
          )}
        </p>
      )}
    </section>
  );
}

function Step({ isDone, children }: { isDone: boolean; children: React.ReactNode }) {
  return (
    <li className={isDone ? "done" : "waits"}>
      <span aria-hidden className="wait-mark">
        {isDone ? "✓" : ""}
      </span>
      <span>
        <span className="visually-hidden">{isDone ? t("Done") : t("Open")}: </span>
        {children}
      </span>
    </li>
  );
}
