import { Button } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Device, unwrap } from "../api/client.ts";
import { downlinksQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { fieldProblem } from "../parts/form-problem.tsx";
import { Time } from "../parts/small.tsx";
import { everyWords, settingWords } from "./device-words.ts";
import { downlinkWords } from "./downlinks.tsx";
import { IntervalField } from "./interval-field.tsx";
import { settingsQuery } from "./queries.ts";

type Setting = Awaited<ReturnType<NonNullable<ReturnType<typeof settingsQuery>["queryFn"]>>>[number];

/** What the device can be told in words; Refill knows the bytes. */
export function SettingsCard({ device, manages }: { device: Device; manages: boolean }) {
  const settings = useQuery(settingsQuery(device.id));
  return (
    <section className="card device-card" aria-labelledby="settings-head">
      <h2 id="settings-head">{t("Told by radio")}</h2>
      {settings.error && !settings.data && (
        <p role="alert" className="problem">
          {settings.error.message}
        </p>
      )}
      {settings.data?.length === 0 && (
        <p className="soft">
          {t("This type of device has no settings that Refill knows. Its own bytes can be sent below.")}
        </p>
      )}
      {settings.data && settings.data.length > 0 && (
        <p className="soft">
          {device.deviceClass === "A"
            ? t("It listens only after its own messages: what is sent reaches it with the next one.")
            : t("It listens all the time.")}
        </p>
      )}
      {settings.data?.map((setting) => (
        <OneSetting key={setting.setting} device={device} setting={setting} manages={manages} />
      ))}
    </section>
  );
}

function OneSetting({
  device,
  setting: { setting, range, sent, observed },
  manages,
}: {
  device: Device;
  setting: Setting;
  manages: boolean;
}) {
  const { id } = device;
  const queries = useQueryClient();
  const [seconds, setSeconds] = useState(() => sent?.value ?? usualInterval(range, observed));
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/devices/{id}/settings", {
          params: { path: { id } },
          body: { setting, ...(range ? { value: seconds } : {}) },
        }),
      ),
    onSuccess: ({ items }) => {
      queries.setQueryData(settingsQuery(id).queryKey, items);
      void queries.invalidateQueries({ queryKey: downlinksQuery(id).queryKey });
    },
  });
  const { name, description } = settingWords[setting]!;
  const isRetired = device.state === "retired";
  return (
    <div className="setting-row">
      <div>
        <h3>{name}</h3>
        <p className="soft small-text">{description}</p>
        {observed !== null && (
          <p className="small-text">{t("It sends {interval} now.", { interval: everyWords(observed) })}</p>
        )}
        {sent && <SentLine sent={sent} />}
      </div>
      {manages && !isRetired && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            send.mutate();
          }}
        >
          {range && (
            <IntervalField
              seconds={seconds}
              range={range}
              onChange={setSeconds}
              error={fieldProblem(send.error, "value")}
            />
          )}
          {send.error && !(range && fieldProblem(send.error, "value")) && (
            <p role="alert" className="problem">
              {send.error.message}
            </p>
          )}
          {setting === "restart" ? (
            <ConfirmButton
              label={t("Restart it")}
              title={t("Restart {name}?", { name: device.name })}
              action={t("Restart")}
              act={() => send.mutateAsync()}
              isHarmless
            >
              {t("It starts anew with its next message, and is away until it has joined again.")}
            </ConfirmButton>
          ) : (
            <Button type="submit" variant={range ? "filled" : "default"} loading={send.isPending}>
              {range ? t("Send") : t("Ask")}
            </Button>
          )}
        </form>
      )}
    </div>
  );
}

/** What it does now, where it may be told so; else the makers' usual 20 minutes. */
function usualInterval(range: Setting["range"], observed: number | null): number {
  const isPossible = range && observed !== null && observed >= range.minimum && observed <= range.maximum;
  return isPossible ? Math.round(observed / 60) * 60 : 1200;
}

function SentLine({ sent }: { sent: NonNullable<Setting["sent"]> }) {
  const { state, value, at, by, isHeardSince } = sent;
  const isDone = state === "acknowledged";
  const isLost = state === "failed" || state === "expired" || state === "too-long" || state === "removed";
  const words =
    state !== null
      ? downlinkWords[state]
      : isHeardSince
        ? t("Sent, and it was heard since")
        : t("Newer downlinks took its place in the list");
  return (
    <p className="small-text sent-line">
      <span className={`state ${isDone ? "state-ok" : isLost ? "state-empty" : "state-unknown"}`}>
        {words}
      </span>{" "}
      <span className="soft">
        {value !== null && `${everyWords(value)}, `}
        {t("by {name}", { name: by })}, <Time iso={sent.changedAt ?? at} none="" />
      </span>
    </p>
  );
}
