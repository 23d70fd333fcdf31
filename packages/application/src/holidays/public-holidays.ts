/** Days on which a country, or a part of it, does not work by law; only where a rule gives them exactly. */
export interface PublicHoliday {
  /** ISO 8601. */
  date: string;
  name: { en: string; de: string };
}

/** One-off holidays before the first are left out; laws beyond the last are not made. */
export const years = { first: 2026, last: 2099 };

/**
 * In the years from `first` on, `count` of them, by date. `region`: of a country that has some; null: only what holds in all
 * of it. Throws RangeError for an unknown country or region.
 */
export function publicHolidays(
  country: string,
  region: string | null,
  first: number,
  count: number,
): PublicHoliday[] {
  const of = countries[country];
  if (!of) throw new RangeError(`no rules for ${country}`);
  if (region !== null && !(region in of.regions)) throw new RangeError(`no region ${region} in ${country}`);
  const rules = of.rules.filter(({ regions }) => !regions || (region !== null && regions.includes(region)));
  const found = new Map<string, PublicHoliday>();
  // What is observed on another day may be so in the year before.
  for (let year = first; year <= first + count; year++)
    for (const { day, en, de } of rules)
      for (const date of of.observed(day(year)))
        if (date.year >= first && date.year < first + count)
          found.set(date.toString(), { date: date.toString(), name: { en, de } });
  return [...found.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

interface Rule {
  /** Undefined: not in this year. */
  day(year: number): Temporal.PlainDate | undefined;
  en: string;
  de: string;
  /** Only there; without it everywhere. */
  regions?: readonly string[];
}
interface Country {
  name: { en: string; de: string };
  regions: Readonly<Record<string, string>>;
  rules: readonly Rule[];
  observed(day: Temporal.PlainDate | undefined): Temporal.PlainDate[];
}

/** Of the Gregorian calendar, by Meeus, Jones and Butcher ("Astronomical Algorithms", 1991, chapter 8). */
export function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(n / 31), day: (n % 31) + 1 });
}

function fixed(month: number, day: number, en: string, de: string, regions?: readonly string[]): Rule {
  return {
    day: (year) => Temporal.PlainDate.from({ year, month, day }),
    en,
    de,
    ...(regions ? { regions } : {}),
  };
}
function afterEaster(days: number, en: string, de: string, regions?: readonly string[]): Rule {
  return { day: (year) => easter(year).add({ days }), en, de, ...(regions ? { regions } : {}) };
}
/** The `nth` weekday (1 = Monday) of a month; -1: the last one. */
function nth(n: number, weekday: number, month: number, en: string, de: string): Rule {
  return {
    day(year) {
      const first = Temporal.PlainDate.from({ year, month, day: 1 });
      if (n > 0) return first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (n - 1) });
      const last = first.add({ months: 1 }).subtract({ days: 1 });
      return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
    },
    en,
    de,
  };
}

const asItIs = (day: Temporal.PlainDate | undefined) => (day ? [day] : []);
const newYear = fixed(1, 1, "New Year's Day", "Neujahr");
const goodFriday = afterEaster(-2, "Good Friday", "Karfreitag");
const easterMonday = afterEaster(1, "Easter Monday", "Ostermontag");
const labourDay = fixed(5, 1, "Labour Day", "Tag der Arbeit");
const ascension = afterEaster(39, "Ascension Day", "Christi Himmelfahrt");
const whitMonday = afterEaster(50, "Whit Monday", "Pfingstmontag");
const christmas = fixed(12, 25, "Christmas Day", "1. Weihnachtstag");
const boxingDay = fixed(12, 26, "Boxing Day", "2. Weihnachtstag");
const corpusChristi = (regions?: readonly string[]) =>
  afterEaster(60, "Corpus Christi", "Fronleichnam", regions);
const epiphany = (regions?: readonly string[]) => fixed(1, 6, "Epiphany", "Heilige Drei Könige", regions);
const assumption = (regions?: readonly string[]) =>
  fixed(8, 15, "Assumption Day", "Mariä Himmelfahrt", regions);
const allSaints = (regions?: readonly string[]) => fixed(11, 1, "All Saints' Day", "Allerheiligen", regions);

