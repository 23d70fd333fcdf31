import { Button, Modal, Switch } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { client, type Device, unwrap } from "../api/client.ts";
import { devicesQuery, locationsQuery, lorawanQuery, messagesQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { DeviceFacts } from "../parts/device-facts.tsx";
import { Facts } from "../parts/facts.tsx";
import { Frames } from "../parts/frames.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { deviceWords, lifeClass, pieces } from "../words.ts";
import { Downlinks } from "./downlinks.tsx";

export function DevicePage() {
  const { id } = useParams({ from: "/inside/devices/$id" });
  const devices = useQuery(devicesQuery);
  const device = devices.data?.find((each) => each.id === id);
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  if (!device)
    return (
      <>
        <PageHead title={t("Device")} />
        <Empty title={t("There is no such device")}>
          {t("It may have been removed. <link>Back to the devices</link>", {
            link: (inside) => <Link to="/devices">{inside}</Link>,
          })}
        </Empty>
      </>
    );
  return <Details device={device} />;
}

function Details({ device }: { device: Device }) {
  const isAdmin = useMay("admin");
  const manages = useMay("manage-devices");
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find(({ id }) => id === device.locationId);
  return (
    <>
      <PageHead title={device.name}>
        <span className={`state ${lifeClass[device.state]}`}>{deviceWords[device.state]}</span>
        {location ? (
          <Link to="/locations/$id" params={{ id: location.id }}>
            {location.name}
          </Link>
        ) : (
          <span className="soft">{t("watches no location")}</span>
        )}
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Frames of="device" id={device.id} />
          {isAdmin && <Messages id={device.id} />}
          <Downlinks device={device} />
        </div>
        <div className="stack">
          <section className="card" style={{ padding: 18 }} aria-label={t("Sensor")}>
            <strong>{t("Sensor")}</strong>
            <DeviceFacts device={device} />
          </section>
          <Lorawan device={device} />
          {manages && <Settings device={device} />}
        </div>
      </div>
    </>
  );
}

function Lorawan({ device }: { device: Device }) {
  const query = useQuery(lorawanQuery(device.id));
  const facts: [string, React.ReactNode][] = [
    ["Channel plan", device.region],
    ["Version", `LoRaWAN ${device.macVersion}, class ${device.deviceClass}`],
    ["Activation", device.activation === "otaa" ? "over the air" : "personalised"],
  ];
  const known = query.data;
  if (known) {
    const { radio, status } = known;
    facts.push(
      [
        "Joined",
        <Time key="joined" iso={known.joinedAt} none={device.activation === "abp" ? "–" : t("not yet")} />,
      ],
      ["Address", known.devAddr ? <code key="address">{known.devAddr}</code> : "–"],
      ["Frame counters", `${pieces(known.frameCounterUp)} up, ${pieces(known.frameCounterDown)} down`],
    );
    if (known.counterResets > 0) facts.push(["Counters began anew", `${known.counterResets} times`]);
    if (radio)
      facts.push(
        ["Data rate", `${radio.dataRate}, ${radio.eirpDbm} dBm`],
        ["Transmissions", radio.transmissions],
        ["Not heard", `${Math.round(radio.lossShare * 100)} % of its latest frames`],
        ["Channels", `${radio.channelsMhz.map((each) => each.toFixed(1)).join(", ")} MHz`],
        ["Windows", `RX1 after ${radio.rxDelaySeconds} s, RX2 ${radio.rx2}`],
      );
    if (status)
      facts.push([
        "Battery, as it says",
        <span key="status">
          {t("{value}, margin {marginDb} dB, {time}", {
            value: status.isExternallyPowered
              ? "external power"
              : status.batteryPercent === null
                ? "not known"
                : `${status.batteryPercent} %`,
            marginDb: status.marginDb,
            time: <Time iso={status.at} />,
          })}
        </span>,
      ]);
    for (const asked of radio?.asked ?? []) facts.push(["Asked of it", asked]);
  }
  return (
    <section className="card" style={{ padding: 18 }} aria-label="LoRaWAN">
      <strong>LoRaWAN</strong>
      {query.error && !known ? (
        <p role="alert" className="problem">
          {query.error.message}
        </p>
      ) : (
        <Facts facts={facts} />
      )}
    </section>
  );
}

function Messages({ id }: { id: string }) {
  const [isOpen, { open, close }] = useDisclosure();
  const messages = useQuery({ ...messagesQuery(id), enabled: isOpen });
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Stored messages")}>
      <div className="card-head">
        <strong>{t("Stored messages")}</strong>
        <span className="soft">{t("the last 14, encrypted where they lie")}</span>
        <Button size="xs" variant="default" ml="auto" onClick={isOpen ? close : open}>
          {isOpen ? t("Hide") : t("Decrypt and show")}
        </Button>
      </div>
      {isOpen && messages.error && (
        <p role="alert" className="problem" style={{ padding: "0 18px" }}>
          {messages.error.message}
        </p>
      )}
      {isOpen && messages.data?.length === 0 && (
        <p className="soft" style={{ padding: "0 18px 14px" }}>
          {t("It has sent no message yet.")}
        </p>
      )}
      {isOpen && messages.data && messages.data.length > 0 && (
        <table className="table">
          <thead>
            <tr>
              <th className="number">№</th>
              <th>{t("Received")}</th>
              <th>{t("Port")}</th>
              <th>{t("Payload")}</th>
              <th>{t("Radio")}</th>
            </tr>
          </thead>
          <tbody>
            {[...messages.data].reverse().map((each) => (
              <tr key={each.sequence}>
                <td className="number" data-label="№">
                  {each.sequence}
                </td>
                <td data-label="Received">
                  <Time iso={each.receivedAt} />
                </td>
                <td data-label="Port">{each.fPort}</td>
                <td className="wide" data-label="Payload">
                  <code style={{ overflowWrap: "anywhere" }}>{each.payload}</code>
                </td>
                <td data-label="Radio">
                  {each.dataRate}, {each.gateways[0]?.rssiDbm} dBm
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Settings({ device }: { device: Device }) {
  const { id } = device;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, { open, close }] = useDisclosure();
  const change = useMutation({
    mutationFn: (body: { radio?: Device["radio"]; allowsCounterReset?: boolean }) =>
      unwrap(client.PATCH("/api/v1/devices/{id}", { params: { path: { id } }, body })),
    onSettled: () => queries.invalidateQueries({ queryKey: devicesQuery.queryKey }),
  });
  const remove = useMutation({
    mutationFn: () => unwrap(client.DELETE("/api/v1/devices/{id}", { params: { path: { id } } })),
    onSuccess: () => {
      notifications.show({ message: `${device.name} is removed.` });
      void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
      void navigate({ to: "/devices" });
    },
  });
  return (
    <section className="card form" style={{ padding: 18 }} aria-label={t("Settings")}>
      <strong>{t("Settings")}</strong>
      <Switch
        label={t("The network chooses data rate and power")}
        checked={device.radio.adr ?? true}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ radio: { ...device.radio, adr: event.currentTarget.checked } })}
      />
      <Switch
        label={t("Takes a frame counter that begins anew")}
        description={t(
          "For personalised devices that forget theirs. Frames that were heard before can then be replayed; each change is logged.",
        )}
        checked={device.allowsCounterReset}
        disabled={change.isPending}
        onChange={(event) => change.mutate({ allowsCounterReset: event.currentTarget.checked })}
      />
      {change.error && (
        <p role="alert" className="problem">
          {change.error.message}
        </p>
      )}
      <Button variant="default" color="red" onClick={open} style={{ justifySelf: "start" }}>
        {t("Remove this device")}
      </Button>
      <Modal opened={isAsking} onClose={close} title={t("Remove {name}?", { name: device.name })} centered>
        <p style={{ marginTop: 0 }}>
          {t("Its keys and stored messages are deleted. To use it again, it must be registered anew.")}
        </p>
        {remove.error && (
          <p role="alert" className="problem">
            {remove.error.message}
          </p>
        )}
        <Button color="red" fullWidth loading={remove.isPending} onClick={() => remove.mutate()}>
          {t("Remove")}
        </Button>
      </Modal>
    </section>
  );
}
