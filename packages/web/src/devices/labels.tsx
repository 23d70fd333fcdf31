import { Button, SegmentedControl } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { useState } from "react";
import { devicesQuery } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { profileWords } from "../words.ts";
import { LabelCode } from "./label-code.tsx";
import "./labels.css";

const sizes = [
  { value: "small", label: "38 × 21 mm" },
  { value: "middle", label: "64 × 34 mm" },
];

/** Labels for sensors: the code opens the sensor's page on a phone. Printed by the browser, on sheets as they are sold. */
export function LabelsPage() {
  const devices = useQuery(devicesQuery);
  const [size, setSize] = useState("middle");
  const ids = useLocation({ select: ({ search }) => String((search as Record<string, unknown>).ids ?? "") });
  if (devices.isPending) return <Loading />;
  if (devices.error && !devices.data)
    return <Failed error={devices.error} onAgain={() => devices.refetch()} />;
  const wanted = new Set(ids.split(","));
  const chosen = devices.data.filter(({ id }) => wanted.has(id));
  return (
    <div className="labels-page">
      <PageHead title={t("Labels")}>
        <span className="soft">
          {t("{count, plural, one {# label} other {# labels}}", { count: chosen.length })}
        </span>
        <div className="page-head-actions">
          <SegmentedControl aria-label={t("Size")} data={sizes} value={size} onChange={setSize} />
          <Button
            leftSection={<IconPrinter size={16} />}
            disabled={chosen.length === 0}
            onClick={() => window.print()}
          >
            {t("Print")}
          </Button>
        </div>
      </PageHead>
      {chosen.length === 0 ? (
        <Empty title={t("No device is chosen")}>
          {t("Select devices in the list, and choose Print labels.")}{" "}
          <Link to="/devices">{t("To the devices")}</Link>
        </Empty>
      ) : (
        <ul className={`label-sheet ${size}`}>
          {chosen.map(({ id, name, devEui, profile }) => (
            <li key={id} className="label">
              <LabelCode text={addressOf(id)} label={t("Code of {name}", { name })} />
              <div>
                <strong>{name}</strong>
                <span>{profileWords[profile]}</span>
                <code>{devEui}</code>
              </div>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What the code opens on a phone. */
function addressOf(id: string): string {
  return new URL(`devices/${id}`, location.origin).href;
}
