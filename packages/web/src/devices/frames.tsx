import { Button } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconPlayerPause, IconPlayerPlay } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Frame } from "../api/client.ts";
import { framesQuery } from "../api/queries.ts";
import { dateFormat } from "../language/formats.ts";
import { t } from "../language/language.ts";
import { Failed } from "../parts/small.tsx";
import { measure, refusalWords } from "../words.ts";

const clock = dateFormat({ timeStyle: "medium" });
const kinds: Record<string, string> = {
  data: t("Data"),
  "join-request": t("Asks to join"),
  "join-accept": t("May join"),
  "rejoin-request": t("Asks to join again"),
};

/** What goes over the air, as it happens: newest first. */
export function Frames({ of, id }: { of: "device" | "gateway"; id: string }) {
  const [isPaused, setPaused] = useState(false);
  const frames = useQuery({ ...framesQuery(of, id), refetchInterval: isPaused ? false : 2_000 });
  return (
    <section className="card" style={{ overflow: "hidden", minWidth: 0 }} aria-labelledby="frames-head">
      <div className="card-head">
        <h2 id="frames-head">{t("Live frames")}</h2>
        <span className="soft">{t("of the last minutes")}</span>
        <Button
          size="xs"
          variant="default"
          ml="auto"
          leftSection={isPaused ? <IconPlayerPlay size={14} /> : <IconPlayerPause size={14} />}
          onClick={() => setPaused(!isPaused)}
        >
          {isPaused ? t("Go on") : t("Pause")}
        </Button>
      </div>
      {frames.error && !frames.data ? (
        <div style={{ padding: 16 }}>
          <Failed error={frames.error} onAgain={() => frames.refetch()} />
        </div>
      ) : frames.data && frames.data.length > 0 ? (
        <table className="table frames">
          <thead>
            <tr>
              <th>{t("Time")}</th>
              <th>{t("Frame")}</th>
              <th>{t("Radio")}</th>
              <th>{t("What it says")}</th>
            </tr>
          </thead>
          <tbody>
            {[...frames.data].reverse().map((frame) => (
              <FrameRow key={frame.sequence} frame={frame} withDevice={of === "gateway"} />
            ))}
          </tbody>
        </table>
      ) : (
        <p className="soft" style={{ padding: "0 18px 14px" }}>
          {frames.isPending
            ? t("Loading …")
            : t("Nothing was heard lately. Frames appear here as they come, also those that are refused.")}
        </p>
      )}
    </section>
  );
}

function FrameRow({ frame, withDevice }: { frame: Frame; withDevice: boolean }) {
  const { direction, gateways, refusal, commands } = frame;
  const flags = [
    frame.confirmed && t("confirmed"),
    frame.acknowledges && t("acknowledges"),
    frame.fPort !== null && t("port {port}", { port: frame.fPort }),
    frame.payloadBytes > 0 &&
      t("{count, plural, one {# byte} other {# bytes}}", { count: frame.payloadBytes }),
  ].filter(Boolean);
  return (
    <tr>
      <td style={{ whiteSpace: "nowrap" }}>{clock(frame.at)}</td>
      <td>
        <span className="frame-kind">
          {direction === "up" ? (
            <IconArrowUp size={15} aria-label={t("Uplink")} />
          ) : (
            <IconArrowDown size={15} aria-label={t("Downlink")} />
          )}
          {kinds[frame.kind] ?? frame.kind}
          {frame.frameCounter !== null && <span className="soft">№ {frame.frameCounter}</span>}
        </span>
        <div className="soft small-text">
          {withDevice && (frame.devEui ?? frame.devAddr) ? (
            <code>{frame.devEui ?? frame.devAddr}</code>
          ) : (
            frame.devAddr
          )}
        </div>
      </td>
      <td data-label={t("Radio")}>
        {frame.dataRate ?? "–"}
        {frame.window && `, ${frame.window}`}
        <div className="soft small-text">
          {[
            frame.frequencyHz !== null && measure(frame.frequencyHz / 1e6, "MHz", 3),
            direction === "up" &&
              gateways[0] &&
              `${measure(gateways[0].rssiDbm, "dBm")}, ${measure(gateways[0].snrDb, "dB")}`,
            gateways.length > 1 &&
              t("{count, plural, one {# gateway} other {# gateways}}", { count: gateways.length }),
          ]
            .filter(Boolean)
            .join(" · ")}
        </div>
      </td>
      <td className="wide">
        {refusal && (
          <div className="problem small-text" title={refusal}>
            {refusalWords(refusal)}
          </div>
        )}
        {flags.join(", ")}
        {commands.map((command, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a frame never changes
          <div key={index} className="small-text">
            {command}
          </div>
        ))}
      </td>
    </tr>
  );
}
