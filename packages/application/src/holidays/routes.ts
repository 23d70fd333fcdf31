import { Type } from "typebox";
import type { ApiServer } from "../api/api.ts";
import { refusals } from "../api/resource-routes.ts";
import { closed, IsoDate } from "../api/schemas.ts";
import { refuseFields } from "../refusal.ts";
import { daysOfCalendar } from "./calendar-file.ts";
import { countries, publicHolidays, years } from "./public-holidays.ts";

const tags = ["holidays"];
const Names = Type.Object({ en: Type.String(), de: Type.String() });
export const PublicHolidays = Type.Object(
  {
    countries: Type.Array(
      Type.Object({
        code: Type.String({ description: "ISO 3166-1" }),
        name: Names,
        regions: Type.Array(Type.Object({ code: Type.String(), name: Type.String() })),
      }),
      { description: "Whose holidays follow rules exactly" },
    ),
    items: Type.Array(Type.Object({ date: IsoDate, name: Names })),
  },
  { $id: "PublicHolidays" },
);
export const CalendarDays = Type.Object(
  {
    items: Type.Array(Type.Object({ date: IsoDate, name: Type.String() })),
    ignored: Type.Integer({
      description: "Events at a time of day, or that repeat otherwise than every year: they are no holidays",
    }),
  },
  { $id: "CalendarDays" },
);
const yearsAhead = 2;

/** Days off for the calendars of suppliers and sites: by law, or from a calendar file. */
export function holidayRoutes(app: ApiServer): void {
  app.get(
    "/public-holidays",
    {
      schema: {
        tags,
        summary: "Public holidays of a country or a part of it, reckoned by their rules",
        querystring: Type.Object(
          {
            country: Type.Optional(
              Type.Enum(Object.keys(countries), {
                type: "string",
                description: "Left out: only which there are",
              }),
            ),
            region: Type.Optional(Type.String({ maxLength: 3, examples: ["BY"] })),
            from: Type.Optional(
              Type.Integer({ minimum: years.first, maximum: years.last, description: "First year" }),
            ),
            years: Type.Optional(Type.Integer({ minimum: 1, maximum: 5, default: 2 })),
          },
          closed,
        ),
        response: { 200: PublicHolidays, ...refusals },
      },
    },
    async (request) => {
      const thisYear = Math.max(years.first, new Date().getUTCFullYear());
      const { country, region, from = thisYear, years: count = 2 } = request.query;
      if (country && region !== undefined && !(region in countries[country]!.regions))
        refuseFields([{ field: "region", message: `there is no such part of ${country}` }]);
      return {
        countries: Object.entries(countries).map(([code, { name, regions }]) => ({
          code,
          name,
          regions: Object.entries(regions).map(([each, called]) => ({ code: each, name: called })),
        })),
        items: country ? publicHolidays(country, region ?? null, from, count) : [],
      };
    },
  );
  app.post(
    "/holidays/calendar-file",
    {
      schema: {
        tags,
        summary:
          "Read the whole days of an iCalendar file, from today on for three years; nothing is changed",
        body: Type.Object(
          {
            text: Type.String({
              maxLength: 1_000_000,
              examples: [
                "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:20270104\nSUMMARY:Works holidays\nEND:VEVENT\nEND:VCALENDAR\n",
              ],
            }),
          },
          closed,
        ),
        response: { 200: CalendarDays, ...refusals },
      },
    },
    async (request) => {
      const today = Temporal.Now.plainDateISO("UTC");
      const last = Temporal.PlainDate.from({ year: today.year + yearsAhead, month: 12, day: 31 });
      const { days, ignored, isCalendar } = daysOfCalendar(
        request.body.text,
        today.toString(),
        last.toString(),
      );
      if (!isCalendar)
        refuseFields([{ field: "text", message: "is no calendar file: export it as iCalendar (.ics)" }]);
      return { items: days, ignored };
    },
  );
}
