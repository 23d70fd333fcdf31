import { Button, TextInput } from "@mantine/core";
import { IconQrcode, IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { client, unwrap } from "../api/client.ts";
import { useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { Empty, Failed, Loading, PageHead } from "../parts/small.tsx";
import { useAsked } from "./asked.ts";
import { type OrderRow, useOrderRows } from "./order-rows.ts";
import { ReceiveCard } from "./receive-card.tsx";
import { Scanner } from "./scanner.tsx";
import "./orders.css";

/** So many of what is due soonest are offered before anything was scanned. */
const mostOffered = 20;
const receivable = ({ state, supplierId }: OrderRow) =>
  ["dispatched", "confirmed", "in-transit", "partly-received"].includes(state) ||
  (state === "placed" && supplierId === null);

/** For a person with goods in the hands: scan or type what stands on the paper or the shelf, and say what came. */
export function ReceivePage() {
  const rows = useOrderRows();
  const [code, setCode] = useCode();
  const [isScanning, setScanning] = useState(false);
  const may = useMay("acknowledge-orders");
  if (!rows) return <Loading />;
  return (
    <div className="receive-page">
      <PageHead title={t("Receive goods")} />
      {isScanning ? (
        <Scanner
          onCode={(found) => {
            setScanning(false);
            setCode(found);
          }}
          onClose={() => setScanning(false)}
        />
      ) : (
        <Button
          size="xl"
          fullWidth
          leftSection={<IconQrcode size={26} stroke={1.8} />}
          onClick={() => setScanning(true)}
        >
          {t("Scan a code")}
        </Button>
      )}
      <TypedCode code={code} onChange={setCode} />
      {!may && (
        <p role="status" className="problem">
          {t("You may look, but not receive: ask an admin for the privilege “Acknowledge orders”.")}
        </p>
      )}
      {code ? <Found code={code} rows={rows} /> : <Soonest rows={rows} />}
    </div>
  );
}

function TypedCode({ code, onChange }: { code: string; onChange(code: string): void }) {
  const [text, setText] = useState(code);
  useEffect(() => setText(code), [code]);
  return (
    <search>
      <form
        className="receive-search"
        onSubmit={(event) => {
          event.preventDefault();
          onChange(text.trim());
        }}
      >
        <TextInput
          type="search"
          size="lg"
          aria-label={t("Order number, part, location or supplier")}
          placeholder={t("Order number, part, location or supplier")}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" variant="default" aria-label={t("Find")}>
          <IconSearch size={22} />
        </Button>
      </form>
    </search>
  );
}

/** By the exact code; when it names nothing, by what the texts of orders hold. */
function Found({ code, rows }: { code: string; rows: readonly OrderRow[] }) {
  const found = useQuery({
    queryKey: ["receiving", code],
    queryFn: () => unwrap(client.GET("/api/v1/receiving", { params: { query: { code } } })),
  });
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failed error={found.error} onAgain={() => found.refetch()} />;
  const { meaning, orders } = found.data;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const words = code.toLowerCase();
  const own =
    meaning === null
      ? rows
          .filter(receivable)
          .filter(({ partName, partNumber, locationName, sourceName }) =>
            [partName, partNumber, locationName, sourceName].some((text) =>
              text.toLowerCase().includes(words),
            ),
          )
      : orders.flatMap(({ id }) => byId.get(id) ?? []);
  if (own.length === 0)
    return (
      <Empty title={meaning === null ? t("Nothing known has this code") : t("Nothing of it is on its way")}>
        {meaning === null
          ? t("Check the number, or search by part or supplier.")
          : t("It was received already, or never ordered.")}{" "}
        <Link to="/orders">{t("See all orders")}</Link>
      </Empty>
    );
  return (
    <Cards
      title={t("{count, plural, one {# order} other {# orders}} found", { count: own.length })}
      rows={own}
      isSingle={own.length === 1}
    />
  );
}

function Soonest({ rows }: { rows: readonly OrderRow[] }) {
  const coming = rows
    .filter(receivable)
    .sort((a, b) => ((a.dueAt ?? "9") < (b.dueAt ?? "9") ? -1 : 1))
    .slice(0, mostOffered);
  if (coming.length === 0)
    return (
      <Empty title={t("Nothing is on its way")}>
        {t("What suppliers were sent stands here, what is due first at the top.")}
      </Empty>
    );
  return <Cards title={t("Expected next")} rows={coming} isSingle={false} />;
}

function Cards({ title, rows, isSingle }: { title: string; rows: readonly OrderRow[]; isSingle: boolean }) {
  return (
    <section aria-labelledby="receive-list">
      <h2 id="receive-list" className="receive-title">
        {title}
      </h2>
      <ul className="receive-list">
        {rows.map((row) => (
          <li key={row.id}>
            <ReceiveCard order={row} isOpened={isSingle} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** It stands in the address, so that a scanned link can lead here. */
function useCode(): [string, (code: string) => void] {
  const asked = useAsked("code");
  const navigate = useNavigate();
  return [
    typeof asked === "string" || typeof asked === "number" ? String(asked) : "",
    (code) => void navigate({ to: ".", search: (code ? { code } : {}) as never }),
  ];
}
