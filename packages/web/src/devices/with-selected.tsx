import { Button, Menu, Modal, Progress } from "@mantine/core";
import { IconChevronDown, IconSettings } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { client, type Device, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { PrintLabels } from "../stock/labels/print-labels.tsx";
import { settingWords } from "./device-words.ts";
import { IntervalField } from "./interval-field.tsx";

const atOnce = 200;
type Setting = "reporting-interval" | "request-status" | "restart";

/** What can be done with many devices: tell them a setting, print their labels. */
export function WithSelected({
  devices,
  manages,
  onDone,
}: {
  devices: readonly Device[];
  manages: boolean;
  onDone(): void;
}) {
  const [setting, setSetting] = useState<Setting>();
  return (
    <>
      {manages && (
        <Menu>
          <Menu.Target>
            <Button
              variant="default"
              leftSection={<IconSettings size={16} stroke={1.7} />}
              rightSection={<IconChevronDown size={14} />}
            >
              {t("Tell them a setting")}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {Object.entries(settingWords).map(([key, { name }]) => (
              <Menu.Item key={key} onClick={() => setSetting(key as Setting)}>
                {name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <PrintLabels devices={devices} />
      {setting && (
        <TellMany
          devices={devices}
          setting={setting}
          onClose={(isDone) => {
            setSetting(undefined);
            if (isDone) onDone();
          }}
        />
      )}
    </>
  );
}

function TellMany({
  devices,
  setting,
  onClose,
}: {
  devices: readonly Device[];
  setting: Setting;
  onClose(isDone: boolean): void;
}) {
  const queries = useQueryClient();
  const [seconds, setSeconds] = useState(1200);
  const [sent, setSent] = useState<number>();
  const [refused, setRefused] = useState<{ name: string; problem: string }[]>([]);
  const [error, setError] = useState<Error>();
  const isAtEnd = sent === devices.length;
  const run = async () => {
    setError(undefined);
    setRefused([]);
    const names = new Map(devices.map(({ id, name }) => [id, name]));
    try {
      for (let from = 0; from < devices.length; from += atOnce) {
        setSent(from);
        const part = devices.slice(from, from + atOnce);
        const value = setting === "reporting-interval" ? { value: seconds } : {};
        const { items } = await unwrap(
          client.POST("/api/v1/devices/settings", {
            body: { setting, ...value, deviceIds: part.map(({ id }) => id) },
          }),
        );
        const problems = items.flatMap(({ deviceId, problem }) =>
          problem === null ? [] : [{ name: names.get(deviceId) ?? deviceId, problem }],
        );
        setRefused((before) => [...before, ...problems]);
      }
      setSent(devices.length);
    } catch (problem) {
      setError(problem as Error);
      setSent(undefined);
    }
    void queries.invalidateQueries({ queryKey: ["device-settings"] });
  };
  const { name, description } = settingWords[setting]!;
  return (
    <Modal opened onClose={() => onClose(isAtEnd)} title={name} centered>
      <div className="form">
        <span className="soft">{description}</span>
        {setting === "reporting-interval" && !isAtEnd && (
          <IntervalField seconds={seconds} onChange={setSeconds} range={null} />
        )}
        {sent === undefined && (
          <span>
            {t(
              "{count, plural, one {One device is told after its next message.} other {# devices are told, each after its next message.}}",
              { count: devices.length },
            )}
          </span>
        )}
        {sent !== undefined && !isAtEnd && (
          <Progress value={(sent / devices.length) * 100} aria-label={t("Devices that are told")} />
        )}
        {isAtEnd && (
          <p role="status" style={{ margin: 0 }}>
            {t("{count, plural, one {# downlink waits} other {# downlinks wait}} for the next messages.", {
              count: devices.length - refused.length,
            })}
          </p>
        )}
        {refused.length > 0 && (
          <div role="alert">
            <strong>
              {t("{count, plural, one {One device was not told:} other {# devices were not told:}}", {
                count: refused.length,
              })}
            </strong>
            <ul className="plain-problems">
              {refused.slice(0, 20).map(({ name: device, problem }) => (
                <li key={device}>
                  {device}: {problem}
                </li>
              ))}
            </ul>
          </div>
        )}
        {error && (
          <p role="alert" className="problem">
            {error.message}
          </p>
        )}
        {isAtEnd ? (
          <Button onClick={() => onClose(true)}>{t("Done")}</Button>
        ) : (
          <Button loading={sent !== undefined} onClick={() => void run()}>
            {t("Send")}
          </Button>
        )}
      </div>
    </Modal>
  );
}
