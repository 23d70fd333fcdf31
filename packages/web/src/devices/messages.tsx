import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { messagesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { listed, measure, percent } from "../words.ts";

type Message = Awaited<ReturnType<NonNullable<ReturnType<typeof messagesQuery>["queryFn"]>>>[number];

/** The ring of the last fourteen, decrypted only when somebody asks. */
export function Messages({ id }: { id: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const messages = useQuery({ ...messagesQuery(id), enabled: isOpen });
  const items = [...(messages.data ?? [])].reverse();
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-labelledby="messages-head">
      <div className="card-head">
        <h2 id="messages-head">{t("Stored messages")}</h2>
        <span className="soft">{t("the last 14, encrypted where they lie")}</span>
        <Button size="xs" variant="default" ml="auto" onClick={isOpen ? close : open}>
          {isOpen ? t("Hide") : t("Decrypt and show")}
        </Button>
      </div>
      {isOpen && messages.error && (
        <p role="alert" className="problem card-text">
          {messages.error.message}
        </p>
      )}
      {isOpen && messages.data?.length === 0 && (
        <p className="soft card-text">{t("It has sent no message yet.")}</p>
      )}
      {isOpen && items.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th className="number">№</th>
              <th>{t("Received")}</th>
              <th>{t("What it says")}</th>
              <th>{t("Radio")}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((each) => (
              <tr key={each.sequence}>
                <td className="number" data-label="№">
                  {each.sequence}
                </td>
                <td data-label={t("Received")}>
                  <Time iso={each.receivedAt} none="–" />
                </td>
                <td className="wide">
                  {readingWords(each)}
                  <div className="soft small-text">
                    {t("port {port}", { port: each.fPort })}:{" "}
                    <code style={{ overflowWrap: "anywhere" }}>{each.payload}</code>
                  </div>
                </td>
                <td data-label={t("Radio")}>
                  {each.dataRate}, {measure(each.gateways[0]?.rssiDbm, "dBm", 0)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const faults: Record<string, string> = {
  sentinel: t("the sensor's own error code"),
  "out-of-range": t("beyond its range"),
  "no-echo": t("no echo"),
};
const presses: Record<string, string> = {
  short: t("pressed"),
  long: t("pressed for long"),
  double: t("pressed twice"),
  triple: t("pressed three times"),
};
const notRead: Record<string, string> = {
  "unknown-port": t("Not a port of its readings"),
  "not-a-reading": t("Not a reading"),
  "unknown-channel": t("Something that its type does not know"),
  truncated: t("Ends too early"),
  empty: t("Empty"),
  "wrong-length": t("Of another length than readings have"),
  "invalid-value": t("A value that its type does not have"),
};

function readingWords({ reading, notRead: reason }: Message): string {
  const words: string[] = [];
  const { distanceMm, distanceFault, weightGrams, weightFault, present, button } = reading;
  if (distanceMm !== undefined) words.push(measure(distanceMm, "mm", 0));
  if (distanceFault)
    words.push(t("no distance: {reason}", { reason: faults[distanceFault] ?? distanceFault }));
  if (weightGrams !== undefined) words.push(measure(weightGrams, "g", 0));
  if (weightFault) words.push(t("no weight: {reason}", { reason: faults[weightFault] ?? weightFault }));
  if (present !== undefined) words.push(present ? t("something stands there") : t("nothing stands there"));
  if (button) words.push(presses[button] ?? button);
  if (reading.tilted) words.push(t("tilted"));
  if (reading.temperatureC !== undefined) words.push(measure(reading.temperatureC, "°C"));
  if (reading.batteryPercent !== undefined)
    words.push(t("battery {charge}", { charge: percent(reading.batteryPercent / 100) }));
  if (reading.batteryVolts !== undefined)
    words.push(t("battery {charge}", { charge: measure(reading.batteryVolts, "V", 2) }));
  if (reading.hardwareVersion) words.push(t("hardware {version}", { version: reading.hardwareVersion }));
  if (reading.firmwareVersion) words.push(t("firmware {version}", { version: reading.firmwareVersion }));
  if (reading.hasRestarted) words.push(t("started anew"));
  if (words.length > 0) return listed(words);
  return reason ? (notRead[reason] ?? reason) : "–";
}
