import { Button, Modal, Progress } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { client, type Gateway, type StationCredentials, unwrap } from "../api/client.ts";
import { gatewaysQuery, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Facts } from "../parts/facts.tsx";
import { Frames } from "../parts/frames.tsx";
import { Empty, Failed, Loading, PageHead, Time, useNow } from "../parts/small.tsx";
import { gatewayState, pieces, protocolWords } from "../words.ts";

export function GatewayPage() {
  const { id } = useParams({ from: "/inside/gateways/$id" });
  const gateways = useQuery(gatewaysQuery);
  const gateway = gateways.data?.find((each) => each.id === id);
  if (gateways.isPending) return <Loading />;
  if (gateways.error && !gateways.data)
    return <Failed error={gateways.error} onAgain={() => gateways.refetch()} />;
  if (!gateway)
    return (
      <>
        <PageHead title={t("Gateway")} />
        <Empty title={t("There is no such gateway")}>
          {t("It may have been removed. <link>Back to the gateways</link>", {
            link: (inside) => <Link to="/gateways">{inside}</Link>,
          })}
        </Empty>
      </>
    );
  return <Details gateway={gateway} />;
}

function Details({ gateway }: { gateway: Gateway }) {
  const manages = useMay("manage-devices");
  const state = gatewayState(gateway, useNow());
  const { location } = gateway;
  const facts: [string, React.ReactNode][] = [
    ["EUI", <code key="eui">{gateway.gatewayEui}</code>],
    ["Channel plan", gateway.region],
    ["Connected by", gateway.protocol ? protocolWords[gateway.protocol] : "–"],
    ["Says of itself", gateway.softwareVersion ?? "–"],
    ["Last seen", <Time key="seen" iso={gateway.lastSeenAt} />],
    ["Packets heard", pieces(gateway.uplinks)],
    ["Downlinks", pieces(gateway.downlinks)],
    [
      "Position",
      location
        ? `${location.latitude.toFixed(4)}, ${location.longitude.toFixed(4)}, ${location.altitudeMetres} m`
        : "–",
    ],
  ];
  return (
    <>
      <PageHead title={gateway.name}>
        <span className={`state ${state.className}`}>{state.words}</span>
      </PageHead>
      <div className="columns">
        <div className="stack">
          <Frames of="gateway" id={gateway.id} />
        </div>
        <div className="stack">
          <section className="card" style={{ padding: 18 }} aria-label={t("Gateway")}>
            <strong>{t("Gateway")}</strong>
            <Facts facts={facts} />
          </section>
          <DutyCycle gateway={gateway} />
          {manages && <Station gateway={gateway} />}
          {manages && <Remove gateway={gateway} />}
        </div>
      </div>
    </>
  );
}

function DutyCycle({ gateway: { dutyCycle } }: { gateway: Gateway }) {
  return (
    <section className="card" style={{ padding: 18 }} aria-label={t("Time on air")}>
      <strong>{t("Time on air, last hour")}</strong>
      {dutyCycle.length === 0 && <p className="soft">{t("It has sent nothing.")}</p>}
      {dutyCycle.map((band) => {
        const share = band.used / band.dutyCycle;
        return (
          <div key={band.fromHz} style={{ marginTop: 10 }}>
            <div className="small-text">
              {t("{value}–{value2} MHz: {value3} %{span}", {
                value: (band.fromHz / 1e6).toFixed(1),
                value2: (band.toHz / 1e6).toFixed(1),
                value3: (band.used * 100).toFixed(2),
                span: (
                  <span className="soft">
                    {band.dutyCycle < 1 ? ` of ${band.dutyCycle * 100} % allowed` : ", not limited"}
                  </span>
                ),
              })}
            </div>
            <Progress
              value={Math.min(100, share * 100)}
              color={share > 0.8 ? "red" : "teal"}
              aria-label={t("Used share of the allowed time on air")}
            />
          </div>
        );
      })}
    </section>
  );
}