export const countries: Readonly<Record<string, Country>> = {
  DE: {
    name: { en: "Germany", de: "Deutschland" },
    regions: {
      BW: "Baden-Württemberg",
      BY: "Bayern",
      BE: "Berlin",
      BB: "Brandenburg",
      HB: "Bremen",
      HH: "Hamburg",
      HE: "Hessen",
      MV: "Mecklenburg-Vorpommern",
      NI: "Niedersachsen",
      NW: "Nordrhein-Westfalen",
      RP: "Rheinland-Pfalz",
      SL: "Saarland",
      SN: "Sachsen",
      ST: "Sachsen-Anhalt",
      SH: "Schleswig-Holstein",
      TH: "Thüringen",
    },
    // What holds in single municipalities only (15 August in parts of Bavaria, Corpus Christi in parts of Saxony) is left out.
    rules: [
      newYear,
      epiphany(["BW", "BY", "ST"]),
      fixed(3, 8, "International Women's Day", "Internationaler Frauentag", ["BE", "MV"]),
      goodFriday,
      afterEaster(0, "Easter Sunday", "Ostersonntag", ["BB"]),
      easterMonday,
      labourDay,
      ascension,
      afterEaster(49, "Whit Sunday", "Pfingstsonntag", ["BB"]),
      whitMonday,
      corpusChristi(["BW", "BY", "HE", "NW", "RP", "SL"]),
      {
        day: (year) => (year === 2028 ? Temporal.PlainDate.from("2028-06-17") : undefined),
        en: "75 years of 17 June 1953",
        de: "75. Jahrestag des 17. Juni 1953",
        regions: ["BE"],
      },
      assumption(["SL"]),
      fixed(9, 20, "Children's Day", "Weltkindertag", ["TH"]),
      fixed(10, 3, "German Unity Day", "Tag der Deutschen Einheit"),
      fixed(10, 31, "Reformation Day", "Reformationstag", [
        "BB",
        "HB",
        "HH",
        "MV",
        "NI",
        "SN",
        "ST",
        "SH",
        "TH",
      ]),
      allSaints(["BW", "BY", "NW", "RP", "SL"]),
      {
        // The Wednesday before 23 November.
        day(year) {
          const before = Temporal.PlainDate.from({ year, month: 11, day: 22 });
          return before.subtract({ days: (before.dayOfWeek - 3 + 7) % 7 });
        },
        en: "Day of Repentance",
        de: "Buß- und Bettag",
        regions: ["SN"],
      },
      christmas,
      boxingDay,
    ],
    observed: asItIs,
  },
  AT: {
    name: { en: "Austria", de: "Österreich" },
    regions: {},
    rules: [
      newYear,
      epiphany(),
      easterMonday,
      labourDay,
      ascension,
      whitMonday,
      corpusChristi(),
      assumption(),
      fixed(10, 26, "National Day", "Nationalfeiertag"),
      allSaints(),
      fixed(12, 8, "Immaculate Conception", "Mariä Empfängnis"),
      christmas,
      boxingDay,
    ],
    observed: asItIs,
  },
  CH: {
    name: { en: "Switzerland (in all cantons)", de: "Schweiz (in allen Kantonen)" },
    regions: {},
    rules: [newYear, ascension, fixed(8, 1, "Swiss National Day", "Bundesfeier"), christmas],
    observed: asItIs,
  },
  FR: {
    name: { en: "France", de: "Frankreich" },
    regions: {},
    rules: [
      newYear,
      easterMonday,
      labourDay,
      fixed(5, 8, "Victory Day", "Tag des Sieges"),
      ascension,
      whitMonday,
      fixed(7, 14, "Bastille Day", "Nationalfeiertag"),
      assumption(),
      allSaints(),
      fixed(11, 11, "Armistice Day", "Waffenstillstand 1918"),
      christmas,
    ],
    observed: asItIs,
  },
  US: {
    name: { en: "United States (federal)", de: "USA (Bund)" },
    regions: {},
    rules: [
      newYear,
      nth(3, 1, 1, "Martin Luther King Day", "Martin-Luther-King-Tag"),
      nth(3, 1, 2, "Washington's Birthday", "Washingtons Geburtstag"),
      nth(-1, 1, 5, "Memorial Day", "Memorial Day"),
      fixed(6, 19, "Juneteenth", "Juneteenth"),
      fixed(7, 4, "Independence Day", "Unabhängigkeitstag"),
      nth(1, 1, 9, "Labor Day", "Labor Day"),
      nth(2, 1, 10, "Columbus Day", "Kolumbus-Tag"),
      fixed(11, 11, "Veterans Day", "Veteranentag"),
      nth(4, 4, 11, "Thanksgiving", "Thanksgiving"),
      christmas,
    ],
    // 5 U.S.C. § 6103(b): of a Saturday the Friday before; Executive Order 11582: of a Sunday the Monday after.
    observed(day) {
      if (!day) return [];
      const by = day.dayOfWeek === 6 ? -1 : day.dayOfWeek === 7 ? 1 : 0;
      return by === 0 ? [day] : [day, day.add({ days: by })];
    },
  },
};
