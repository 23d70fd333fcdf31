import { Button, Modal, TextInput } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { notifications } from "@mantine/notifications";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { client, type Gateway, type StationCredentials, unwrap } from "../api/client.ts";
import { gatewaysQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { ConfirmButton } from "../parts/confirm-button.tsx";
import { Facts } from "../parts/facts.tsx";

/** Name and removal. */
export function GatewayUpkeep({ gateway }: { gateway: Gateway }) {
  const { id } = gateway;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [name, setName] = useState(gateway.name);
  const refresh = () => queries.invalidateQueries({ queryKey: gatewaysQuery.queryKey });
  const rename = useMutation({
    mutationFn: () =>
      unwrap(
        client.PATCH("/api/v1/gateways/{id}", { params: { path: { id } }, body: { name: name.trim() } }),
      ),
    onSuccess: refresh,
  });
  return (
    <section className="card device-card form" aria-labelledby="upkeep-head">
      <h2 id="upkeep-head">{t("In Refill")}</h2>
      <form
        className="with-button"
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate();
        }}
      >
        <TextInput
          label={t("Name")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={rename.error?.message}
        />
        <Button
          type="submit"
          variant="default"
          disabled={name.trim() === "" || name.trim() === gateway.name}
          loading={rename.isPending}
        >
          {t("Rename")}
        </Button>
      </form>
      <div>
        <ConfirmButton
          label={t("Remove this gateway")}
          title={t("Remove {name}?", { name: gateway.name })}
          action={t("Remove")}
          act={async () => {
            await unwrap(client.DELETE("/api/v1/gateways/{id}", { params: { path: { id } } }));
            notifications.show({ message: t("{name} is removed.", { name: gateway.name }) });
            await navigate({ to: "/gateways" });
            void refresh();
          }}
        >
          {t("Sensors that only this gateway hears fall silent.")}
        </ConfirmButton>
      </div>
    </section>
  );
}

/** Of the program, as its maker calls it. */
const stationName = "LoRa Basics Station";

/** What a gateway with LoRa Basics Station is set up with. */
export function StationCard({ gateway }: { gateway: Gateway }) {
  const [isAsking, { open, close }] = useDisclosure();
  const renew = useMutation({
    mutationFn: () =>
      unwrap(
        client.POST("/api/v1/gateways/{id}/station-credentials", { params: { path: { id: gateway.id } } }),
      ),
  });
  return (
    <section className="card device-card form" aria-labelledby="station-head">
      <h2 id="station-head">{stationName}</h2>
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
          [t("LNS address"), <code key="lns">{lnsUri}</code>],
          [t("CUPS address"), <code key="cups">{cupsUri}</code>],
          [
            t("Token"),
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
