import "../stock.css";
import "./scan.css";
import { Button, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { devicesQuery, locationsQuery, ordersQuery, useCatalogue } from "../../api/queries.ts";
import { t } from "../../language/language.ts";
import { PageHead } from "../../parts/small.tsx";
import { Camera } from "./camera.tsx";
import { type Found, findTyped } from "./find-typed.ts";
import { readCode } from "./read-code.ts";

/** A camera for the labels of locations, devices and orders; what can't be scanned is typed. */
export function ScanPage() {
  const navigate = useNavigate();
  const locations = useQuery(locationsQuery).data ?? [];
  const devices = useQuery(devicesQuery).data ?? [];
  const orders = useQuery(ordersQuery).data ?? [];
  const { part } = useCatalogue();
  const [typed, setTyped] = useState("");
  const [found, setFound] = useState<{ text: string; items: Found[] } | null>(null);

  function take(text: string): void {
    const code = readCode(text);
    switch (code.kind) {
      case "location":
        return void navigate({ to: "/locations/$id", params: { id: code.id } });
      case "device":
        return void navigate({ to: "/devices/$id", params: { id: code.id } });
      case "rack":
        return void navigate({ to: "/r/$id", params: { id: code.id } });
      case "purchase-order":
        return void navigate({ to: "/purchase-orders/$id", params: { id: code.id } });
      case "order":
        return void navigate({ to: "/orders/$id", params: { id: code.id } });
      case "device-code": {
        const known = devices.find(({ devEui }) => devEui === code.devEui);
        return void (known
          ? navigate({ to: "/devices/$id", params: { id: known.id } })
          : navigate({ to: "/devices", search: { code: code.text } as never }));
      }
      case "text": {
        const items = findTyped(code.text, { locations, devices, orders, part });
        const [only] = items;
        if (items.length === 1 && only) return void navigate({ to: only.to, params: { id: only.id } });
        setFound({ text: code.text, items });
      }
    }
  }

  return (
    <div className="scan">
      <PageHead title={t("Scan")} />
      <p className="soft">
        {t("Hold the camera over the label of a location or device, or over the code on a printed order.")}
      </p>
      <Camera onCode={take} />
      <form
        className="scan-typed"
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim() !== "") take(typed);
        }}
      >
        <TextInput
          size="md"
          label={t("Or type it")}
          description={t("A location, part, device or order number")}
          autoComplete="off"
          autoCapitalize="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md" rightSection={<IconArrowRight size={16} />}>
          {t("Open it")}
        </Button>
      </form>
      <div role="status">
        {found && (
          <section className="card card-section" aria-label={t("Found")}>
            {found.items.length === 0 ? (
              <p>
                {t("Nothing here is called “{text}”.", { text: found.text.slice(0, 80) })}{" "}
                {t("If it was scanned: the code is none of this Refill's.")}
              </p>
            ) : (
              <ul className="plain-list scan-found">
                {found.items.map(({ id, to, name, about }) => (
                  <li key={id}>
                    <Link to={to} params={{ id }}>
                      <strong>{name}</strong> <span className="soft">{about}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </section>
        )}
      </div>
    </div>
  );
}