function Station({ gateway }: { gateway: Gateway }) {
  const [isAsking, { open, close }] = useDisclosure();
  const renew = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/gateways/{id}/station-credentials", { params: { path: { id: gateway.id } } }),
      ),
  });
  return (
    <section className="card form" style={{ padding: 18 }} aria-label={t("Basics Station")}>
      <strong>{t("LoRa Basics Station")}</strong>
      <span className="soft">
        {t(
          "Connects with TLS and a certificate of its own, which is safer than the UDP packet forwarder. It needs these files.",
        )}
      </span>
      <Button variant="default" onClick={open} style={{ justifySelf: "start" }}>
        {t("Make its files")}
      </Button>
      <Modal
        opened={isAsking}
        onClose={close}
        title={t("Files for {name}", { name: gateway.name })}
        centered
        size="lg"
      >
        {renew.data ? (
          <StationFiles credentials={renew.data} />
        ) : (
          <>
            <p style={{ marginTop: 0 }}>
              {t(
                "A certificate, its key and a token are made anew. What this gateway was given before is no longer taken: it is away until it has the new files.",
              )}
            </p>
            {renew.error && (
              <p role="alert" className="problem">
                {renew.error.message}
              </p>
            )}
            <Button fullWidth loading={renew.isPending} onClick={() => renew.mutate()}>
              {t("Make them")}
            </Button>
          </>
        )}
      </Modal>
    </section>
  );
}

function StationFiles({ credentials }: { credentials: StationCredentials }) {
  const { lnsUri, cupsUri, caCertificate, certificate, key, token } = credentials;
  const files: [string, string][] = [
    ["tc.uri", lnsUri],
    ["tc.trust", caCertificate],
    ["tc.crt", certificate],
    ["tc.key", key],
    ["cups.uri", cupsUri],
    ["cups.trust", caCertificate],
    ["cups.crt", certificate],
    ["cups.key", key],
  ];
  return (
    <div className="form">
      <p style={{ margin: 0 }}>
        {t(
          "Put them into the station's folder and start it. They are shown this once. Either tc.* (connects straight) or cups.* (fetches the rest, and renews itself) is enough.",
        )}
      </p>
      <div className="file-list">
        {files.map(([name, text]) => (
          <Button
            key={name}
            component="a"
            variant="default"
            href={`data:application/octet-stream,${encodeURIComponent(text)}`}
            download={name}
          >
            {name}
          </Button>
        ))}
      </div>
      <Facts
        facts={[
          ["LNS address", <code key="lns">{lnsUri}</code>],
          ["CUPS address", <code key="cups">{cupsUri}</code>],
          [
            "Token",
            <span key="token">
              <code>{token}</code>{" "}
              <span className="soft">{t("(instead of crt and key, for gateways that want one)")}</span>
            </span>,
          ],
        ]}
      />
    </div>
  );
}

function Remove({ gateway }: { gateway: Gateway }) {
  const [isAsking, { open, close }] = useDisclosure();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () =>
      unwrap(client.DELETE("/api/v1/gateways/{id}", { params: { path: { id: gateway.id } } })),
    onSuccess: () => {
      notifications.show({ message: `${gateway.name} is removed.` });
      void queries.invalidateQueries({ queryKey: gatewaysQuery.queryKey });
      void navigate({ to: "/gateways" });
    },
  });
  return (
    <>
      <Button variant="default" onClick={open} style={{ justifySelf: "start" }}>
        {t("Remove this gateway")}
      </Button>
      <Modal opened={isAsking} onClose={close} title={t("Remove {name}?", { name: gateway.name })} centered>
        <p style={{ marginTop: 0 }}>{t("Sensors that only this gateway hears fall silent.")}</p>
        {remove.error && (
          <p role="alert" className="problem">
            {remove.error.message}
          </p>
        )}
        <Button color="red" fullWidth loading={remove.isPending} onClick={() => remove.mutate()}>
          {t("Remove")}
        </Button>
      </Modal>
    </>
  );
}
