import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Device } from "../api/client.ts";
import { gatewaysQuery, lorawanQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Time } from "../parts/small.tsx";
import { measure, percent, pieces, profileWords } from "../words.ts";

export function SensorCard({ device }: { device: Device }) {
  const versions = [
    device.hardwareVersion && t("hardware {version}", { version: device.hardwareVersion }),
    device.firmwareVersion && t("firmware {version}", { version: device.firmwareVersion }),
  ].filter(Boolean);
  const facts: [string, React.ReactNode][] = [
    [t("Type"), profileWords[device.profile]],
    ["DevEUI", <code key="eui">{device.devEui}</code>],
    [t("Versions"), versions.length > 0 ? versions.join(", ") : t("it has not told")],
    [t("Last restart"), <Time key="restart" iso={device.restartedAt} none={t("none was seen")} />],
  ];
  if (device.retiredAt)
    facts.push([t("Out of service since"), <Time key="retired" iso={device.retiredAt} none="–" />]);
  return (
    <section className="card device-card" aria-labelledby="sensor-head">
      <h2 id="sensor-head">{t("Sensor")}</h2>
      <Facts facts={facts} />
    </section>
  );
}

/** Which gateways hear it: one is none too many. */
export function GatewaysCard({ device }: { device: Device }) {
  const names = new Map(
    useQuery(gatewaysQuery).data?.map(({ gatewayEui, name, id }) => [gatewayEui, { name, id }]),
  );
  const { gateways } = device;
  return (
    <section className="card device-card" aria-labelledby="heard-head">
      <h2 id="heard-head">{t("Heard by")}</h2>
      {gateways.length === 0 && <p className="soft">{t("No gateway has heard it within a week.")}</p>}
      <ul className="heard-list">
        {gateways.map(({ gatewayEui, rssiDbm, snrDb, lastHeardAt }) => {
          const gateway = names.get(gatewayEui);
          return (
            <li key={gatewayEui}>
              <span>
                {gateway ? (
                  <Link to="/gateways/$id" params={{ id: gateway.id }}>
                    {gateway.name}
                  </Link>
                ) : (
                  <code>{gatewayEui}</code>
                )}
                <span className="second-line">
                  <Time iso={lastHeardAt} none="–" />
                </span>
              </span>
              <span className="heard-number">
                {measure(rssiDbm, "dBm", 0)}
                <span className="second-line">{measure(snrDb, "dB")}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {gateways.length === 1 && (
        <p className="soft small-text">
          {t("Only this gateway hears it: while that is away, so is the sensor.")}
        </p>
      )}
    </section>
  );
}

/** What the network server knows of it. */
export function RadioCard({ device }: { device: Device }) {
  const query = useQuery(lorawanQuery(device.id));
  const known = query.data;
  const facts: [string, React.ReactNode][] = [
    [t("Channel plan"), device.region],
    [
      t("Version"),
      t("LoRaWAN {version}, class {letter}", { version: device.macVersion, letter: device.deviceClass }),
    ],
    [t("Activation"), device.activation === "otaa" ? t("over the air") : t("personalised")],
  ];
  if (known) facts.push(...sessionFacts(device, known), ...radioFacts(known));
  return (
    <section className="card device-card" aria-labelledby="radio-head">
      <h2 id="radio-head">LoRaWAN</h2>
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

type Known = NonNullable<Awaited<ReturnType<NonNullable<ReturnType<typeof lorawanQuery>["queryFn"]>>>>;

function sessionFacts(device: Device, known: Known): [string, React.ReactNode][] {
  const none = device.activation === "abp" ? "–" : t("not yet");
  const facts: [string, React.ReactNode][] = [
    [t("Joined"), <Time key="joined" iso={known.joinedAt} none={none} />],
    [t("Address"), known.devAddr ? <code key="address">{known.devAddr}</code> : "–"],
    [
      t("Frame counters"),
      t("{up} up, {down} down", { up: pieces(known.frameCounterUp), down: pieces(known.frameCounterDown) }),
    ],
  ];
  if (known.counterResets > 0)
    facts.push([
      t("Counters began anew"),
      t("{count, plural, one {once} other {# times}}", { count: known.counterResets }),
    ]);
  return facts;
}

function radioFacts({ radio, status }: Known): [string, React.ReactNode][] {
  const facts: [string, React.ReactNode][] = [];
  if (radio)
    facts.push(
      [t("Data rate"), `${radio.dataRate}, ${measure(radio.eirpDbm, "dBm")}`],
      [t("Transmissions"), pieces(radio.transmissions)],
      [t("Not heard"), t("{share} of its latest frames", { share: percent(radio.lossShare) })],
      [t("Channels"), `${radio.channelsMhz.map((each) => measure(each)).join("; ")} MHz`],
      [
        t("Windows"),
        t("RX1 after {seconds} s, RX2 {window}", { seconds: radio.rxDelaySeconds, window: radio.rx2 }),
      ],
    );
  if (status)
    facts.push([
      t("Battery, as it says"),
      <span key="status">
        {status.isExternallyPowered
          ? t("external power")
          : status.batteryPercent === null
            ? t("not known")
            : percent(status.batteryPercent / 100)}
        , {t("margin {decibels}", { decibels: measure(status.marginDb, "dB") })},{" "}
        <Time iso={status.at} none="–" />
      </span>,
    ]);
  for (const asked of radio?.asked ?? []) facts.push([t("Asked of it"), asked]);
  return facts;
}
