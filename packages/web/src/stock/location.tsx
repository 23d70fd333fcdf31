import "../planning/planning.css";
import "./stock.css";
import { Group } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import type { Location, Part } from "../api/client.ts";
import { locationsQuery, useCatalogue, useMay } from "../api/queries.ts";
import { t } from "../language/language.ts";
import { StateMark } from "../parts/bin.tsx";
import { ButtonLink } from "../parts/button-link.tsx";
import { OrderRows } from "../parts/order-rows.tsx";
import { PartPicture } from "../parts/part-picture.tsx";
import { Place } from "../parts/place.tsx";
import { Empty, Failed, Loading, PageHead, Time } from "../parts/small.tsx";
import { TermsWords } from "../parts/source.tsx";
import { ForecastCard } from "../planning/forecast-card.tsx";
import { pieces } from "../words.ts";
import { CountStock } from "./count-stock.tsx";
import { PrintLabels } from "./labels/print-labels.tsx";
import { LevelHistory } from "./level-history.tsx";
import { LevelNow } from "./level-now.tsx";
import { OrderByHand } from "./order-by-hand.tsx";
import { useOrdersOf } from "./orders-of.ts";
import { PhotosCard } from "./photos.tsx";
import { ReservationsCard } from "./reservations-card.tsx";
import { SensorsCard } from "./sensors-card.tsx";
import { StockTakes } from "./stock-takes.tsx";
import { TransfersCard } from "./transfers-card.tsx";
import { WhyItOrders } from "./why-it-orders.tsx";

export function LocationPage() {
  const { id } = useParams({ from: "/inside/locations/$id" });
  const locations = useQuery(locationsQuery);
  const location = locations.data?.find((each) => each.id === id);
  if (locations.isPending) return <Loading />;
  if (locations.error && !locations.data)
    return <Failed error={locations.error} onAgain={() => locations.refetch()} />;
  if (!location)
    return (
      <>
        <PageHead title={t("Storage location")} />
        <Empty title={t("There is no such location")}>
          {t("It may have been removed. <link>Back to the overview</link>", {
            link: (words) => <Link to="/">{words}</Link>,
          })}
        </Empty>
      </>
    );
  // Another location, another page: nothing that was begun for one goes on with another.
  return <Details key={location.id} location={location} />;
}

function Details({ location }: { location: Location }) {
  const { part } = useCatalogue();
  const manages = useMay("manage-inventory");
  const { range = "day" } = useSearch({ from: "/inside/locations/$id" });
  const navigate = useNavigate({ from: "/locations/$id" });
  const own = part.get(location.partId);
  const unit = own?.unit ?? "";
  return (
    <>
      <PageHead title={location.name}>
        <StateMark state={location.state} />
        <span className="soft">
          <Place location={location} />
        </span>
        <Group gap="xs" className="page-actions">
          <PrintLabels locations={[location]} />
          {manages && (
            <ButtonLink variant="default" to="/inventory/locations/$id" params={{ id: location.id }}>
              {t("Settings")}
            </ButtonLink>
          )}
          <OrderByHand location={location} part={own} />
          <CountStock location={location} part={own} />
        </Group>
      </PageHead>
      <div className="columns">
        <div className="stack stack-wide">
          <LevelNow location={location} part={own} />
          <LevelHistory
            location={location}
            part={own}
            range={range}
            onRange={(next) =>
              void navigate({
                search: next === "day" ? {} : { range: next },
                replace: true,
                resetScroll: false,
              })
            }
          />
          <ForecastCard location={location} part={own} />
          <Orders location={location} unit={unit} />
          <TransfersCard location={location} unit={unit} />
          <ReservationsCard location={location} />
          <StockTakes location={location} unit={unit} />
        </div>
        <div className="stack stack-wide">
          <PartCard location={location} part={own} />
          <WhyItOrders location={location} part={own} />
          <SensorsCard location={location} />
          <PhotosCard location={location} />
        </div>
      </div>
    </>
  );
}

function PartCard({ location, part }: { location: Location; part: Part | undefined }) {
  if (!part) return null;
  return (
    <section className="card card-section part-card" aria-label={t("Part")}>
      <PartPicture part={part} size={72} />
      <div>
        <Link to="/parts/$id" params={{ id: part.id }}>
          <strong>{part.name}</strong>
        </Link>
        <div className="soft">{part.number}</div>
        <div className="small-text" style={{ marginTop: 8 }}>
          <TermsWords location={location} part={part} />
        </div>
      </div>
    </section>
  );
}

const ordersShown = 10;

function Orders({ location, unit }: { location: Location; unit: string }) {
  const orders = useOrdersOf(location.id).slice(0, ordersShown);
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Orders")}>
      <div className="card-head">
        <h2 className="section-head">{t("Orders")}</h2>
        {orders.length === ordersShown && (
          <span className="soft">{t("the latest {count}", { count: ordersShown })}</span>
        )}
      </div>
      {orders.length === 0 ? (
        <p className="soft" style={{ padding: "0 18px" }}>
          {location.reorderPoint === null
            ? t("None yet: it has no policy, so people order by hand.")
            : t("None yet. Refill orders when the inventory position is at or below {pieces}.", {
                pieces: pieces(location.reorderPoint, unit),
              })}
        </p>
      ) : (
        <OrderRows orders={orders} unit={unit} about={({ createdAt }) => <Time iso={createdAt} />} />
      )}
    </section>
  );
}
