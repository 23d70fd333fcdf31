import { Button, Checkbox, NumberInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiProblem, client, type Device, type Downlink, unwrap } from "../api/client.ts";
import { downlinksQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";

export const downlinkWords: Record<Downlink["state"], string> = {
  queued: t("Waits for its next message"),
  awaiting: t("Sent, waits for its acknowledgement"),
  sent: t("Sent"),
  acknowledged: t("Acknowledged"),
  expired: t("Expired"),
  failed: t("Never acknowledged"),
  "too-long": t("Too long for this device's data rates"),
  removed: t("Removed"),
};
const example = "ff0384";
const waits = (state: Downlink["state"]) => state === "queued" || state === "awaiting";

/** What was sent to a device, and what waits. */
export function Downlinks({ device }: { device: Device }) {
  const { id } = device;
  const downlinks = useQuery(downlinksQuery(id));
  const manages = useMay("manage-devices");
  const queries = useQueryClient();
  const refresh = () => queries.invalidateQueries({ queryKey: downlinksQuery(id).queryKey });
  const remove = useMutation({
    mutationFn: (downlinkId: string) =>
      unwrap(
        client.DELETE("/api/v1/devices/{id}/downlinks/{downlinkId}", {
          params: { path: { id, downlinkId } },
        }),
      ),
    onSettled: refresh,
  });
  const items = downlinks.data ?? [];
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-labelledby="downlinks-head">
      <div className="card-head">
        <h2 id="downlinks-head">{t("Downlinks")}</h2>
        <span className="soft">
          {device.deviceClass === "A"
            ? t("sent in the windows after its next uplink")
            : t("sent when it listens")}
        </span>
      </div>
      {manages && <SendDownlink id={id} onSent={refresh} />}
      {items.length > 0 && (
        <table className="table">
          <tbody>
            {items.map((each) => (
              <tr key={each.id}>
                <td className="wide">
                  <code>{each.payload}</code>
                  <div className="soft small-text">
                    {each.confirmed
                      ? t("port {port}, confirmed", { port: each.fPort })
                      : t("port {port}", { port: each.fPort })}
                  </div>
                </td>
                <td>
                  {downlinkWords[each.state]}
                  <div className="soft small-text">
                    <Time iso={each.changedAt} none="–" />
                  </div>
                </td>
                <td className="number">
                  {manages && waits(each.state) && (
                    <Button size="compact-xs" variant="default" onClick={() => remove.mutate(each.id)}>
                      {t("Remove")}
                    </Button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function SendDownlink({ id, onSent }: { id: string; onSent(): void }) {
  const [fPort, setPort] = useState<number | string>(85);
  const [payload, setPayload] = useState("");
  const [confirmed, setConfirmed] = useState(false);
  const send = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/devices/{id}/downlinks", {
          params: { path: { id } },
          body: { fPort: Number(fPort), payload: payload.replace(/\s/g, ""), confirmed },
        }),
      ),
    onSuccess: () => {
      setPayload("");
      onSent();
    },
  });
  const fields = send.error instanceof ApiProblem ? send.error.fields : {};
  return (
    <form
      className="send-downlink"
      onSubmit={(event) => {
        event.preventDefault();
        send.mutate();
      }}
    >
      <NumberInput label={t("Port")} min={1} max={223} w={80} value={fPort} onChange={setPort} />
      <TextInput
        label={t("Payload")}
        placeholder={t("hexadecimal digits, e.g. {example}", { example })}
        value={payload}
        onChange={(event) => setPayload(event.currentTarget.value)}
        error={send.error && (fields.payload ?? send.error.message)}
        style={{ flex: "1 1 160px" }}
      />
      <Checkbox
        label={t("Confirmed")}
        checked={confirmed}
        onChange={(event) => setConfirmed(event.currentTarget.checked)}
      />
      <Button type="submit" loading={send.isPending} disabled={payload.trim() === ""}>
        {t("Send")}
      </Button>
    </form>
  );
}
