import { queryOptions, useQuery } from "@tanstack/react-query";
import { client, type Location, type StockTake, unwrap } from "../api/client.ts";
import { t } from "../language/language.ts";
import { Time } from "../parts/small.tsx";
import { pieces } from "../words.ts";

const shown = 10;
export const stockTakesQuery = (id: string) =>
  queryOptions({
    queryKey: ["stock-takes", id],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: shown } };
      return (await unwrap(client.GET("/api/v1/locations/{id}/stock-takes", { params }))).items;
    },
  });

export const reasonWords: Record<StockTake["reason"], string> = {
  count: t("Counted"),
  damage: t("Damaged"),
  loss: t("Lost"),
  found: t("Found"),
  scrapped: t("Scrapped"),
  other: t("Other"),
};

/** What was counted before, newest first. */
export function StockTakes({ location, unit }: { location: Location; unit: string }) {
  const takes = useQuery(stockTakesQuery(location.id)).data ?? [];
  if (takes.length === 0) return null;
  return (
    <section className="card" style={{ overflow: "hidden" }} aria-label={t("Counts")}>
      <div className="card-head">
        <h2 className="section-head">{t("Counts and corrections")}</h2>
        {takes.length === shown && <span className="soft">{t("the latest {count}", { count: shown })}</span>}
      </div>
      <table className="table">
        <thead className="visually-hidden">
          <tr>
            <th>{t("Counted")}</th>
            <th>{t("Reason")}</th>
            <th>{t("When and by whom")}</th>
          </tr>
        </thead>
        <tbody>
          {takes.map(({ id, at, counted, before, reason, note, by }) => (
            <tr key={id}>
              <td>
                <strong>{pieces(counted, unit)}</strong>
                <div className="soft small-text">
                  {before === null ? t("was not known") : t("was {before}", { before: pieces(before) })}
                </div>
              </td>
              <td>
                {reasonWords[reason]}
                {note && <div className="soft small-text breakable">{note}</div>}
              </td>
              <td>
                <Time iso={at} />
                <div className="soft small-text">{by}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
